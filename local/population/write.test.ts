import { describe, expect, it } from '@jest/globals';
import { passesElevenTest } from './bsn.js';
import { BUSINESS_DATE, MUNICIPALITIES } from './parameters.js';
import { makePopulation } from './population.js';
import { ADAPTATIONS } from './registers.js';
import { column, Delivered, value, type Row } from './testing/delivered.js';
import { populationFiles } from './write.js';

const delivered = new Delivered();
const goodPaths = [...delivered.files.keys()].filter((path) => !path.startsWith('faulty/') && path.endsWith('.csv'));
const set = (path: string, name: string): ReadonlySet<string> => new Set(column(delivered.rows(path), name));
const numbersOf = (lines: readonly string[], from: number): string[] => lines.map((line) => line.slice(from, from + 9));
const statistics = delivered.lines('sw-wassenaar/statistiek-wsw-20132.txt');

/** Path, column, and where its values must stand; an empty value or 0 refers to nothing. */
const REFERENCES: readonly (readonly [string, string, string, string])[] = [
  ['benefits/residences.csv', 'client_number', 'benefits/clients.csv', 'client_number'],
  ['benefits/residences.csv', 'municipality', 'benefits/municipalities.csv', 'code'],
  ['benefits/regions.csv', 'municipality', 'benefits/municipalities.csv', 'code'],
  ['benefits/policy-values.csv', 'municipality', 'benefits/municipalities.csv', 'code'],
  ['benefits/representatives.csv', 'client_number', 'benefits/clients.csv', 'client_number'],
  ['benefits/applications.csv', 'client_number', 'benefits/clients.csv', 'client_number'],
  ['benefits/suspensions.csv', 'application_number', 'benefits/applications.csv', 'application_number'],
  ['benefits/benefits.csv', 'client_number', 'benefits/clients.csv', 'client_number'],
  ['benefits/debt-trajectories.csv', 'client_number', 'benefits/clients.csv', 'client_number'],
  ...['debt-details', 'debt-periods', 'debts'].map((one) => [`benefits/${one}.csv`, 'trajectory_number', 'benefits/debt-trajectories.csv', 'trajectory_number'] as const),
  ['benefits/debt-details.csv', 'partner_client_number', 'benefits/clients.csv', 'client_number'],
  ['reintegration/indications.csv', 'bsn', 'benefits/clients.csv', 'bsn'],
  ['reintegration/trajectories.csv', 'bsn', 'benefits/clients.csv', 'bsn'],
  ['reintegration/residence-moves.csv', 'bsn', 'reintegration/indications.csv', 'bsn'],
  ['reintegration/residence-moves.csv', 'from_municipality', 'benefits/municipalities.csv', 'code'],
  ['reintegration/municipal-finance.csv', 'municipality', 'benefits/municipalities.csv', 'code'],
  ['sw-zoetermeer-rijswijk/workplaces.csv', 'kvk_number', 'sw-zoetermeer-rijswijk/employers.csv', 'kvk_number'],
  ['sw-zoetermeer-rijswijk/placements.csv', 'employment_number', 'sw-zoetermeer-rijswijk/employments.csv', 'employment_number'],
  ['sw-zoetermeer-rijswijk/placements.csv', 'workplace_number', 'sw-zoetermeer-rijswijk/workplaces.csv', 'workplace_number'],
  ['sw-zoetermeer-rijswijk/placements.csv', 'kvk_number', 'sw-zoetermeer-rijswijk/employers.csv', 'kvk_number'],
  ['sw-leiden/WERKPLEK.csv', 'KVKNR', 'sw-leiden/WERKGEVER.csv', 'KVKNR'],
  ['sw-leiden/PLAATSING.csv', 'DVNR', 'sw-leiden/DIENSTVERBAND.csv', 'DVNR'],
  ['sw-leiden/PLAATSING.csv', 'WPNR', 'sw-leiden/WERKPLEK.csv', 'WPNR'],
  ['sw-leiden/PLAATSING.csv', 'KVKNR', 'sw-leiden/WERKGEVER.csv', 'KVKNR'],
  ['sw-wassenaar/rooster-2014-02.csv', 'werkplek', 'sw-wassenaar/werkplekken-2014-w09.csv', 'werkplek'],
];
/** Path, first and last day of a period. */
const PERIODS: readonly (readonly [string, string, string])[] = [
  ...['residences', 'representatives', 'regions', 'policy-values', 'suspensions', 'benefits', 'debt-trajectories', 'debt-periods'].map((one) => [`benefits/${one}.csv`, 'from', 'until'] as const),
  ['benefits/applications.csv', 'received_on', 'decided_on'],
  ['benefits/applications.csv', 'new_term_told_on', 'new_term_until'],
  ['benefits/applications.csv', 'received_on', 'default_notice_on'],
  ['reintegration/indications.csv', 'applied_on', 'decided_on'],
  ['reintegration/indications.csv', 'decided_on', 'valid_until'],
  ['reintegration/trajectories.csv', 'from', 'until'],
  ['sw-zoetermeer-rijswijk/employments.csv', 'from', 'until'],
  ['sw-zoetermeer-rijswijk/placements.csv', 'from', 'until'],
  ['sw-leiden/DIENSTVERBAND.csv', 'INGDAT', 'EINDDAT'],
  ['sw-leiden/PLAATSING.csv', 'INGDAT', 'EINDDAT'],
  ['sw-wassenaar/rooster-2014-02.csv', 'van', 'tot'],
];

