/** The coordinator's steps in the audit chain, on a real database with a whole negotiation. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyChain } from '#shell/audit/verify-chain.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { amendAgreement } from './commands/amend.js';
import { reintegration } from './service.js';
import { stepFaults } from './store/own-steps-audit.js';
import { idOf, informed, running, workerSays } from './testing/deeds.js';
import { wish, World } from './testing/negotiation-world.js';

let database: TestDatabase;
let world: World;
let id: string;
beforeAll(async () => {
  database = await testDatabase(reintegration);
  world = new World(database.dataSource);
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

describe('what a command wrote in a history', () => {
  it('is missed when it is another, when it is gone, and when nobody gave the command', async () => {
    const changed = `update agreement_history set event = event || '{"informedOn": "2014-03-01"}' where event ->> 'type' = 'WORKER_INFORMED'`;
    const wrong = (seq: number): string => `${seq} the history of the agreement has not what the command wrote there`;
    expect(await faultsAfter('agreement_history', changed)).toEqual([wrong(7)]);
    expect(await faultsAfter('agreement_history', `delete from agreement_history where event ->> 'type' = 'WORKER_DECIDED'`)).toEqual([wrong(8)]);
    expect(await faultsAfter('agreement_history', `update agreement_history set actor_subject = 'somebody' where event ->> 'type' = 'WORKER_INFORMED'`)).toEqual([wrong(7)]);
    const added = `insert into agreement_history select agreement, revision + 1, version + 1, '{"type": "ENDED"}', at, business_date, 'somebody', actor_body from agreement_history where agreement = '${id}' order by revision desc limit 1`;
    expect(await faultsAfter('agreement_history', added)).toEqual([expect.stringMatching(/^- step \d+ of agreement .* has no row$/)]);
  });
});

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

  it('of an amendment are missed like those of a first agreement', async () => {
    const { id: amended, version } = await running(world, 'person-2', 'zoetermeer-rijswijk:W:1002');
    const amendment = idOf(await amendAgreement(world.services, world.request('sw-leiden'), { commandId: randomUUID(), id: amended, expectedVersion: version, terms: wish({ from: '2014-06-01' }) }));
    expect(await faults()).toEqual([]);
    const added = `insert into agreement_history select agreement, 2, version, '{"type": "LAPSED"}', at, business_date, null, null from agreement_history where agreement = '${amendment}'`;
    expect(await faultsAfter('agreement_history', added)).toEqual([`- step 2 of agreement ${amendment} has no row`]);
  });
});
