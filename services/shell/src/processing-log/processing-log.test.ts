/** A line per person per processing, in the transaction of the read, on a real database: also when something breaks down. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRegisters } from '#kernel/registers.js';
import { traceparentOf } from '#kernel/trace.js';
import type { Viewer } from '#kernel/viewer.js';
import { openDatabase } from '../database.js';
import { ReadSession } from '../read-session.js';
import { asAppRole, testDatabase, type TestDatabase } from '../testing/test-database.js';
import { REGISTER, testLog } from '../testing/test-log.js';
import { type Processing, ProcessingLog } from './processing-log.js';

const definition = { name: 'own', entities: [], migrations: [], buildSchema: () => Promise.reject(new Error('has none')), wire: () => { throw new Error('is not wired'); } };
const officer: Viewer = { subject: 'officer-7', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'], scopes: [], purpose: 'wsw' };
const worker: Viewer = { subject: 'anna', body: 'gm-0626', roles: ['WORKER'], scopes: [], purpose: 'inzage' };
const log = testLog('own');
const registers = loadRegisters();

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase(definition)));
beforeEach(() => database.dataSource.query('truncate processing_log, access_log, access_unlinked, access_linked, processing_unsent'));
afterAll(() => database.drop());

const rows = <T = Record<string, unknown>>(sql: string): Promise<T[]> => database.dataSource.query<T[]>(sql);
const count = async (table: string): Promise<number> => (await rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
let requests = 0;
const request = (viewer = officer, over: Partial<Processing> = {}): Processing => ({ viewer, requestId: `request-${(requests += 1)}`, from: 'gateway', action: 'query Dossier', ...over });

function sessionOf(processing: Processing, by: ProcessingLog = log): ReadSession {
  const facts = { viewer: processing.viewer!, businessDate: '2014-03-03', requestId: processing.requestId, deadline: Date.now() + 10_000, from: processing.from };
  return new ReadSession(database.reads, facts, { body: 'own-body', registers }, by.of(processing));
}

/** One request that reads these persons. */
async function read(persons: readonly string[], processing = request()): Promise<void> {
  const session = sessionOf(processing);
  await session.read((manager) => manager.query('select 1'));
  session.processed(persons);
  await session.close();
}

