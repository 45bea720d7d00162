/** The coordinator's steps in the audit chain, on a real database with a whole negotiation. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyChain } from '#shell/audit/verify-chain.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { reintegration } from './service.js';
import { stepFaults } from './store/own-steps-audit.js';
import { informed, workerSays } from './testing/deeds.js';
import { World } from './testing/negotiation-world.js';

let database: TestDatabase;
let id: string;
beforeAll(async () => {
  database = await testDatabase(reintegration);
  const world = new World(database.dataSource);
  id = (await informed(world, 'person-1')).id;
  await workerSays(world, id, 'AGREED');
});
afterAll(() => database.drop());

const run = (sql: string): Promise<{ verb: string }[]> => database.dataSource.query(sql);
const faults = async (): Promise<string[]> => (await verifyChain(database.dataSource, [], stepFaults)).faults.map(({ seq, what }) => `${seq} ${what}`);

/** Puts the row back that `tamper` changed. */
async function faultsAfter(table: string, tamper: string): Promise<string[]> {
  await run(`create table kept as table ${table}`);
  try {
    await run(tamper);
    return await faults();
  } finally {
    await run(`delete from ${table}`);
    await run(`insert into ${table} select * from kept`);
    await run('drop table kept');
  }
}

describe('the steps of the coordinator', () => {
  it('stand in the audit chain between the commands, and the whole is clean', async () => {
    const verbs = (await run('select verb from audit order by seq')).map(({ verb }) => verb);
    expect(verbs).toEqual(['record-offer', 'record-worker-choice', 'propose', 'accept', 'accept', 'WORKPLACE_HELD', 'inform-worker', 'record-worker-decision', 'DECIDED', 'SIGNED']);
    expect(await faults()).toEqual([]);
  });

  it('are missed when the history has a step that the chain does not, or another one', async () => {
    const added = `insert into agreement_history select agreement, revision + 1, version, '{"type": "ACTIVATED"}', at, business_date, null, null from agreement_history where agreement = '${id}' order by revision desc limit 1`;
    expect(await faultsAfter('agreement_history', added)).toEqual([expect.stringMatching(/^- step \d+ of agreement .* has no row$/)]);
    const changed = `update agreement_history set event = event || '{"termsVersion": 9}' where event ->> 'type' = 'WORKPLACE_HELD'`;
    expect(await faultsAfter('agreement_history', changed)).toEqual(['6 tells of another step than the history of the agreement']);
    expect(await faultsAfter('agreement_history', `delete from agreement_history where event ->> 'type' = 'SIGNED'`)).toEqual(['10 tells of another step than the history of the agreement']);
  });
});
