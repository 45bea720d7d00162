// A small delivery in this company's own formats, for tests: invented people, numbers that start with 99.
import type { CompanySubject } from '#sw-contract/conformance/subject.js';
import { definition } from './service.js';

const employers = `kvk_number,name,postcode_area
90000001,Kartonnage De Blauwe Anjer,2718
90000002,Groenbeheer Het Paarse Pad,2288
`;

const employments = `employment_number,bsn,name,birth_date,work_form,hours_per_week,from,until,paying_municipality,formal_employer,category,paid_percentage,former_form,former_hours,former_paid_percentage,former_until,leaving_reason,destination
E1001,990000011,Proefpersoon Een,1965-02-01,INTERNAL,36,2001-05-01,,1916,sw-zoetermeer-rijswijk,MODERATE,100,,,,,,
E1002,990000023,Proefpersoon Twee,1971-11-30,SECONDMENT_INDIVIDUAL,28.5,2008-01-01,,0637,sw-zoetermeer-rijswijk,SEVERE,90,,,,,,
E1003,990000035,Proefpersoon Drie,1988-06-15,SECONDMENT_GROUP,18,2012-09-01,2015-08-31,0603,sw-zoetermeer-rijswijk,MODERATE,100,INTERNAL,24,100,2013-08-31,,
`;

const workplaces = `workplace_number,kvk_number,title,function,municipality,postcode_area,hours_min,hours_max,adaptations,supervision_hours,available_from,status
W2001,90000001,Inpakken aan tafel,Inpakker,0637,2718,8,24,SEATED_WORK|SHORT_TASKS,2.5,2014-03-01,OPEN
W2002,90000001,Dozen vouwen,Inpakker,0637,2718,16,32,SEATED_WORK,1.5,,OPEN
W2003,90000002,Plantsoen wijk Noord,Medewerker groen,0603,2288,24,36,,2,2014-02-01,OPEN
W2004,90000002,Plantsoen wijk Zuid,Medewerker groen,0603,2288,24,36,,2,2014-02-01,OPEN
W2005,90000002,Kwekerij,Medewerker kwekerij,1916,2265,12,36,LOW_STIMULI,3,,OPEN
W2006,90000001,Magazijn,Orderpicker,0637,2718,20,36,,1,,TAKEN
W2007,90000001,Oude lijn,Inpakker,0637,2718,8,24,,1,,CLOSED
`;

const placements = `placement_number,employment_number,workplace_number,kvk_number,function,supervisor,work_form,hours_per_week,fee_per_hour,from,until
P3001,E1001,,,Medewerker montage,B. Begeleider,INTERNAL,36,,2011-01-01,
P3002,E1002,W2006,90000001,Orderpicker,B. Begeleider,SECONDMENT_INDIVIDUAL,28.5,6.75,2013-05-01,
P3003,E1003,,90000002,Medewerker groen,C. Coach,SECONDMENT_GROUP,18,5.20,2013-09-01,2014-08-31
P3004,E1002,,90000002,Medewerker groen,C. Coach,SECONDMENT_GROUP,28.5,5.20,2010-01-01,2013-04-30
`;

const STAYS = { supervised: null, leavingReason: null, destination: null };

export const sampleSubject: CompanySubject = {
  code: 'zoetermeer-rijswijk',
  definition,
  files: { 'employers.csv': employers, 'employments.csv': employments, 'workplaces.csv': workplaces, 'placements.csv': placements },
  employments: [
    { id: 'E1001', bsn: '990000011', workerName: 'Proefpersoon Een', payingMunicipality: '1916' },
    { id: 'E1002', bsn: '990000023', workerName: 'Proefpersoon Twee', payingMunicipality: '0637' },
    { id: 'E1003', bsn: '990000035', workerName: 'Proefpersoon Drie', payingMunicipality: '0603' },
  ],
  openWorkplaces: ['W2001', 'W2002', 'W2003', 'W2004', 'W2005'],
  closedWorkplace: 'W2007',
  activePlacements: ['P3001', 'P3002', 'P3003'],
  statistics: {
    '990000011': { ...STAYS, payingMunicipality: '1916', contract: { from: '2001-05-01', until: null, hoursPerWeek: '36', paidPercentage: 100, secondment: 1 } },
    '990000023': { ...STAYS, payingMunicipality: '0637', contract: { from: '2008-01-01', until: null, hoursPerWeek: '28.5', paidPercentage: 90, secondment: 2 } },
    '990000035': { ...STAYS, payingMunicipality: '0603', contract: { from: '2012-09-01', until: null, hoursPerWeek: '18', paidPercentage: 100, secondment: 3 } },
  },
};
