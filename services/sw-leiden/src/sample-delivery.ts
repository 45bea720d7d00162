/** A small delivery in this company's own formats, for tests: invented people, numbers that start with 99. */
import type { CompanySubject } from '#sw-contract/conformance/subject.js';
import { COMPANY_CODE } from './domain/company.js';
import { definition } from './service.js';

const WERKGEVER = `KVKNR;NAAM;PC4
99000101;Wasserij De Blauwe Kous;2312
99000102;Kwekerij Wolkenveld;
`;

export const DIENSTVERBAND = `DVNR;BSN;NAAM;GEBDAT;WERKVORM;DTPCT;INGDAT;EINDDAT;BETGEM;FORMWG;KLASSE;LOONPCT;VWERKVORM;VDTPCT;VLOONPCT;VEINDDAT;ONTSLAG;BESTEM
40001;990001003;Brelino Zwalkenveld;19680514;B;77.78;20090901;0;0626;gm-0626;M;100;;;;0;0;0
40002;990001027;Joradoria Kwarema;19650123;DI;100.00;19960301;0;0546;gm-0546;E;90;;;;0;0;0
40003;990001039;Silwout Dremkamp;19800830;DG;55.56;20120101;0;0546;gm-0546;M;;;;;0;0;0
40004;990001040;Ruukelt Plofenaar;19701202;BW;66.67;20101101;0;0626;gm-0626;M;70;B;88.89;100;20130228;0;0
`;

export const WERKPLEK = `WPNR;KVKNR;OMSCHR;FUNCTIE;GEMCODE;PC4;MINPCT;MAXPCT;AANPASSING;BEGUREN;BESCHDAT;STATUS
2001;99000101;Vouwtafel wasserij;Medewerker textiel;0546;2312;55.56;88.89;LOW_STIMULI|FIXED_STRUCTURE;3;20140315;V
2002;99000101;Vouwtafel wasserij;Medewerker textiel;0546;2312;22.22;100;;2.50;0;V
2003;99000102;Stekken;Medewerker groen;0546;2317;22.22;100;;1;20140101;V
2004;99000102;Stekken;Medewerker groen;0546;2317;22.22;100;;1;20140101;V
2005;99000102;Oogsten;Medewerker groen;0546;2317;22.22;100;;1;20140101;V
2006;99000102;Oogsten;Medewerker groen;0546;2317;22.22;100;;1;20140101;G
2007;99000101;Sorteren;Medewerker textiel;0546;2312;22.22;100;;1;20130101;B
`;

const PLAATSING = `PLNR;DVNR;WPNR;KVKNR;FUNCTIE;BEGELEIDER;WERKVORM;DTPCT;TARIEF;INGDAT;EINDDAT
500001;40002;2007;99000101;Medewerker textiel;Nolbert van der Snier;DI;100.00;6.10;20111201;0
500002;40003;0;99000102;Medewerker groen;;DG;55.56;5.25;20130101;20140630
500003;40004;0;99000102;Medewerker groen;Melwout Knisper;BW;66.67;;20130301;0
500004;40002;0;99000102;Medewerker groen;;DI;100.00;6.10;20090101;20100101
`;

const STAYS = { supervised: null, leavingReason: null, destination: null };

export const sampleSubject: CompanySubject = {
  code: COMPANY_CODE,
  definition,
  files: { 'WERKGEVER.csv': WERKGEVER, 'DIENSTVERBAND.csv': DIENSTVERBAND, 'WERKPLEK.csv': WERKPLEK, 'PLAATSING.csv': PLAATSING },
  employments: [
    { id: '40001', bsn: '990001003', workerName: 'Brelino Zwalkenveld', payingMunicipality: '0626' },
    { id: '40002', bsn: '990001027', workerName: 'Joradoria Kwarema', payingMunicipality: '0546' },
    { id: '40003', bsn: '990001039', workerName: 'Silwout Dremkamp', payingMunicipality: '0546' },
    { id: '40004', bsn: '990001040', workerName: 'Ruukelt Plofenaar', payingMunicipality: '0626' },
  ],
  openWorkplaces: ['2001', '2002', '2003', '2004', '2005'],
  closedWorkplace: '2006',
  activePlacements: ['500001', '500002', '500003'],
  statistics: {
    '990001003': { ...STAYS, payingMunicipality: '0626', contract: { from: '2009-09-01', until: null, hoursPerWeek: '28.00', paidPercentage: 100, secondment: 1 } },
    '990001039': { ...STAYS, payingMunicipality: '0546', contract: { from: '2012-01-01', until: null, hoursPerWeek: '20.00', paidPercentage: null, secondment: 3 } },
    '990001040': {
      ...STAYS, payingMunicipality: '0626', contract: { from: '2010-11-01', until: '2013-02-28', hoursPerWeek: '32.00', paidPercentage: 100, secondment: 1 },
      supervised: { from: '2013-03-01', until: null, hoursPerWeek: '24.00', paidPercentage: 70 },
    },
  },
};