describe('the delivered files', () => {
  it('two runs write the same bytes, in little time', () => {
    const started = process.cpuUsage();
    const again = populationFiles(makePopulation());
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(3000);
    expect([...again]).toEqual([...delivered.files]);
  });

  it('every number of a person starts with 99 and passes the eleven-test', () => {
    const inCsv = goodPaths.flatMap((path) => delivered.rows(path).flatMap((row) => [row.bsn, row.BSN].filter((one) => one !== undefined)));
    const numbers = [...inCsv, ...numbersOf(statistics, 10), ...numbersOf(delivered.lines('later/sw-wassenaar/statistiek-wsw-20152.txt'), 14)];
    expect(numbers.length).toBeGreaterThan(8000);
    expect(numbers.filter((one) => !one.startsWith('99') || !passesElevenTest(one))).toEqual([]);
  });

  it('one number means one person in every file: the same name, the same date of birth', () => {
    const known = new Map<string, string>();
    const tell = (bsn: string, name: string, born: string): string[] => {
      const told = `${name} ${born.replaceAll('-', '')}`;
      const before = known.get(bsn) ?? told;
      known.set(bsn, before);
      return before === told ? [] : [bsn];
    };
    const clashes = [
      ...delivered.rows('benefits/clients.csv').flatMap((row) => tell(value(row, 'bsn'), value(row, 'name'), value(row, 'birth_date'))),
      ...delivered.rows('sw-zoetermeer-rijswijk/employments.csv').flatMap((row) => tell(value(row, 'bsn'), value(row, 'name'), value(row, 'birth_date'))),
      ...delivered.rows('sw-leiden/DIENSTVERBAND.csv').flatMap((row) => tell(value(row, 'BSN'), value(row, 'NAAM'), value(row, 'GEBDAT'))),
    ];
    expect(clashes).toEqual([]);
  });

  it.each(REFERENCES)('%s: every %s stands in %s', (path, name, targetPath, targetName) => {
    const known = set(targetPath, targetName);
    expect(column(delivered.rows(path), name).filter((one) => one !== '' && one !== '0' && !known.has(one))).toEqual([]);
  });

  it.each(PERIODS)('%s: no period from %s ends (%s) before it starts', (path, from, until) => {
    const none = (one: string): boolean => one === '' || one === '0';
    expect(delivered.rows(path).filter((row) => !none(value(row, until)) && value(row, until) < value(row, from))).toEqual([]);
  });

  it('the residences of a client follow each other without a gap, and one is the present', () => {
    const open = delivered.rows('benefits/residences.csv').filter((row) => value(row, 'until') === '');
    expect(new Set(column(open, 'client_number')).size).toBe(open.length);
    expect(open.length).toBe(makePopulation().clients.length);
  });

  it('a second client number is the same person and nobody new', () => {
    const rows = delivered.rows('benefits/clients.csv');
    expect(rows.length - new Set(column(rows, 'bsn')).size).toBe(4);
    expect(new Set(column(rows, 'client_number')).size).toBe(rows.length);
  });

  it('codes of adaptations and municipalities are those of the registers', () => {
    const rows = delivered.rows('reintegration/indications.csv');
    expect(column(rows, 'adaptations').flatMap((one) => one.split('|')).filter((one) => !ADAPTATIONS.includes(one))).toEqual([]);
    expect(set('benefits/municipalities.csv', 'code')).toEqual(new Set(Object.keys(MUNICIPALITIES)));
  });
});

interface Side {
  readonly places: string;
  readonly number: string;
  readonly open: (row: Row) => boolean;
  readonly taken: (row: Row) => boolean;
  readonly occupied: readonly string[];
}

