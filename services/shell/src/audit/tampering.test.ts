/** Every way to falsify a chain, on a real database, at random places: all are found, and the untouched chain is clean. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onceOnly } from '../inbox.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { appendAudit } from './append.js';
import type { Anchor } from './chain-verifier.js';
import { linked, type AuditRow, type ChainHead } from './link.js';
import { OWN_STEP, verifyChain } from './verify-chain.js';

const ROWS = 40;
const SEED = 20140303;
const TABLES = ['audit', 'audit_head', 'inbox'];
const definition = (name: string) => ({ name, entities: [], migrations: [], buildSchema: () => Promise.reject(new Error('has none')), wire: () => { throw new Error('is not wired'); } });

let own: TestDatabase;
let other: TestDatabase;
const anchors: Anchor[] = [];
const run = (sql: string, parameters?: unknown[]): Promise<unknown> => own.dataSource.query(sql, parameters);

beforeAll(async () => {
  own = await testDatabase(definition('own'));
  other = await testDatabase(definition('other'));
  for (const { dataSource } of [own, other]) await fill(dataSource);
  for (const table of TABLES) {
    await run(`create table kept_${table} as table ${table}`);
    const rows: Record<string, unknown>[] = await other.dataSource.query(`select to_jsonb(t) as row from ${table} t`);
    await run(`create table other_${table} (like ${table})`);
    await run(`insert into other_${table} select t.* from jsonb_array_elements($1::jsonb) as one, jsonb_populate_record(null::${table}, one -> 'row') t`, [JSON.stringify(rows)]);
  }
});
afterAll(() => Promise.all([own.drop(), other.drop()]));

async function fill(dataSource: TestDatabase['dataSource']): Promise<void> {
  for (let index = 0; index < ROWS; index += 1) {
    if (index % 10 === 0) await keepHead(dataSource);
    const command = { commandId: randomUUID(), actor: 'somebody', payload: { verb: 'do', index }, subject: index % 2 ? randomUUID() : null };
    if (index % 5 === 4) await dataSource.transaction((manager) => appendAudit(manager, { actor: OWN_STEP, verb: 'GO', commandId: `${index}`, requestHash: 'r', outcomeHash: 'o', subject: null }));
    else await dataSource.transaction((manager) => onceOnly(manager, command, () => Promise.resolve({ done: index })));
  }
  await keepHead(dataSource);
}

async function keepHead(dataSource: TestDatabase['dataSource']): Promise<void> {
  if (dataSource !== own.dataSource) return;
  const [head] = await dataSource.query<ChainHead[]>('select seq::text as seq, hash from audit_head');
  anchors.push({ holder: 'other', ...head! });
}

/** Faults after `tamper`; everything is put back. */
async function faultsAfter(tamper: () => Promise<unknown>): Promise<string[]> {
  try {
    await tamper();
    return (await verifyChain(own.dataSource, anchors)).faults.map(({ seq, what }) => `${seq} ${what}`);
  } finally {
    await run('alter table audit drop constraint if exists audit_pkey');
    for (const table of TABLES) {
      await run(`delete from ${table}`);
      await run(`insert into ${table} select * from kept_${table}`);
    }
    await run('alter table audit add primary key (seq)');
  }
}

const random = seeded(SEED);
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
/** A few row numbers between `from` and `to`, the ends among them. */
const places = (from = 1, to = ROWS): number[] => [from, to, ...Array.from({ length: 4 }, () => from + Math.floor(random() * (to - from + 1)))];

async function rowsFrom(seq: number): Promise<AuditRow[]> {
  const columns = 'seq::text as seq, trunc(extract(epoch from at) * 1000000)::text as at, actor, verb, command_id as "commandId", request_hash as "requestHash", outcome_hash as "outcomeHash", subject, prev, hash';
  return own.dataSource.query<AuditRow[]>(`select ${columns} from audit where seq >= $1 order by seq`, [seq]);
}

/** As the attacker who knows the method: every hash from `seq` on made to fit, and the head. */
async function relink(seq: number): Promise<void> {
  let prev = await hashBefore(seq);
  for (const row of await rowsFrom(seq)) {
    const fitting = linked({ ...row, prev });
    await run('update audit set prev = $2, hash = $3 where seq = $1', [row.seq, prev, fitting.hash]);
    prev = fitting.hash;
  }
  await fitHead();
}

async function hashBefore(seq: number): Promise<string> {
  const [before] = await own.dataSource.query<{ hash: string }[]>('select coalesce((select hash from audit where seq = $1::bigint - 1), origin) as hash from audit_head', [seq]);
  return before!.hash;
}

const fitHead = (): Promise<unknown> => run('update audit_head set (seq, hash) = (select seq, hash from audit order by seq desc limit 1)');

