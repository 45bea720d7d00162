/**
 * An import that is killed half-way leaves all of a file or nothing of it. It is held at known points of its transaction by a lock
 * on the table that it writes next, and killed there with SIGKILL; once more, and again at other moments, without a lock.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../local/demo/world.js';
import { bsnOfSerial } from '../../local/population/bsn.js';
import { beginImport, fileNamed, inDatabase, report, rowsOf, runImport } from '../kit/imports.js';

/** More than the register writes in one statement. */
const LINES = 6_000;
/** Numbers that the population leaves free, and clients without a residence: nobody sees them, no figure moves. */
const free = Array.from({ length: 30_000 }, (_, index) => bsnOfSerial(950_000 + index)).filter((bsn) => bsn !== null);
const LETTERS = ['h', 'f', 't'];

function largeFile(name: string, letter: string): string {
  const start = LETTERS.indexOf(letter) * LINES;
  const lines = free.slice(start, start + LINES).map((bsn, index) => `${letter}${index},${bsn},Grotebestand nummer ${index},1960-01-01,2251`);
  return fileNamed(`clients-${name}.csv`, `client_number,bsn,name,birth_date,postcode_area\n${lines.join('\n')}\n`);
}

interface Taken {
  readonly clients: number;
  readonly runs: number;
}

async function taken(name: string, letter: string): Promise<Taken> {
  const [found] = await rowsOf<Taken>('benefits', `select (select count(*)::int from client where client_number like $1) as clients, (select count(*)::int from import_run where file = $2) as runs`, [
    `${letter}%`,
    `clients-${name}.csv`,
  ]);
  return found!;
}

/** Statements of imports that run or wait now; the service itself never writes these tables. */
const WRITING = `select wait_event_type as waits from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()
  and state <> 'idle' and query ~ '(insert into (person|client|import_run)|jsonb_to_recordset)'`;
const writing = (): Promise<{ waits: string | null }[]> => rowsOf('benefits', WRITING);
const allGone = (): Promise<unknown> => eventually(writing, (rows) => rows.length === 0, 'the database has ended what the killed import began');

/** Holds the import where it wants to write this table, kills it there, and lets the database go on. */
async function killWhereItWrites(table: string, file: string): Promise<void> {
  await inDatabase('benefits', async (client) => {
    await client.query('begin');
    await client.query(`lock table ${table} in exclusive mode`);
    const running = beginImport('benefits', file);
    await eventually(writing, (rows) => rows.some(({ waits }) => waits === 'Lock'), `the import waits for ${table}`);
    running.kill();
    await running.ended;
    await client.query('rollback');
  });
  await allGone();
}

const outcomes: string[] = [];
/** How long an import of this size takes here when nobody kills it, in ms. */
let whole = 2_000;
afterAll(() => void process.stdout.write(`imports killed: ${outcomes.join('; ')}\n`));

describe('an import killed with SIGKILL', () => {
  let before: string;
  beforeAll(async () => {
    before = await report('benefits');
  });

  it.each(['person', 'client', 'import_run'])('before it could write %s leaves nothing of the file', async (table) => {
    const file = largeFile('held', 'h');
    await killWhereItWrites(table, file);
    expect(await taken('held', 'h')).toEqual({ clients: 0, runs: 0 });
    outcomes.push(`at ${table}: nothing`);
  });

  it('leaves nothing in the report either, and the import again takes the whole file, once', async () => {
    expect(await report('benefits')).toBe(before);
    const file = largeFile('held', 'h');
    const began = performance.now();
    expect(await runImport('benefits', file)).toEqual({ code: 0, output: expect.stringContaining(`delivered ${LINES}, accepted ${LINES}, refused 0, duplicates 0 (new ${LINES}, changed 0, unchanged 0)`) });
    whole = performance.now() - began;
    expect(await taken('held', 'h')).toEqual({ clients: LINES, runs: 1 });
    expect((await runImport('benefits', file)).output).toContain('imported before, nothing changed');
    expect(await taken('held', 'h')).toEqual({ clients: LINES, runs: 1 });
  });

  it('at any other moment leaves all or nothing, and the import again completes it', async () => {
    const file = largeFile('free', 'f');
    for (const part of [0.4, 0.6, 0.75, 0.9]) {
      const wait = Math.round(whole * part);
      const running = beginImport('benefits', file);
      await Promise.race([sleep(wait), running.ended]);
      running.kill();
      await running.ended;
      await allGone();
      const after = await taken('free', 'f');
      expect([{ clients: 0, runs: 0 }, { clients: LINES, runs: 1 }]).toContainEqual(after);
      outcomes.push(`after ${wait} of ${Math.round(whole)} ms: ${after.runs === 1 ? 'all' : 'nothing'}`);
    }
    expect((await runImport('benefits', file)).code).toBe(0);
    expect(await taken('free', 'f')).toEqual({ clients: LINES, runs: 1 });
  });

  it('does not keep the next import of the same kind waiting, and two at once are as good as one after the other', async () => {
    const file = largeFile('twice', 't');
    const both = await Promise.all([runImport('benefits', file), runImport('benefits', file)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ output }) => output.includes('imported before, nothing changed'))).toHaveLength(1);
    expect(await taken('twice', 't')).toEqual({ clients: LINES, runs: 1 });
  });
});