const runs = (from: string, until: string): boolean => {
  const today = BUSINESS_DATE.replaceAll('-', '');
  const [first, last] = [from.replaceAll('-', ''), until.replaceAll('-', '')];
  return first <= today && (last === '' || last === '0' || today <= last);
};
const placesOf = (rows: readonly Row[], place: string, from: string, until: string): string[] =>
  rows.filter((row) => runs(value(row, from), value(row, until))).map((row) => value(row, place)).filter((one) => one !== '' && one !== '0');
const statusIs = (name: string, status: string) => (row: Row): boolean => value(row, name) === status;

const SIDES: readonly Side[] = [
  {
    places: 'sw-zoetermeer-rijswijk/workplaces.csv', number: 'workplace_number', open: statusIs('status', 'OPEN'), taken: statusIs('status', 'TAKEN'),
    occupied: placesOf(delivered.rows('sw-zoetermeer-rijswijk/placements.csv'), 'workplace_number', 'from', 'until'),
  },
  {
    places: 'sw-leiden/WERKPLEK.csv', number: 'WPNR', open: statusIs('STATUS', 'V'), taken: statusIs('STATUS', 'B'),
    occupied: placesOf(delivered.rows('sw-leiden/PLAATSING.csv'), 'WPNR', 'INGDAT', 'EINDDAT'),
  },
  {
    places: 'sw-wassenaar/werkplekken-2014-w09.csv', number: 'werkplek', open: statusIs('status', 'OPEN'), taken: statusIs('status', 'BEZET'),
    occupied: placesOf(delivered.rows('sw-wassenaar/rooster-2014-02.csv'), 'werkplek', 'van', 'tot'),
  },
];

describe('workplaces and placements', () => {
  it.each(SIDES)('$places: nobody works on an open place, and exactly one on each taken one', ({ places, number, open, taken, occupied }) => {
    const rows = delivered.rows(places);
    expect(rows.filter(open).filter((row) => occupied.includes(value(row, number)))).toEqual([]);
    expect([...occupied].sort()).toEqual(column(rows.filter(taken), number).sort());
  });

  it('the hours of a placement are those of the employment at most, and within the bounds of the place', () => {
    const { companies } = makePopulation();
    const placements = Object.values(companies).flatMap((company) => company.placements);
    expect(placements.filter((one) => one.hours <= 0 || one.hours > one.worker.hours)).toEqual([]);
    expect(placements.filter(({ workplace, hours }) => workplace !== null && (hours < workplace.hoursMin || hours > workplace.hoursMax))).toEqual([]);
  });

  it('no placement begins before its employment', () => {
    const { companies } = makePopulation();
    expect(Object.values(companies).flatMap((company) => company.placements).filter((one) => one.from < one.worker.from)).toEqual([]);
  });
});

describe('statistics of the Wassenaar arrangement', () => {
  const roster = delivered.rows('sw-wassenaar/rooster-2014-02.csv');

  it.each([['sw-wassenaar/statistiek-wsw-20131.txt', 139], ['sw-wassenaar/statistiek-wsw-20132.txt', 139], ['later/sw-wassenaar/statistiek-wsw-20152.txt', 126]])(
    '%s: every line has %i digits',
    (path, positions) => expect(delivered.lines(path).filter((line) => !new RegExp(`^\\d{${positions}}$`).test(line))).toEqual([]),
  );

  it('everyone on the roster is in the statistics, and everyone in service in the statistics is on the roster', () => {
    const begun = statistics.filter((line) => line.slice(93, 101) !== '00000000' || line.slice(115, 123) !== '00000000');
    const inService = begun.filter((line) => line.slice(136, 137) === '0');
    expect(numbersOf(inService, 10).sort()).toEqual(column(roster, 'bsn').sort());
    expect(begun.length).toBeGreaterThan(inService.length);
  });

  it('someone only waiting has no employment in the record, and left nobody out', () => {
    const waiting = statistics.filter((line) => line.slice(75, 83) !== '00000000' && line.slice(83, 91) === '00000000');
    expect(waiting).toHaveLength(6);
    expect(waiting.filter((line) => line.slice(93) !== '0'.repeat(46))).toEqual([]);
  });

  it('a change of work form closes the old form the day before the new one and is no outflow', () => {
    const changed = statistics.filter((line) => line.slice(102, 110) !== '00000000' && line.slice(115, 123) !== '00000000');
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((line) => line.slice(102, 110) >= line.slice(115, 123) || line.slice(136) !== '000')).toEqual([]);
  });
});
