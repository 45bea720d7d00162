import { describe, expect, it } from '@jest/globals';
import { passesElevenTest } from './bsn.js';
import {
  arrangementWorkers, curatorWorker, demoWorker, expiringWorker, fixedPeople, fixedWorkers, leidschendamWorkers, mentorWorker, movedWorker,
  scenarioWorkers, secondedWorker, waitingPerson, type FixedWorker,
} from './fixed-people.js';
import { arrangementWorkplaces, closedWorkplace, fixedWorkplaces, scenarioWorkplaces, takenWorkplace, unsuitableWorkplace } from './fixed-workplaces.js';
import { ADAPTATIONS, municipalityOfArea } from './registers.js';
import { column, Delivered, value, type Row } from './testing/delivered.js';

const delivered = new Delivered();
const clients = delivered.rows('benefits/clients.csv');
const leiden = new Map(delivered.rows('sw-leiden/DIENSTVERBAND.csv').map((row) => [value(row, 'BSN'), row]));
const zoetermeer = new Map(delivered.rows('sw-zoetermeer-rijswijk/employments.csv').map((row) => [value(row, 'bsn'), row]));
const roster = new Map(delivered.rows('sw-wassenaar/rooster-2014-02.csv').map((row) => [value(row, 'bsn'), row]));
const indications = delivered.rows('reintegration/indications.csv');
const found = (rows: ReadonlyMap<string, Row>, { bsn }: FixedWorker): Row => {
  const row = rows.get(bsn);
  if (!row) throw new RangeError('not delivered');
  return row;
};

describe('people written down by hand', () => {
  it('have different numbers that pass the eleven-test, different names, and areas in their own municipality', () => {
    expect(new Set(fixedPeople.map((one) => one.bsn)).size).toBe(fixedPeople.length);
    expect(new Set(fixedPeople.map((one) => one.name)).size).toBe(fixedPeople.length);
    expect(fixedPeople.filter((one) => !passesElevenTest(one.bsn) || municipalityOfArea(one.postcodeArea) !== one.municipality)).toEqual([]);
    expect(fixedPeople.flatMap((one) => one.adaptations).filter((one) => !ADAPTATIONS.includes(one))).toEqual([]);
  });

  it('are clients once, under their own names', () => {
    const names = fixedPeople.map(({ bsn }) => clients.filter((row) => row.bsn === bsn).map((row) => row.name));
    expect(names).toEqual(fixedPeople.map((one) => [one.name]));
  });

  it('have the indication that is written down, the last one in the file', () => {
    const told = fixedPeople.map(({ bsn }) => indications.filter((row) => row.bsn === bsn).map((row) => [row.category, row.valid_until, row.adaptations]).at(-1));
    expect(told).toEqual(fixedPeople.map((one) => [one.category, one.validUntil, one.adaptations.join('|')]));
  });

  it('the scenario workers are inside Leiden for 28 hours, moderate, valid to 2019, and nowhere placed', () => {
    expect(scenarioWorkers.length).toBeGreaterThanOrEqual(12);
    for (const worker of scenarioWorkers) {
      expect(found(leiden, worker)).toMatchObject({ DVNR: worker.employmentNumber, WERKVORM: 'B', DTPCT: '77.78', EINDDAT: '0', BETGEM: '0626', KLASSE: 'M' });
      expect(worker.validUntil.startsWith('2019')).toBe(true);
    }
    const placed = new Set(column(delivered.rows('sw-leiden/PLAATSING.csv'), 'DVNR'));
    expect(scenarioWorkers.filter((one) => placed.has(one.employmentNumber))).toEqual([]);
  });

  it('the arrangement workers work 24 hours in Wassenaar, and the others where they are said to', () => {
    for (const worker of arrangementWorkers) expect(found(roster, worker)).toMatchObject({ personeelsnummer: worker.employmentNumber, uren: '24', inlener_kvk: '' });
    for (const worker of leidschendamWorkers) expect(found(zoetermeer, worker)).toMatchObject({ employment_number: worker.employmentNumber, hours_per_week: '32.00' });
    for (const worker of [demoWorker, mentorWorker, curatorWorker, expiringWorker]) expect(found(leiden, worker)).toMatchObject({ DVNR: worker.employmentNumber });
  });

  it('representatives, the move, the secondment and the waiting list are in the files', () => {
    const numberOf = (bsn: string): string => clients.find((row) => row.bsn === bsn)?.client_number ?? '';
    const kinds = (bsn: string): string[] => delivered.rows('benefits/representatives.csv').filter((row) => row.client_number === numberOf(bsn)).map((row) => value(row, 'kind'));
    expect([mentorWorker, curatorWorker, demoWorker].map((one) => kinds(one.bsn))).toEqual([['MENTOR'], ['CURATOR'], []]);
    const homes = delivered.rows('benefits/residences.csv').filter((row) => row.client_number === numberOf(movedWorker.bsn)).map((row) => [row.municipality, row.from]);
    expect(homes.at(-1)).toEqual(['0626', '2013-05-15']);
    expect(found(leiden, movedWorker)).toMatchObject({ BETGEM: '0546' });
    expect(delivered.rows('sw-leiden/PLAATSING.csv').filter((row) => row.DVNR === secondedWorker.employmentNumber && row.EINDDAT === '0')).toHaveLength(1);
    expect(indications.filter((row) => row.waiting_since === '2012-10-01' && row.bsn === waitingPerson.bsn)).toHaveLength(1);
    expect([...leiden.keys(), ...zoetermeer.keys(), ...roster.keys()]).not.toContain(waitingPerson.bsn);
  });

  it('nobody shares an employment number within a company', () => {
    expect(new Set(fixedWorkers.map((one) => `${one.company} ${one.employmentNumber}`)).size).toBe(fixedWorkers.length);
  });
});

describe('workplaces written down by hand', () => {
  const offered = new Map([
    ...delivered.rows('sw-zoetermeer-rijswijk/workplaces.csv').map((row) => [value(row, 'workplace_number'), value(row, 'status')] as const),
    ...delivered.rows('sw-leiden/WERKPLEK.csv').map((row) => [value(row, 'WPNR'), value(row, 'STATUS')] as const),
    ...delivered.rows('sw-wassenaar/werkplekken-2014-w09.csv').map((row) => [value(row, 'werkplek'), value(row, 'status')] as const),
  ]);

  it('stand in the files with the status that is written down', () => {
    const open = fixedWorkplaces.filter((one) => one.status === 'OPEN').map((one) => offered.get(one.number));
    expect(open.filter((one) => one !== 'OPEN' && one !== 'V')).toEqual([]);
    expect([closedWorkplace, takenWorkplace, unsuitableWorkplace].map((one) => offered.get(one.number))).toEqual(['CLOSED', 'TAKEN', 'OPEN']);
  });

  it('every scenario place fits every scenario worker: hours and adaptations', () => {
    expect(scenarioWorkplaces.length).toBeGreaterThanOrEqual(scenarioWorkers.length);
    const misfits = scenarioWorkplaces.flatMap((place) => scenarioWorkers.filter((one) =>
      one.hours < place.hoursMin || one.hours > place.hoursMax || one.adaptations.some((code) => !place.adaptations.includes(code))));
    expect(misfits).toEqual([]);
  });

  it('every arrangement place fits the arrangement workers', () => {
    const { hours, adaptations } = arrangementWorkers[0]!;
    expect(arrangementWorkplaces.filter((place) => hours < place.hoursMin || hours > place.hoursMax || adaptations.some((code) => !place.adaptations.includes(code)))).toEqual([]);
  });
});
