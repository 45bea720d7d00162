/** A small delivery in this company's own formats, for tests: invented people, numbers that start with 99. */
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { writeRecord, type WswRecord } from '#law/statistics/wsw-record.js';
import type { CompanySubject } from '#sw-contract/conformance/subject.js';
import { COMPANY_CODE } from './domain/company.js';
import { definition } from './service.js';

type Fields = WswRecord;

const COMMON: Fields = {
  periode: '20132', verantwoordelijke: '90629', geboortedatum: '19640512', gemeente_inschrijving: '0629', handicapcode_1: '311', handicapcode_2: '204',
  besluit_doelgroep: '1', besluit_arbeidshandicap: '2', advies_werkvorm: '2',
};

/** One record of the 2008 layout; what is not given is zeros. */
export function record2008(fields: Fields): string {
  return writeRecord(LAYOUT_2008, { ...COMMON, ...fields });
}

export const MARLOTTE: Fields = { bsn: '990001180', begin_dienstbetrekking: '20080401', detachering: '1', uren_dienstbetrekking: '24', loon_dienstbetrekking: '100' };
export const WIJMINA: Fields = { bsn: '990001209', begin_dienstbetrekking: '19960301', detachering: '2', uren_dienstbetrekking: '36', besluit_arbeidshandicap: '3', gemeente_inschrijving: '0537' };
export const MELNARD: Fields = { bsn: '990001210', begin_dienstbetrekking: '20100101', detachering: '3', uren_dienstbetrekking: '20', gemeente_inschrijving: '0537' };
export const QUIKELT: Fields = { bsn: '990001064', begin_begeleid_werken: '20111101', uren_begeleid_werken: '28', loon_begeleid_werken: '070' };
const WAITING: Fields = { bsn: '990001052', instroom_wachtlijst: '20130901' };

export const statistics = (...records: Fields[]): string => records.map((record) => `${record2008(record)}\n`).join('');

export const ROSTER_HEADER = 'personeelsnummer,bsn,naam,werkplek,inlener_kvk,inlener_naam,functie,begeleider,uren,tarief,van,tot\n';
export const ROSTER = `${ROSTER_HEADER}70001,990001180,Marlotte Bobberema,,,,Medewerker sociale werkplaats,,24,,2008-04-01,
70002,990001209,Wijmina Duikelwijk,3007,99000201,Bollenloods Het Gele Veld,Medewerker sortering,Quijette van Krakel,36,7.05,2011-05-01,
70003,990001210,Melnard Ribbelvoort,,99000202,Groothandel Duinroos,Medewerker inpak,,20,6.25,2013-01-01,2014-06-30
70004,990001064,Quikelt Zilverenaar,,99000202,Groothandel Duinroos,Medewerker inpak,,28,,2011-11-01,
`;

export const WORKPLACES_HEADER =
  'werkplek,kvk,werkgever,omschrijving,functie,gemeente,postcodegebied,min_uren,max_uren,aanpassingen,begeleiding_uren,beschikbaar_vanaf,status\n';
export const place = (number: number, status: string): string =>
  `${number},99000201,Bollenloods Het Gele Veld,Sorteerband bollen,Medewerker sortering,0537,2223,16,36,SEATED_WORK|NO_LIFTING,2,2014-03-01,${status}\n`;
const WORKPLACES = WORKPLACES_HEADER + [3001, 3002, 3003, 3004, 3005].map((number) => place(number, 'OPEN')).join('') + place(3006, 'GESLOTEN') + place(3007, 'BEZET');

const STAYS = { payingMunicipality: null, supervised: null, leavingReason: null, destination: null };

export const sampleSubject: CompanySubject = {
  code: COMPANY_CODE,
  definition,
  files: {
    'rooster-2014-02.csv': ROSTER,
    'statistiek-wsw-20132.txt': statistics(MARLOTTE, WIJMINA, MELNARD, QUIKELT, WAITING),
    'werkplekken-2014-w09.csv': WORKPLACES,
  },
  employments: [
    { id: '70001', bsn: '990001180', workerName: 'Marlotte Bobberema', payingMunicipality: '0629' },
    { id: '70002', bsn: '990001209', workerName: 'Wijmina Duikelwijk', payingMunicipality: '0537' },
    { id: '70003', bsn: '990001210', workerName: 'Melnard Ribbelvoort', payingMunicipality: '0537' },
    { id: '70004', bsn: '990001064', workerName: 'Quikelt Zilverenaar', payingMunicipality: '0629' },
  ],
  openWorkplaces: ['3001', '3002', '3003', '3004', '3005'],
  closedWorkplace: '3006',
  activePlacements: ['r-70002-20110501', 'r-70003-20130101', 'r-70004-20111101'],
  statistics: {
    '990001180': { ...STAYS, contract: { from: '2008-04-01', until: null, hoursPerWeek: '24', paidPercentage: 100, secondment: 1 } },
    '990001210': { ...STAYS, contract: { from: '2010-01-01', until: null, hoursPerWeek: '20', paidPercentage: null, secondment: 3 } },
    '990001064': { ...STAYS, contract: null, supervised: { from: '2011-11-01', until: null, hoursPerWeek: '28', paidPercentage: 70 } },
  },
};
