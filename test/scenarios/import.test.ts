/**
 * Files of the bodies, imported as an operator does it: what is wrong is refused by line, field and class, the rest goes on, the
 * same file twice changes nothing, and nobody's number is anywhere but in the one register that may hold it.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { forEachLimited } from '../../local/limited.js';
import { bsnOfSerial } from '../../local/population/bsn.js';
import type { ExpectedFault } from '../../local/population/faulty/faulty-files.js';
import { SERVICES } from '../../local/services.js';
import { allLogs, personNumbersIn } from '../kit/canary.js';
import { delivered, fileNamed, report, rowCounts, rowsOf, runImport, textOf, untilSent, type Ran } from '../kit/imports.js';
import { onDate, personOf } from '../kit/stack.js';

const { faults } = JSON.parse(textOf('faulty', 'expected-faults.json')) as { faults: ExpectedFault[] };
const BODIES = [...new Set(faults.map(({ file }) => file.split('/')[0]!))];
const faultsOf = (body: string): ExpectedFault[] => faults.filter(({ file }) => file.startsWith(`${body}/`));
const filesOf = (body: string): string[] => [...new Set(faultsOf(body).map(({ file }) => file.slice(body.length + 1)))];

/** What operators saw of all imports here, for the search at the end. */
const seen: string[] = [];

async function imports(body: string, ...files: string[]): Promise<Ran> {
  const ran = await runImport(body, ...files);
  seen.push(ran.output);
  return ran;
}

/** Numbers that the population leaves free. */
const freeNumber = (from: number): string => bsnOfSerial(from) ?? bsnOfSerial(from + 1)!;
const CLIENTS = 'client_number,bsn,name,birth_date,postcode_area';
/** As it was delivered before the half-yearly statistics asked for more. */
const EMPLOYMENTS = 'employment_number,bsn,name,birth_date,work_form,hours_per_week,from,until,paying_municipality,formal_employer,category';

function quarantined(body: string, afterRun: number): Promise<ExpectedFault[]> {
  return rowsOf<ExpectedFault>(body, 'select file, line, field, value_class as "valueClass" from import_quarantine where run > $1 order by file, line', [afterRun]);
}

async function lastRun(body: string): Promise<number> {
  return Number((await rowsOf<{ last: string | null }>(body, 'select max(id) as last from import_run'))[0]?.last ?? 0);
}

const byPlace = (a: { file: string; line: number }, b: { file: string; line: number }): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line);

/** The faulty files once, a second time, and then the good ones of the same names. */
interface Story {
  readonly first: Ran;
  readonly refused: readonly ExpectedFault[];
  readonly afterFirst: State;
  readonly second: Ran;
  readonly afterSecond: State;
  readonly back: Ran;
}

interface State {
  readonly rows: Record<string, number>;
  readonly report: string;
}

async function stateOf(body: string): Promise<State> {
  return { rows: await rowCounts(body), report: await report(body) };
}

async function storyOf(body: string): Promise<Story> {
  const before = await lastRun(body);
  const files = filesOf(body).map((file) => delivered('faulty', body, file));
  const first = await imports(body, ...files);
  const afterFirst = await stateOf(body);
  const refused = await quarantined(body, before);
  const second = await imports(body, ...files);
  const afterSecond = await stateOf(body);
  const back = await imports(body, ...filesOf(body).map((file) => delivered(body, file)));
  seen.push(afterFirst.report);
  return { first, refused, afterFirst, second, afterSecond, back };
}

