/** Orders for several workers on a real database: each agreement its own way, commands once and on the version that was seen, rows for whom they are. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Fault } from '#kernel/faults.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { changeGroupOrder, linkToGroupOrder, type OrderAnswer, recordGroupOrder } from './commands/group-order.js';
import type { CommandRequest } from './commands/command.js';
import type { Agreement } from './domain/agreement.js';
import type { GroupOrder } from './domain/group-order.js';
import { orderPlaces } from './domain/group-order-places.js';
import { agreementScope } from './domain/policy.js';
import { HIRER, ORDER_TERMS } from './domain/testing/sample-order.js';
import { reintegration } from './service.js';
import { GroupOrderReadStore } from './store/group-order-reads.js';
import { accept, informed, now, proposed, workerSays } from './testing/deeds.js';
import { World } from './testing/negotiation-world.js';
import { unloggedReader } from './store/reader.js';

let database: TestDatabase;
let world: World;
let places = 0;
beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(() => {
  world = new World(database.dataSource);
});

const owner = (): CommandRequest => world.request('sw-zoetermeer-rijswijk');
const newPlaces = (): string[] => Array.from({ length: 3 }, () => `zoetermeer-rijswijk:W:${(places += 1)}`);
const wish = (workplaces: string[], changes: object = {}) => ({ ...ORDER_TERMS, hirer: HIRER.id, workplaces, workers: 3, until: null, ...changes });
const reads = (): GroupOrderReadStore => new GroupOrderReadStore(unloggedReader(database.dataSource.manager));
const seenBy = async (request: CommandRequest, id: string): Promise<GroupOrder | undefined> => (await reads().byIds([id], agreementScope(request.viewer))).get(id);
const codeOf = (answer: OrderAnswer): string => (answer.kind === 'REFUSAL' ? answer.refused.refused : 'done');

async function recorded(workplaces: string[], changes: object = {}): Promise<string> {
  const answer = await recordGroupOrder(world.services, owner(), { commandId: randomUUID(), order: wish(workplaces, changes) });
  if (answer.kind === 'REFUSAL') throw new Error(`${answer.refused.refused} ${answer.refused.detail}`);
  return answer.id;
}
const seconded = (place: string, person: string = randomUUID()): Promise<Agreement> => proposed(world, person, place, { workForm: 'SECONDMENT_GROUP' });
async function link(id: string, agreement: string, request = owner()): Promise<OrderAnswer> {
  return linkToGroupOrder(world.services, request, { commandId: randomUUID(), id, expectedVersion: (await seenBy(owner(), id))?.version ?? 0, agreement });
}

describe('an order for three workers', () => {
  it('goes on for two when one says no, and for one when a place is lost to somebody else', async () => {
    const [a, b, c] = newPlaces() as [string, string, string];
    const id = await recorded([a, b, c]);
    const yes = await informed(world, randomUUID(), a, { workForm: 'SECONDMENT_GROUP' });
    const no = await seconded(b);
    const lost = await seconded(c);
    for (const { id: agreement } of [yes, no, lost]) expect(codeOf(await link(id, agreement))).toBe('done');
    await workerSays(world, no.id, 'DECLINED');
    world.holders.set(c, 'another agreement');
    await accept(world, lost.id, world.request('sw-leiden'));
    await accept(world, lost.id, owner());
    await workerSays(world, yes.id, 'AGREED');
    const order = (await seenBy(owner(), id))!;
    const agreements = await Promise.all(order.agreements.map((one) => now(world, one)));
    expect(orderPlaces(order.terms, agreements).map(({ workplace, agreement }) => [workplace, agreement?.state ?? null])).toEqual([[a, 'SIGNED'], [b, 'DECLINED'], [c, 'PROPOSED'], [b, null]]);
    const other = await seconded(b);
    expect(codeOf(await link(id, other.id))).toBe('done');
    expect((await now(world, yes.id)).state).toBe('SIGNED');
  });

  it('is changed without touching an agreement, and keeps its earlier terms', async () => {
    const [a, b, c] = newPlaces() as [string, string, string];
    const id = await recorded([a, b, c]);
    const agreement = await seconded(a);
    await link(id, agreement.id);
    const input = { commandId: randomUUID(), id, expectedVersion: 2, order: wish([b, c], { workers: 2, feePerHour: '6.00' }) };
    expect(codeOf(await changeGroupOrder(world.services, owner(), input))).toBe('done');
    expect(await now(world, agreement.id)).toEqual(agreement);
    const order = (await seenBy(owner(), id))!;
    expect(orderPlaces(order.terms, [agreement])[0]?.deviations).toEqual(['De werkplek hoort niet (meer) bij de opdracht.', 'De inleenvergoeding is 5,5 euro per uur; de opdracht noemt 6 euro.']);
    expect(await database.dataSource.query('select version, terms->>\'feePerHour\' as fee from group_order_terms where group_order = $1 order by version', [id])).toEqual([{ version: 1, fee: '5.50' }, { version: 3, fee: '6.00' }]);
  });
});

describe('a command on an order', () => {
  it('is done once per id, tells a reused id, and is refused on another version', async () => {
    const workplaces = newPlaces();
    const input = { commandId: randomUUID(), order: wish(workplaces) };
    const first = await recordGroupOrder(world.services, owner(), input);
    expect(await recordGroupOrder(world.services, owner(), input)).toEqual(first);
    expect(codeOf(await recordGroupOrder(world.services, owner(), { ...input, order: wish(workplaces, { workers: 1 }) }))).toBe('COMMAND_REUSED');
    const id = first.kind === 'GROUP_ORDER' ? first.id : '';
    const { id: agreement } = await seconded(workplaces[0]!);
    const linking = { commandId: randomUUID(), id, expectedVersion: 1, agreement };
    expect([await linkToGroupOrder(world.services, owner(), linking), await linkToGroupOrder(world.services, owner(), linking)].map(codeOf)).toEqual(['done', 'done']);
    expect(codeOf(await linkToGroupOrder(world.services, owner(), { ...linking, commandId: randomUUID() }))).toBe('STALE_VERSION');
    expect((await seenBy(owner(), id))?.version).toBe(2);
  });

  it('of two at once, on the same version, is done for one and refused for the other', async () => {
    const [a, b] = newPlaces() as [string, string];
    const id = await recorded([a, b], { workers: 1 });
    const agreements = await Promise.all([seconded(a), seconded(b)]);
    const answers = await Promise.all(agreements.map(({ id: agreement }) => linkToGroupOrder(world.services, owner(), { commandId: randomUUID(), id, expectedVersion: 1, agreement })));
    expect(answers.map(codeOf).sort()).toEqual(['STALE_VERSION', 'done']);
  });

  it('that a body does not answer changes nothing, and can be given again', async () => {
    const input = { commandId: randomUUID(), order: wish(newPlaces()) };
    world.down.add('sw-zoetermeer-rijswijk');
    expect(codeOf(await recordGroupOrder(world.services, owner(), input))).toBe('BODY_UNAVAILABLE');
    world.down.clear();
    expect(codeOf(await recordGroupOrder(world.services, owner(), input))).toBe('done');
  });

  it('is not for a case worker, and without a purpose for nobody', async () => {
    expect(codeOf(await recordGroupOrder(world.services, world.caseWorker, { commandId: randomUUID(), order: wish(newPlaces()) }))).toBe('NO_AUTHORITY');
    const request = { ...owner(), viewer: { ...owner().viewer, purpose: null } };
    await expect(recordGroupOrder(world.services, request, { commandId: randomUUID(), order: wish(newPlaces()) })).rejects.toThrow(Fault);
  });

  it('stands in the audit chain, and linking in the log of processings of the worker', async () => {
    const [a] = newPlaces() as [string];
    const id = await recorded([a], { workers: 1 });
    const agreement = await seconded(a);
    await link(id, agreement.id, { ...owner(), requestId: 'linking' });
    expect(await database.dataSource.query(`select action, result from access_log where request = 'linking'`)).toEqual([{ action: 'mutation link-to-group-order', result: 'SHOWN' }]);
    const verbs = await database.dataSource.query<{ verb: string }[]>('select verb from audit where subject = $1 order by seq', [id]);
    expect(verbs.map((one) => one.verb)).toEqual(['record-group-order', 'link-to-group-order']);
  });
});

describe('an order is seen', () => {
  it('by the company that has it, and by the parties of an agreement in it, who see that agreement only', async () => {
    const [a, b] = newPlaces() as [string, string];
    const id = await recorded([a, b], { workers: 2 });
    expect([(await seenBy(owner(), id))?.agreements, await seenBy(world.caseWorker, id), await seenBy(world.request('sw-leiden'), id)]).toEqual([[], undefined, undefined]);
    const own = await seconded(a);
    await link(id, own.id);
    await database.dataSource.query(`insert into group_order_agreement (agreement, group_order, version, linked_on, linked_by)
      select id, $1, 99, '2014-03-03', 'sw-zoetermeer-rijswijk' from agreement where id = $2`, [id, (await seconded(b)).id]);
    await database.dataSource.query(`delete from agreement_party where acting_body = 'sw-leiden' and agreement in (select agreement from group_order_agreement where version = 99)`);
    expect((await seenBy(owner(), id))?.agreements).toHaveLength(2);
    expect((await seenBy(world.request('sw-leiden'), id))?.agreements).toEqual([own.id]);
    expect(await seenBy(world.request('sw-wassenaar'), id)).toBeUndefined();
    await expect(link(id, own.id, world.request('sw-wassenaar'))).rejects.toThrow(Fault);
    expect(codeOf(await link(id, own.id, world.request('sw-leiden')))).toBe('NO_AUTHORITY');
  });

  it('in a list, newest first, page by page, and by its agreement', async () => {
    const ids = [await recorded(newPlaces()), await recorded(newPlaces()), await recorded(newPlaces())].reverse();
    const scope = agreementScope(owner().viewer);
    const question = { scope, hirer: HIRER.id };
    const [first, second] = await reads().page(question, null, 2);
    expect([first?.order.id, second?.order.id]).toEqual(ids.slice(0, 2));
    expect((await reads().page(question, second?.seq ?? null, 1))[0]?.order.id).toBe(ids[2]);
    expect(await reads().count({ scope, hirer: 'kvk:99999999' })).toBe(0);
    expect(await reads().count({ scope: agreementScope(world.request('sw-wassenaar').viewer), hirer: null })).toBe(0);
    expect(await reads().ofAgreements([randomUUID()], scope)).toEqual(new Map());
  });
});
