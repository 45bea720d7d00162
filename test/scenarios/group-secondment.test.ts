/** One order of a hirer for two workers, over HTTP by the officers themselves: the no of one leaves the other as he is. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementView } from '../../local/demo/answers.js';
import { commandId, type GraphClient } from '../../local/demo/graph-client.js';
import { dataOf } from '../../local/demo/world.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { arrangementWorkplaces, type FixedWorkplace, scenarioWorkplaces } from '../../local/population/fixed-workplaces.js';
import { Negotiation, openDesk, placeId, TERMS, type Desk } from '../kit/negotiation.js';
import { as } from '../kit/stack.js';

interface Order {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly workersFound: number;
  readonly checks: readonly { readonly article: string; readonly outcome: string }[];
  readonly places: readonly { readonly workplace: { readonly id: string }; readonly agreement: { readonly id: string; readonly state: string } | null; readonly deviations: readonly string[] }[];
}
interface Refusal {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
}

const ORDER = 'id version workers workersFound hirer { id name } company { code } from until feePerHour checks { article outcome text } places { workplace { id } agreement { id state } deviations }';
const SEEN = `query Order($id: ID!) { groupOrder(id: $id) { __typename ${ORDER} } }`;
const command = (name: string, input: string) => `mutation M($input: ${input}!) { ${name}(input: $input) { __typename ... on GroupOrder { ${ORDER} } ... on Refusal { code message } } }`;
const RECORD = command('recordGroupOrder', 'RecordGroupOrderInput');
const CHANGE = command('changeGroupOrder', 'ChangeGroupOrderInput');
const LINK = command('linkToGroupOrder', 'LinkToGroupOrderInput');
const BELONGS = 'query B($id: ID!) { agreement(id: $id) { groupOrder { id } } groupOrders(filter: { hirer: "kvk:99000001" }, first: 5) { totalCount nodes { id } } }';
const OPEN = 'query Open($code: ID!) { swCompany(code: $code) { workplaces(filter: { status: OPEN }, first: 200) { nodes { id } } } }';
const HIRER = 'kvk:99000001';
/** At this hirer; which of them are free depends on the tests that ran before. */
const KNOWN = [...scenarioWorkplaces, ...arrangementWorkplaces].filter(({ employer }) => `kvk:${employer.kvk}` === HIRER);
const GROUP = { ...TERMS, workForm: 'SECONDMENT_GROUP' as const };
const CONDITIONS = { pay: 'COLLECTIVE_AGREEMENT', facilities: true, feeFromWorker: false, directHire: 'FREE', strike: false, informationOn: '2014-03-03' };
const wishFor = (workplaces: readonly string[]) => ({ hirer: HIRER, workplaces, workers: 2, from: '2014-04-01', feePerHour: '5.50', conditions: CONDITIONS });

let desk: Desk;
let talks: Negotiation;
let order: Order;
let agreements: AgreementView[];
let places: readonly FixedWorkplace[];

const send = async (who: GraphClient, text: string, input: object): Promise<Order & Refusal> => Object.values(dataOf(await who.query<Record<string, Order & Refusal>>(text, { input })))[0]!;
const seenBy = async (who: GraphClient): Promise<Order> => dataOf(await who.query<{ groupOrder: Order }>(SEEN, { id: order.id })).groupOrder;
const codes = async (who: GraphClient): Promise<string[] | undefined> => (await who.query(SEEN, { id: order.id })).errors?.map(({ extensions }) => extensions.code);

async function openPlaces(): Promise<readonly FixedWorkplace[]> {
  const { swCompany } = dataOf(await desk.zoetermeer.query<{ swCompany: { workplaces: { nodes: { id: string }[] } } }>(OPEN, { code: 'zoetermeer-rijswijk' }));
  const open = new Set(swCompany.workplaces.nodes.map(({ id }) => id));
  return KNOWN.filter((one) => open.has(placeId(one))).slice(0, 2);
}