describe('faulty files', () => {
  const stories = new Map<string, Story>();
  beforeAll(() => forEachLimited(BODIES, 2, async (body) => void stories.set(body, await storyOf(body))), 120_000);

  it.each(BODIES)('of %s are refused line by line with field and class, exactly where they are wrong', (body) => {
    const { first, refused } = stories.get(body)!;
    expect(first.code).toBe(0);
    const expected = faultsOf(body).map((fault) => ({ ...fault, file: fault.file.slice(body.length + 1) }));
    expect([...refused].sort(byPlace)).toEqual(expected.sort(byPlace));
  });

  it.each(BODIES)('of %s let their good record go on, and every count agrees', (body) => {
    const { first, afterFirst } = stories.get(body)!;
    for (const file of filesOf(body)) {
      const refused = faultsOf(body).filter((one) => one.file === `${body}/${file}`).length;
      expect(first.output).toContain(`${body}: ${file}: delivered ${refused + 1}, accepted 1, refused ${refused}, duplicates 0 (new 0, changed 0, unchanged 1)`);
    }
    const counts = afterFirst.report.split('\n').flatMap((line) => {
      const [, ...numbers] = /^\S.*?\s+\d+\s+(\d+)\s+(\d+)\s+(\d+)\s+\d+$/.exec(line) ?? [];
      return numbers.length === 3 ? [numbers.map(Number)] : [];
    });
    expect(counts.length).toBeGreaterThan(2);
    expect(counts.filter(([all, accepted, refused]) => all !== accepted! + refused!)).toEqual([]);
    expect(counts.reduce((sum, [, , refused]) => sum + refused!, 0)).toBe(faultsOf(body).length);
  });

  it.each(BODIES)('of %s change nothing the second time, neither a row nor the report', (body) => {
    const { second, afterFirst, afterSecond } = stories.get(body)!;
    expect(second.code).toBe(0);
    expect(second.output.match(/imported before, nothing changed/g)).toHaveLength(filesOf(body).length);
    expect(afterSecond).toEqual(afterFirst);
  });

  it.each(BODIES)('of %s give way to the good file of the same name when that comes back', (body) => {
    const { back } = stories.get(body)!;
    expect(back.code).toBe(0);
    expect(back.output.match(/\(new 0, changed 0, unchanged \d+\)/g)).toHaveLength(filesOf(body).length);
  });
});

describe('a new record beside bad ones', () => {
  it('is taken, by itself', async () => {
    const [good, spoilt] = [freeNumber(900_010), freeNumber(900_020)];
    const lines = [CLIENTS, `990901,${good},Nieuwina Goedzo,1970-01-01,2251`, `990902,${spoilt}"7,Quotina Fout,1970-01-01,2251`, `990903,${spoilt},Datum Mis,1970-02-30,2251`];
    const before = (await rowCounts('benefits'))['client']!;
    const { code, output } = await imports('benefits', fileNamed('clients-new.csv', `${lines.join('\n')}\n`));
    expect([code, output]).toEqual([0, expect.stringContaining('delivered 3, accepted 1, refused 2, duplicates 0 (new 1, changed 0, unchanged 0)')]);
    expect((await rowCounts('benefits'))['client']).toBe(before + 1);
    expect(await rowsOf('benefits', 'select person_id from client where client_number = $1', ['990901'])).toEqual([{ person_id: personOf(good) }]);
  });
});

describe('a file that is not what it should be', () => {
  it('by its name is refused before anything is imported, with the kinds that are known', async () => {
    const before = await rowCounts('sw-wassenaar');
    const known = fileNamed('werkplekken-2014-w08.csv', textOf('sw-wassenaar', 'werkplekken-2014-w09.csv'));
    const { code, output } = await imports('sw-wassenaar', known, delivered('benefits', 'clients.csv'), fileNamed('rooster-2014-13.csv', 'x\n'));
    expect(code).toBe(2);
    expect(output).toContain('clients.csv, rooster-2014-13.csv');
    for (const kind of ['rooster', 'statistiek-wsw 2008', 'statistiek-wsw 2015', 'werkplekken']) expect(output).toContain(kind);
    expect(await rowCounts('sw-wassenaar')).toEqual(before);
  });

  it.each([
    ['empty', ''],
    ['not UTF-8', Buffer.from(`${CLIENTS}\n990904,${freeNumber(900_030)},Andr\u00e9,1970-01-01,2251\n`, 'latin1')],
    ['without column names', '\n1,2,3\n'],
  ])('because it is %s is refused as a whole, with exit code 2 and one sentence', async (_what, content) => {
    const before = await rowCounts('benefits');
    const { code, output } = await imports('benefits', fileNamed('clients-unreadable.csv', content));
    expect(code).toBe(2);
    expect(output.trim()).toMatch(/^benefits: clients-unreadable\.csv cannot be read: .*\. Nothing of it was imported\.$/);
    expect(await rowCounts('benefits')).toEqual(before);
  });

  it('names the services when the body is unknown', async () => {
    const { code, output } = await imports('sw-delft', delivered('benefits', 'clients.csv'));
    expect(code).toBe(1);
    for (const { name } of SERVICES) expect(output).toContain(name);
  });
});

