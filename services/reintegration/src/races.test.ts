/**
 * Several at once on one agreement, on a real database: all have read it before the first of them writes. Without the comparison of
 * the revision in the update, or without the inbox, these fail.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { acceptAgreement } from './commands/accept.js';
import type { CommandAnswer } from './commands/answer.js';
import { counterAgreement } from './commands/counter.js';
import { withdrawAgreement } from './commands/withdraw.js';
import type { Agreement } from './domain/agreement.js';
import { fold } from './domain/evolve.js';
import type { AgreementStore, AgreementTransaction } from './domain/ports.js';
import { AgreementReadStore } from './store/agreement-reads.js';
import { reintegration } from './service.js';
import { accept, codeOf, idOf, now, proposed } from './testing/deeds.js';
import { wish, World } from './testing/negotiation-world.js';
import { unloggedReader } from './store/reader.js';

const AT_ONCE = 8;

let database: TestDatabase;
let world: World;
let before: Agreement;
let people = 0;

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(async () => {
  world = new World(database.dataSource);
  people += 1;
  before = await proposed(world, `person-${people}`, `zoetermeer-rijswijk:W:${people}`);
});

/** Lets the first `count` loads of the agreement wait for one another, as the slowest network would. */
function meetAfterLoading(count: number): { readonly arrived: () => number } {
  const { store } = world;
  let arrived = 0;
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const once: AgreementStore['once'] = (received, work) =>
    store.once(received, (tx) => {
      const load: AgreementTransaction['load'] = async (id) => {
        const loaded = await tx.load(id);
        arrived += 1;
        if (arrived >= count) open();
        await gate;
        return loaded;
      };
      return work(new Proxy(tx, { get: (target, name) => (name === 'load' ? load : boundTo(target, name)) }));
    });
  world.services = { ...world.services, store: new Proxy(store as AgreementStore, { get: (target, name) => (name === 'once' ? once : boundTo(target, name)) }) };
  return { arrived: () => arrived };
}

function boundTo(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
}

/** One entry more than the proposal, whole and in order. */
async function expectOneEffect(): Promise<Agreement> {
  const reads = new AgreementReadStore(unloggedReader(database.dataSource.manager));
  const history = (await reads.historyOf([before.id])).get(before.id) ?? [];
  const after = await now(world, before.id);
  expect(history).toHaveLength(2);
  expect(fold(history)).toEqual(after);
  return after;
}

const seen = (commandId: string = randomUUID()) => ({ commandId, id: before.id, expectedVersion: before.version });

describe('commands that all read the same version', () => {
  it('of one body: one takes effect, the others are told that they are late', async () => {
    const { arrived } = meetAfterLoading(AT_ONCE);
    const give = () => acceptAgreement(world.services, world.request('sw-leiden'), { ...seen(), termsHash: before.current.hash });
    const codes = (await Promise.all(Array.from({ length: AT_ONCE }, give))).map(codeOf);
    expect(arrived()).toBeGreaterThanOrEqual(AT_ONCE);
    expect(codes.sort()).toEqual([...Array.from({ length: AT_ONCE - 1 }, () => 'STALE_VERSION'), 'done'].sort());
    expect((await expectOneEffect()).version).toBe(before.version + 1);
  });

  it('of several bodies that want different things: one is done, and nothing of the others', async () => {
    meetAfterLoading(3);
    const answers: Promise<CommandAnswer>[] = [
      acceptAgreement(world.services, world.request('sw-leiden'), { ...seen(), termsHash: before.current.hash }),
      counterAgreement(world.services, world.request('sw-zoetermeer-rijswijk'), { ...seen(), terms: wish({ hoursPerWeek: '26' }) }),
      withdrawAgreement(world.services, world.caseWorker, { ...seen(), reason: 'toch niet' }),
    ];
    const codes = (await Promise.all(answers)).map(codeOf);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'STALE_VERSION')).toHaveLength(2);
    await expectOneEffect();
  });
});

describe('one command that arrives several times at once', () => {
  it('takes effect once and is answered the same each time', async () => {
    const input = { ...seen(), terms: wish({ hoursPerWeek: '26' }) };
    const give = () => counterAgreement(world.services, world.request('sw-zoetermeer-rijswijk'), input);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, give));
    expect(answers.map(codeOf)).toEqual(Array.from({ length: AT_ONCE }, () => 'done'));
    expect(new Set(answers.map(idOf))).toEqual(new Set([before.id]));
    expect((await expectOneEffect()).current.terms.hoursPerWeek).toBe('26');
  });
});

describe('two last acceptances for one worker', () => {
  it('promise his hours once: the second finds what the first has promised', async () => {
    const places = ['a', 'b'].map((name) => `zoetermeer-rijswijk:W:${people}${name}`);
    const ids: string[] = [];
    for (const place of places) ids.push((await proposed(world, `double-${people}`, place)).id);
    for (const id of ids) await accept(world, id, world.request('sw-leiden'));
    meetAfterLoading(2);
    const codes = (await Promise.all(ids.map((id) => accept(world, id, world.request('sw-zoetermeer-rijswijk'))))).map(codeOf);
    expect(codes.sort()).toEqual(['PERIOD_OVERLAPS', 'done']);
  });
});