describe('the log of processings', () => {
  it('has a line per person, however often he was read in one request', async () => {
    const session = sessionOf(request());
    await session.read((manager) => manager.query('select 1'));
    session.processed(['anna', 'bram']);
    session.processed(['anna', 'cees']);
    expect(await count('processing_log')).toBe(0);
    await session.close();
    const lines = await rows<{ subject: string }>('select data_subject_id as subject from processing_log');
    expect(lines.map(({ subject }) => subject).sort()).toEqual(['anna', 'bram', 'cees'].map((one) => log.pseudonym(one)).sort());
    expect(session.statements).toBe(1);
  });

  it('has one line for two fetches of one request, and two for two requests, whatever trace the client names', async () => {
    const one = request();
    await Promise.all([read(['anna', 'bram'], one), read(['bram', 'anna'], one), read(['anna'], one)]);
    expect(await count('processing_log')).toBe(2);
    const parentSpan = traceparentOf('the same').slice(36, 52);
    await read(['anna'], request(officer, { parentSpan }));
    await read(['anna'], request(officer, { parentSpan }));
    expect(await count('processing_log')).toBe(4);
    expect(await count('access_log')).toBe(4);
  });

  it('says what Logboek dataverwerkingen asks, of a body that asks for itself too, and not who looked', async () => {
    await read(['anna'], request(officer, { requestId: '0b1f3a52-7c0d-4e9a-8f11-2233445566ff', from: 'asking', parentSpan: 'a1b2c3d4e5f60718' }));
    const [line] = await rows('select * from processing_log');
    expect(line).toMatchObject({
      trace_id: '0b1f3a527c0d4e9a8f112233445566ff', parent_span_id: 'a1b2c3d4e5f60718', status: 'Ok', name: 'query Dossier', processing_activity_id: `${REGISTER}wsw`,
      data_subject_id_type: 'schakel-log-pseudonym', foreign_processor: 'urn:oin:00000001234567890000', span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(JSON.stringify(line)).not.toContain('officer-7');
    expect(await rows('select actor, body, roles, action, result, origin, activity from access_log')).toEqual([
      { actor: 'officer-7', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'], action: 'query Dossier', result: 'SHOWN', origin: 'asking', activity: 'wsw' },
    ]);
  });

  it('knows a person by a pseudonym of its own, also the worker who looks at himself', async () => {
    await read(['anna'], request(worker));
    expect(JSON.stringify([await rows('select * from processing_log'), await rows('select * from access_log')])).not.toContain('anna');
    const another = new ProcessingLog({ service: 'own', key: Buffer.alloc(32, 1), register: REGISTER, exported: false, registers: { bodies: [], parties: [] } });
    expect(another.pseudonym('anna')).not.toBe(log.pseudonym('anna'));
  });

  it('has no line of who was named and not shown; the attempt is in the audit of accesses', async () => {
    const session = sessionOf(request());
    session.refused(['bram']);
    await session.close();
    expect(await count('processing_log')).toBe(0);
    expect(await rows('select object, result from access_log')).toEqual([{ object: log.pseudonym('bram'), result: 'REFUSED' }]);
  });

  it('has no line of a request that read no person', async () => {
    await read([]);
    expect([await count('processing_log'), await count('access_log')]).toEqual([0, 0]);
  });

  it('is written when a read fails after persons were read, as a failure', async () => {
    const session = sessionOf(request());
    await session.read((manager) => manager.query('select 1'));
    session.processed(['anna']);
    await expect(session.read((manager) => manager.query('select 1 / 0'))).rejects.toThrow(/division/);
    session.log?.failed();
    await session.close();
    expect(await rows('select status from processing_log')).toEqual([{ status: 'Error' }]);
  });

  it('leaves the reads what they were: nothing else can be written in their transaction', async () => {
    const session = sessionOf(request());
    await expect(session.read((manager) => manager.query(`insert into processing_unsent values (1)`))).rejects.toThrow(/read-only/);
    session.processed(['anna']);
    await session.close();
    expect([await count('processing_unsent'), await count('processing_log')]).toEqual([0, 1]);
  });

  it('that cannot be written fails the end of the request, and leaves nothing behind', async () => {
    await rows('alter table access_log rename to hidden_access_log');
    try {
      await expect(read(['anna'])).rejects.toThrow(/access_log/);
    } finally {
      await rows('alter table hidden_access_log rename to access_log');
    }
    expect([await count('processing_log'), await count('access_log')]).toEqual([0, 0]);
    await read(['anna']);
    expect(await count('processing_log')).toBe(1);
  });

  it('goes with the command that was rolled back, and comes with the one that was done', async () => {
    const command = (fails: boolean) => database.dataSource.transaction(async (manager) => {
      await log.write(manager, request(officer, { action: 'mutation propose' }), ['anna']);
      if (fails) throw new Error('too late');
    });
    await expect(command(true)).rejects.toThrow('too late');
    expect(await count('processing_log')).toBe(0);
    await command(false);
    expect(await rows('select name from processing_log')).toEqual([{ name: 'mutation propose' }]);
  });
});

describe('the role that serves', () => {
  it('adds lines and entries, and changes or removes none', async () => {
    const own = await testDatabase(definition);
    const serving = await openDatabase(definition, asAppRole(own.url), 1);
    try {
      await serving.transaction((manager) => log.write(manager, request(), ['anna']));
      for (const table of ['processing_log', 'access_log', 'access_linked']) {
        for (const change of [`update ${table} set request = request`.replace('access_linked set request = request', 'access_linked set batch = batch'), `delete from ${table}`, `truncate ${table}`]) {
          await expect(serving.query(change)).rejects.toThrow(/permission denied/);
        }
      }
    } finally {
      await serving.destroy();
      await own.drop();
    }
  });
});
