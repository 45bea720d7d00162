/**
 * Officers see an agreement change without asking again: each event is the answer to their own question, with their own rights.
 * Who has no part in an agreement hears nothing; a cut, a restart of the service behind it and a second reader change nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import * as deed from '../../local/demo/deeds.js';
import { dataOf, eventually } from '../../local/demo/world.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../local/population/fixed-workplaces.js';
import { readRecord } from '../../local/run-file.js';
import type { GraphClient } from '../../local/demo/graph-client.js';
import { Negotiation, openDesk, TERMS } from '../kit/negotiation.js';
import { as, dataDir, logLines, serviceUrl } from '../kit/stack.js';
import { SubscriptionClient } from '../kit/subscription.js';

interface Changed {
  readonly agreementChanged: { readonly id: string; readonly version: number; readonly state: string; readonly terms: { readonly version: number } } | null;
}

const NEWS = `subscription News($id: ID, $more: Boolean = true) { agreementChanged(id: $id) { ...Short terms @include(if: $more) { version } } }
fragment Short on Agreement { id version state }`;

let talks: Negotiation;
let wassenaar: GraphClient;
const open: SubscriptionClient<Changed>[] = [];

beforeAll(async () => {
  talks = new Negotiation(await openDesk());
  wassenaar = await as('placement-wassenaar');
});
afterEach(() => open.splice(0).forEach((one) => one.cut()));

async function subscribe(who: GraphClient, variables: object = {}, after: number | null = null): Promise<SubscriptionClient<Changed>> {
  const client = await SubscriptionClient.open<Changed>(who, NEWS, variables, after);
  open.push(client);
  return client;
}

const statesOf = (client: SubscriptionClient<Changed>, id: string): (string | undefined)[] =>
  client.told.filter(({ data }) => data?.agreementChanged?.id === id).map(({ data }) => `${data?.agreementChanged?.state} ${data?.agreementChanged?.terms.version}`);

const hears = (client: SubscriptionClient<Changed>, { id }: { readonly id: string }, state: string): Promise<unknown> =>
  client.until(() => statesOf(client, id).includes(state), `${state} is told of ${id}`);

/** Longer than other things may take: the runner starts a process, which connects to its database. */
async function untilReady(): Promise<void> {
  const answers = (): Promise<boolean> => fetch(`${serviceUrl('reintegration')}/readyz`).then(({ ok }) => ok, () => false);
  for (const deadline = Date.now() + 40_000; !(await answers()); await sleep(100)) if (Date.now() > deadline) throw new Error('the service did not come back');
}

describe('live news', () => {
  it('tells both parties of a proposal, a counter and an acceptance, and a third company nothing', async () => {
    const [leiden, zoetermeer, third] = [await subscribe(talks.desk.leiden), await subscribe(talks.desk.zoetermeer), await subscribe(wassenaar)];
    const proposed = await talks.proposed(scenarioWorkers[11]!, scenarioWorkplaces[4]!);
    await Promise.all([leiden, zoetermeer].map((one) => hears(one, proposed, 'PROPOSED 1')));
    const countered = deed.agreed(await deed.counter(talks.desk.zoetermeer, proposed, { ...TERMS, hoursPerWeek: '26' }));
    await Promise.all([leiden, zoetermeer].map((one) => hears(one, proposed, 'PROPOSED 2')));
    const before = leiden.told.length;
    deed.agreed(await deed.accept(talks.desk.leiden, countered, countered.terms.hash));
    await leiden.until((told) => told.length > before, 'the acceptance is told');
    expect([third.told, third.ended, third.response.status]).toEqual([[], false, 200]);
    expect(leiden.told.map(({ seq }) => seq)).toEqual([...leiden.told.map(({ seq }) => seq)].sort((a, b) => Number(a) - Number(b)));
  });

  it('of one agreement tells that one only, and of one that is not theirs NOT_FOUND once', async () => {
    const mine = await talks.proposed(scenarioWorkers[11]!, scenarioWorkplaces[4]!);
    const one = await subscribe(talks.desk.leiden, { id: mine.id, more: false });
    const other = await talks.proposed(scenarioWorkers[11]!, scenarioWorkplaces[4]!);
    deed.agreed(await deed.accept(talks.desk.leiden, mine, mine.terms.hash));
    await one.until((told) => told.length > 0, 'the acceptance is told');
    expect(one.told.map(({ data }) => data?.agreementChanged)).toEqual([{ id: mine.id, version: mine.version + 1, state: 'PROPOSED' }]);
    expect(other.id).not.toBe(mine.id);
    const foreign = await subscribe(wassenaar, { id: mine.id });
    await eventually(() => Promise.resolve(foreign.ended), Boolean, 'the stream ends');
    expect([foreign.completed, foreign.told]).toEqual([true, [{ seq: null, data: { agreementChanged: null }, codes: ['NOT_FOUND'] }]]);
  });

  it('goes on after a cut where the reader was, with nothing lost and nothing twice', async () => {
    const first = await subscribe(talks.desk.leiden);
    const proposed = await talks.proposed(scenarioWorkers[11]!, scenarioWorkplaces[4]!);
    await hears(first, proposed, 'PROPOSED 1');
    const last = first.last;
    first.cut();
    deed.agreed(await deed.counter(talks.desk.zoetermeer, proposed, { ...TERMS, hoursPerWeek: '25' }));
    const again = await subscribe(talks.desk.leiden, {}, last);
    await hears(again, proposed, 'PROPOSED 2');
    expect(again.told.every(({ seq }) => Number(seq) > last)).toBe(true);
    expect(statesOf(again, proposed.id)).toEqual(['PROPOSED 2']);
  });

  it('goes on when the service behind it is killed and comes back', async () => {
    const client = await subscribe(talks.desk.leiden);
    const { pid } = readRecord(dataDir)!.children['reintegration']!;
    process.kill(pid, 'SIGKILL');
    await untilReady();
    const proposed = await talks.proposed(scenarioWorkers[11]!, scenarioWorkplaces[4]!);
    await hears(client, proposed, 'PROPOSED 1');
    expect(client.ended).toBe(false);
  });

  it('is one request in the log per event, as the reader', async () => {
    const client = await subscribe(talks.desk.leiden);
    const proposed = await talks.proposed(scenarioWorkers[11]!, scenarioWorkplaces[4]!);
    await hears(client, proposed, 'PROPOSED 1');
    const lines = logLines('gateway').filter(({ operation, body }) => operation === 'News' && body === 'sw-leiden');
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['subscription', 'query']));
    expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(lines.length);
  });

  it('is bounded per user: one too many is refused, and let in when another has ended', async () => {
    const clients = [];
    for (let count = 0; count < 5; count += 1) clients.push(await subscribe(wassenaar));
    const tooMany = await subscribe(wassenaar);
    expect([tooMany.response.status, clients.map(({ response }) => response.status)]).toEqual([429, [200, 200, 200, 200, 200]]);
    clients[0]!.cut();
    await eventually(() => subscribe(wassenaar), ({ response }) => response.status === 200, 'there is room again');
  });

  it('is part of the schema that clients see', async () => {
    const { __schema } = dataOf(await wassenaar.query<{ __schema: { subscriptionType: { fields: { name: string }[] } } }>('{ __schema { subscriptionType { fields { name } } } }'));
    expect(__schema.subscriptionType.fields.map(({ name }) => name)).toEqual(['agreementChanged']);
  });
});