describe('a chain in a database', () => {
  it('is clean as the commands wrote it, with every head that another was told of', async () => {
    expect(anchors[0]?.seq).toBe('0');
    const { faults, rows, anchors: compared } = await verifyChain(own.dataSource, anchors);
    expect({ faults, rows, compared }).toEqual({ faults: [], rows: ROWS, compared: anchors.length });
    expect(await faultsAfter(() => Promise.resolve())).toEqual([]);
  });

  it.each([
    ['at', "at + interval '1 microsecond'"], ['actor', "actor || ' '"], ['verb', "'undo'"], ['command_id', 'command_id || 1'], ['request_hash', 'md5(request_hash)'],
    ['outcome_hash', 'md5(outcome_hash)'], ['subject', "case when subject is null then '' end"], ['prev', 'md5(prev)'], ['hash', 'md5(hash)'], ['seq', 'seq + 1000'],
  ])('shows a changed %s', async (column, value) => {
    for (const seq of places()) expect(await faultsAfter(() => run(`update audit set ${column} = ${value} where seq = $1`, [seq]))).not.toEqual([]);
  });

  it('shows a change whose hash was made to fit, of one row and of all that follow', async () => {
    for (const seq of places()) {
      const edit = () => run("update audit set verb = 'undo' where seq = $1", [seq]);
      expect(await faultsAfter(async () => { await edit(); const [row] = await rowsFrom(seq); await run('update audit set hash = $2 where seq = $1', [seq, linked(row!).hash]); })).not.toEqual([]);
      expect(await faultsAfter(async () => { await edit(); await relink(seq); })).toContainEqual(expect.stringMatching(/is not the row that other was told of/));
    }
  });

  it('shows a row that is gone, also when the numbers or all hashes were closed over it', async () => {
    for (const seq of places(1, ROWS - 1)) {
      const remove = () => run('delete from audit where seq = $1', [seq]);
      const renumber = async () => { await run('alter table audit drop constraint audit_pkey'); await run('update audit set seq = seq - 1 where seq > $1', [seq]); await fitHead(); };
      expect(await faultsAfter(remove)).not.toEqual([]);
      expect(await faultsAfter(async () => { await remove(); await renumber(); })).not.toEqual([]);
      expect(await faultsAfter(async () => { await remove(); await renumber(); await relink(seq); })).not.toEqual([]);
    }
  });

  it('shows a row that was put in, in the middle and at the end', async () => {
    for (const seq of places()) {
      const insert = `insert into audit select seq + 1, at, 'somebody', verb, 'made up', request_hash, outcome_hash, subject, hash, hash from audit where seq = $1`;
      const widen = async () => { await run('alter table audit drop constraint audit_pkey'); await run('update audit set seq = seq + 1 where seq > $1', [seq]); await run(insert, [seq]); };
      expect(await faultsAfter(widen)).not.toEqual([]);
      expect(await faultsAfter(async () => { await widen(); await relink(seq + 1); })).not.toEqual([]);
    }
    expect(await faultsAfter(() => run('alter table audit drop constraint audit_pkey').then(() => run('insert into audit select * from audit where seq = 7')))).not.toEqual([]);
  });

  it('shows two rows that changed places', async () => {
    for (const seq of places(1, ROWS - 1)) {
      const swap = async () => { await run('alter table audit drop constraint audit_pkey'); await run('update audit set seq = 2 * $1::bigint + 1 - seq where seq in ($1::bigint, $1::bigint + 1)', [seq]); };
      expect(await faultsAfter(swap)).not.toEqual([]);
      expect(await faultsAfter(async () => { await swap(); await relink(seq); })).not.toEqual([]);
    }
  });

  it('shows a tail that was cut, with the head, and with the commands that it told of', async () => {
    for (const seq of places(1, ROWS)) {
      const cut = () => run('delete from audit where seq >= $1', [seq]);
      const forget = () => run('delete from inbox i where not exists (select 1 from audit a where a.command_id = i.command_id)');
      const head = () => run('update audit_head h set seq = $1 - 1, hash = coalesce((select hash from audit where seq = $1 - 1), h.origin)', [seq]);
      expect(await faultsAfter(cut)).not.toEqual([]);
      expect(await faultsAfter(async () => { await cut(); await head(); })).not.toEqual([]);
      expect(await faultsAfter(async () => { await cut(); await head(); await forget(); })).toContainEqual(expect.stringMatching(/is gone: other was told of this row/));
    }
  });

  it('shows rows, and a whole chain, of another body', async () => {
    for (const seq of places()) {
      expect(await faultsAfter(async () => { await run('delete from audit where seq = $1', [seq]); await run('insert into audit select * from other_audit where seq = $1', [seq]); })).not.toEqual([]);
    }
    const swapAll = async () => { for (const table of TABLES) { await run(`delete from ${table}`); await run(`insert into ${table} select * from other_${table}`); } };
    expect(await faultsAfter(swapAll)).toContainEqual('0 is not the row that other was told of');
  });

  it('shows a command or answer that was forgotten or changed, and a head that is gone', async () => {
    const anyCommand = `(actor, command_id) in (select actor, command_id from inbox order by command_id offset ${places(0, 30).at(-1)} limit 1)`;
    expect(await faultsAfter(() => run(`delete from inbox where ${anyCommand}`))).toContainEqual(expect.stringMatching(/nobody remembers/));
    expect(await faultsAfter(() => run(`update inbox set outcome = '{"done": "otherwise"}' where ${anyCommand}`))).toContainEqual(expect.stringMatching(/answer was changed/));
    expect(await faultsAfter(() => run(`update inbox set request_hash = 'x' where ${anyCommand}`))).toContainEqual(expect.stringMatching(/command was changed/));
    expect(await faultsAfter(() => run(`insert into inbox (actor, command_id, request_hash) values ('a', 'b', 'c')`))).toEqual(['- command b has no row']);
    expect(await faultsAfter(() => run('delete from audit_head'))).toContainEqual(expect.stringMatching(/the head of the chain is gone/));
  });
});
