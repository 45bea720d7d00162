/**
 * A partner is an attacker too: a subgraph that answers more, other or worse than it was asked. Nothing of it reaches the client beyond the
 * fields that were asked for, the gateway's own objects stay what they are, and the other bodies' rows are there.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayKit, namesByReference } from './gateway-kit.js';
import type { Reply } from './stub-subgraph.js';

const QUERY = { query: '{ workers { __typename id ... on LeidenSwEmployment { workerName } ... on WassenaarSwEmployment { workerName } } }' };
const SECRET = 'bsn 990001003';

let kit: GatewayKit;
beforeAll(async () => {
  kit = await GatewayKit.start();
  // The first plan takes longest, and here it must not cost a body its time.
  await kit.ask(QUERY);
});
afterAll(() => kit.stop());
beforeEach(() => {
  kit.reset();
  kit.stubs.reintegration.behaviour = () => ({ data: { workers: [{ __typename: 'LeidenSwEmployment', id: 'l1' }, { __typename: 'WassenaarSwEmployment', id: 'w1' }] } });
  kit.stubs['sw-wassenaar'].behaviour = namesByReference('Wassenaar');
});

const raw = (body: string): Reply => (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body);

describe('a subgraph that answers what it was not asked', () => {
  it.each<[string, Reply]>([
    ['fields that nobody asked for', { data: { _entities: [{ workerName: 'Leiden l1', bsn: SECRET, name: SECRET }], person: { bsn: SECRET } }, extensions: { trace: SECRET } }],
    ['rows of others behind the one that was asked for', { data: { _entities: [{ workerName: 'Leiden l1' }, { workerName: SECRET }, { workerName: SECRET }] } }],
    ['another type than the one that was asked for', { data: { _entities: [{ __typename: 'Person', workerName: 'Leiden l1', bsn: SECRET }] } }],
    ['names of the language itself', JSON.parse(`{"data":{"_entities":[{"workerName":"Leiden l1","__proto__":{"polluted":"${SECRET}"},"constructor":{"prototype":{"polluted":true}}}]}}`) as object],
  ])('%s: only the asked fields come through, and nothing of the process changes', async (_what, reply) => {
    kit.stubs['sw-leiden'].behaviour = () => reply;
    const { text, json } = await kit.ask(QUERY);
    expect(text).not.toContain(SECRET);
    expect((json.data!['workers'] as object[])[1]).toEqual({ __typename: 'WassenaarSwEmployment', id: 'w1', workerName: 'Wassenaar w1' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('a field of another shape is no field, and the others are there', async () => {
    for (const workerName of [{ bsn: SECRET }, [SECRET], { toString: SECRET }]) {
      kit.stubs['sw-leiden'].behaviour = () => ({ data: { _entities: [{ workerName }] } });
      const { status, text } = await kit.ask(QUERY);
      expect([status, text.includes(SECRET)]).toEqual([200, false]);
      expect(text).toContain('Wassenaar w1');
    }
  });

  it('an answer of more than 16 MB is not read to its end: UNAVAILABLE of that body', async () => {
    kit.stubs['sw-leiden'].behaviour = () => raw(`{"data":{"_entities":[{"workerName":"${'x'.repeat(17 * 1024 * 1024)}"}]}}`);
    const { json } = await kit.ask(QUERY);
    expect(json.errors?.map(({ extensions }) => [extensions['code'], extensions['body']])).toEqual([['UNAVAILABLE', 'sw-leiden']]);
    expect((json.data!['workers'] as { workerName?: string }[])[1]?.workerName).toBe('Wassenaar w1');
  });

  it('an error that carries its inside, or claims to be about another field, tells neither', async () => {
    kit.stubs['sw-leiden'].behaviour = () => ({ data: null, errors: [{ message: SECRET, path: ['__proto__', 'polluted'], extensions: { code: 'INTERNAL', stacktrace: [SECRET], exception: { url: 'http://127.0.0.1:4014' } } }] });
    const { text, json } = await kit.ask(QUERY);
    expect(text).not.toMatch(/990001003|127\.0\.0\.1|stack/);
    expect(json.errors?.length).toBeGreaterThan(0);
    expect(text).toContain('Wassenaar w1');
  });
});
