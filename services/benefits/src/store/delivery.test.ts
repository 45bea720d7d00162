import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '#shell/testing/test-database.js';
import { deliver, FACTS, FILES, formatOf, smallRegister } from '../testing/small-register.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await smallRegister();
});
afterAll(() => database.drop());

const rows = (sql: string) => database.dataSource.query<Record<string, unknown>[]>(sql);

async function refused(kind: string, text: string) {
  const format = formatOf(kind);
  const records = format.parse(text, FACTS, `${kind}.csv`).flatMap((line) => ('record' in line ? [line] : []));
  const found = (await format.check?.(database.dataSource.manager, records)) ?? [];
  return found.flatMap(({ line, faults }) => faults.map((fault) => [line, fault.field, fault.valueClass]));
}

describe('delivering again', () => {
  it.each(Object.keys(FILES))('%s: the same content changes nothing', async (kind) => {
    expect(await deliver(database, kind, FILES[kind] ?? '')).toMatchObject({ inserted: 0, updated: 0 });
  });

  it('takes over changed content under the same number, and leaves a number that the file lacks', async () => {
    const outcome = await deliver(database, 'benefits', 'benefit_number,client_number,scheme,status,from,until,monthly_amount\n41,1,WWB,SUSPENDED,2012-01-01,,900.33\n');
    expect(outcome).toMatchObject({ inserted: 0, updated: 1, unchanged: 0 });
    expect(await rows('select benefit_number, status from benefit order by 1')).toEqual([
      { benefit_number: '41', status: 'SUSPENDED' },
      { benefit_number: '43', status: 'ENDED' },
    ]);
  });

  it('replaces the periods of a parent that is delivered, and of no other', async () => {
    await deliver(database, 'residences', 'client_number,municipality,from,until\n2,0626,2001-01-01,\n');
    const homes = await rows(`select client_number, to_char(from_on, 'YYYY') as year from residence order by 1, 2`);
    expect(homes).toEqual([
      { client_number: '1', year: '2000' },
      { client_number: '2', year: '2001' },
      { client_number: '3', year: '2000' },
      { client_number: '3', year: '2014' },
    ]);
  });

  it('moves the due date when a suspension ends or goes', async () => {
    const header = 'application_number,from,until,reason,legal_ground';
    await deliver(database, 'suspensions', `${header}\n35,2014-02-01,2014-02-11,Aanvulling gevraagd,Awb art. 4:15\n`);
    expect(await rows(`select to_char(base_due_on, 'YYYY-MM-DD') as due, suspended_since from application where application_number = '35'`)).toEqual([
      { due: '2014-03-27', suspended_since: null },
    ]);
  });

  it('takes everything of a client along when his number is corrected', async () => {
    const outcome = await deliver(database, 'clients', 'client_number,bsn,name,birth_date,postcode_area\n2,999990019,Brambert van der Drem,1971-01-01,2251\n');
    expect(outcome).toMatchObject({ inserted: 0, updated: 1 });
    expect(await rows(`select distinct person_id from application where client_number = '2'`)).toEqual([{ person_id: 'person-999990019' }]);
    expect(await rows(`select id from person where id = 'person-2'`)).toEqual([]);
  });
});

describe('what only the register can tell', () => {
  it('counts a second client number of the same person as a duplicate', async () => {
    expect(await deliver(database, 'clients', FILES['clients'] ?? '')).toMatchObject({ duplicates: 1 });
    expect(await rows(`select count(*)::int as numbers, count(distinct person_id)::int as persons from client`)).toEqual([{ numbers: 4, persons: 3 }]);
  });

  it('refuses a reference to what nobody delivered', async () => {
    expect(await refused('residences', 'client_number,municipality,from,until\n1,1916,2000-01-01,\n77,1916,2000-01-01,\n')).toEqual([[3, 'client_number', 'unknown-reference']]);
    expect(await refused('suspensions', 'application_number,from,until,reason,legal_ground\n99,2014-01-01,,x,y\n')).toEqual([[2, 'application_number', 'unknown-reference']]);
  });

  it('refuses the second record of a key', async () => {
    expect(await refused('municipalities', 'code,name\n1916,A\n0626,B\n1916,C\n')).toEqual([[4, 'code', 'duplicate']]);
  });
});