beforeAll(async () => {
  desk = await openDesk();
  talks = new Negotiation(desk);
  places = await openPlaces();
  order = await send(desk.zoetermeer, RECORD, { commandId: commandId(), order: wishFor(places.map(placeId)) });
  agreements = [await talks.proposed(scenarioWorkers[13]!, places[0]!, GROUP), await talks.proposed(scenarioWorkers[12]!, places[1]!, GROUP)];
});

describe('an order for a group', () => {
  it('is its company\'s alone, with what the law asks of it', async () => {
    expect(order).toMatchObject({ __typename: 'GroupOrder', version: 1, workersFound: 0 });
    expect(order.checks.filter(({ outcome }) => outcome !== 'MET').map(({ article, outcome }) => [article, outcome])).toEqual([['Waadi art. 8b', 'WARNING']]);
    expect([await codes(desk.leiden), await codes(desk.caseWorker), await codes(await as('analyst'))]).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['UNAUTHORIZED_FIELD_OR_TYPE']]);
  });

  it('takes agreements in, and shows each with its own state to whoever is party to it', async () => {
    for (const [index, { id: agreement }] of agreements.entries()) {
      order = await send(desk.zoetermeer, LINK, { commandId: commandId(), id: order.id, expectedVersion: index + 1, agreement });
    }
    expect(order).toMatchObject({ version: 3, workersFound: 2 });
    expect(order.places.map(({ workplace, agreement, deviations }) => [workplace.id, agreement?.state, deviations])).toEqual(places.map((place) => [placeId(place), 'PROPOSED', []]));
    for (const who of [desk.leiden, desk.caseWorker]) expect((await seenBy(who)).places).toEqual(order.places);
    expect(await codes(await as('placement-wassenaar'))).toEqual(['NOT_FOUND']);
    const belongs = dataOf(await desk.caseWorker.query<{ agreement: { groupOrder: { id: string } }; groupOrders: { nodes: { id: string }[] } }>(BELONGS, { id: agreements[0]!.id }));
    expect([belongs.agreement.groupOrder.id, belongs.groupOrders.nodes.map(({ id }) => id)]).toEqual([order.id, [order.id]]);
  });

  it('goes on when one worker says no: his place is open, the other agreement is as it was', async () => {
    const other = await talks.standing(agreements[1]!.id);
    await talks.decides(agreements[0]!, 'DECLINED');
    expect((await seenBy(desk.zoetermeer)).places.map(({ workplace, agreement }) => [workplace.id, agreement?.state ?? null])).toEqual([
      [placeId(places[0]!), 'DECLINED'], [placeId(places[1]!), 'PROPOSED'], [placeId(places[0]!), null],
    ]);
    expect(await talks.standing(agreements[1]!.id)).toEqual(other);
  });

  it('takes nobody in during a strike, and is changed on the version that was seen only', async () => {
    const change = { commandId: commandId(), id: order.id, order: { ...wishFor(places.map(placeId)), conditions: { ...CONDITIONS, strike: true } } };
    expect((await send(desk.zoetermeer, CHANGE, { ...change, expectedVersion: 1 })).code).toBe('STALE_VERSION');
    expect((await send(desk.leiden, CHANGE, { ...change, commandId: commandId(), expectedVersion: 3 })).code).toBe('NO_AUTHORITY');
    expect((await send(desk.zoetermeer, CHANGE, { ...change, commandId: commandId(), expectedVersion: 3 })).version).toBe(4);
    const another = await talks.proposed(scenarioWorkers[13]!, places[0]!, GROUP);
    const refused = await send(desk.zoetermeer, LINK, { commandId: commandId(), id: order.id, expectedVersion: 4, agreement: another.id });
    expect([refused.code, refused.message]).toEqual(['WRONG_STATE', expect.stringContaining('Waadi art. 10')]);
    for (const seen of [another, agreements[1]!]) await talks.decides(seen, 'DECLINED');
  });
});