describe('the statistics of 2015', () => {
  it('come in the layout of that year, without handicap codes and sex, and stand beside the old ones', async () => {
    const file = delivered('later', 'sw-wassenaar', 'statistiek-wsw-20152.txt');
    const records = textOf('later', 'sw-wassenaar', 'statistiek-wsw-20152.txt').trimEnd().split('\n');
    const { code, output } = await onDate('2016-02-15', () => imports('sw-wassenaar', file));
    expect([code, output]).toEqual([0, expect.stringContaining(`delivered ${records.length}, accepted ${records.length}, refused 0`)]);
    expect(await report('sw-wassenaar')).toMatch(/statistics as of 2015-12-31[^]*half-year 20132: 293 records[^]*half-year 20152: /);
    const columns = await rowsOf<{ name: string }>('sw-wassenaar', `select column_name as name from information_schema.columns where table_name = 'statistiek'`);
    expect(columns.map(({ name }) => name)).toEqual(expect.not.arrayContaining(['bsn', 'geslacht', 'handicapcode_1', 'handicapcode_2', 'handicapcode_3']));
    await untilSent('sw-wassenaar');
  });
});

describe('what a company announces', () => {
  const reconciled = (text: string): string[][] => text.split('\n').filter((line) => /^sw-\S+\s+\d/.test(line)).map((line) => line.trim().split(/\s+/));

  it('reaches the pointer index, and the directory knows as many employments as each company says it has', async () => {
    const [before] = await rowsOf<{ known: number }>('reintegration', `select count(*)::int as known from employment_pointer where company = 'sw-zoetermeer-rijswijk'`);
    const number = freeNumber(900_040);
    // One that ended long ago, so that no figure of today moves.
    const line = `E-990901,${number},Voorbij van Eertijds,1950-01-01,INTERNAL,32,1995-01-01,2001-12-31,0637,sw-zoetermeer-rijswijk,MODERATE`;
    expect((await imports('sw-zoetermeer-rijswijk', fileNamed('employments-late.csv', `${EMPLOYMENTS}\n${line}\n`))).code).toBe(0);
    await untilSent('sw-zoetermeer-rijswijk');
    expect(await rowsOf('reintegration', 'select person, company, employment, from_date::text as from, until_date::text as until from employment_pointer where person = $1', [personOf(number)])).toEqual([
      { person: personOf(number), company: 'sw-zoetermeer-rijswijk', employment: 'zoetermeer-rijswijk:E:E-990901', from: '1995-01-01', until: '2001-12-31' },
    ]);
    const rows = reconciled(await report('reintegration'));
    expect(rows.map(([company, , , stated, known, verdict]) => [company, stated === known, verdict])).toEqual([['sw-leiden', true, 'yes'], ['sw-wassenaar', true, 'yes'], ['sw-zoetermeer-rijswijk', true, 'yes']]);
    expect(Number(rows[2]![4])).toBe(before!.known + 1);
  });

  it('holds pointers only: the index has no other column', async () => {
    const columns = await rowsOf<{ name: string }>('reintegration', `select column_name as name from information_schema.columns where table_name = 'employment_pointer' order by 1`);
    expect(columns.map(({ name }) => name)).toEqual(['company', 'employment', 'from_date', 'person', 'until_date']);
  });
});

describe('the number of a person', () => {
  it('would be found by the search below: the delivered files are full of them', () => {
    expect(personNumbersIn(textOf('benefits', 'clients.csv')).length).toBeGreaterThan(3_000);
    expect(personNumbersIn(textOf('sw-wassenaar', 'statistiek-wsw-20132.txt')).length).toBeGreaterThanOrEqual(293);
    expect(personNumbersIn(JSON.stringify({ bsn: freeNumber(900_010) }))).toHaveLength(1);
  });

  it('is in no output of an import and in no report', () => {
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.flatMap(personNumbersIn)).toEqual([]);
  });

  it.each(SERVICES.map(({ name }) => name))('is in no row of quarantine, runs, inbox and outbox of %s', async (service) => {
    const tables = ['import_quarantine', 'import_run', 'inbox', 'outbox'];
    const texts = await Promise.all(tables.map((table) => rowsOf<{ text: string }>(service, `select t::text as text from ${table} t`)));
    expect(texts.flat().flatMap(({ text }) => personNumbersIn(text))).toEqual([]);
  });

  it('is in no log of any process, the database included', () => {
    const logs = allLogs();
    expect(logs.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/gateway\.log$/), expect.stringMatching(/import-benefits\.log$/), expect.stringMatching(/postgres\.log$/)]));
    expect(logs.filter(({ text }) => personNumbersIn(text).length > 0).map(({ name }) => name)).toEqual([]);
  });
});
