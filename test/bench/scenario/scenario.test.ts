import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRepository } from '../../../local/paths.js';
import { Answering } from './answering.js';
import { Serving } from './serving.js';
import { executable, SUBGRAPHS } from './subgraphs.js';
import { addressesFrom, committedSupergraph, composeScenario, supergraphAt } from './supergraph.js';

const QUERIES = inRepository('test', 'bench', 'scenario', 'queries');
const REFERENCES = JSON.stringify({
  query: 'query ($representations: [_Any!]!) { a: _entities(representations: $representations) { ... on User { reviews { id } } } b: _entities(representations: $representations) { ... on User { reviewCount } } }',
  variables: { representations: [{ __typename: 'User', id: 'user-1' }] },
});

async function answerOf(name: (typeof SUBGRAPHS)[number], body: string): Promise<{ data?: Record<string, unknown>; errors?: unknown }> {
  const bytes = await new Answering(executable(name)).answer(body);
  return JSON.parse(bytes.toString()) as { data?: Record<string, unknown> };
}

describe('the scenario of four subgraphs', () => {
  it('has a committed supergraph that is what composition gives (else: node dist/test/bench/scenario/main.js compose)', () => {
    expect(committedSupergraph()).toBe(composeScenario());
  });

  it('can stand at any addresses', () => {
    expect(supergraphAt(addressesFrom(7001))).toBe(composeScenario(addressesFrom(7001)));
  });

  it('has three questions', () => {
    expect(readdirSync(QUERIES).sort()).toEqual(['heavy.graphql', 'light.graphql', 'wide.graphql']);
    expect(readFileSync(`${QUERIES}/heavy.graphql`, 'utf8').match(/^fragment /gm)).toHaveLength(3);
  });

  it('answers references under any key, as gateways ask for them', async () => {
    const { data, errors } = await answerOf('reviews', REFERENCES);
    expect(errors).toBeUndefined();
    expect(data?.['b']).toEqual([{ reviewCount: 5 }]);
    expect(data?.['a']).toEqual([{ reviews: [1, 7, 13, 19, 25].map((number) => ({ id: `review-${number}` })) }]);
  });

  it('works out what shipping costs from the price and weight of the reference, and only then', async () => {
    const ask = (reference: object): string => JSON.stringify({ query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product { inStock shippingEstimate } } }', variables: { r: [{ __typename: 'Product', upc: 'product-001', ...reference }] } });
    expect((await answerOf('inventory', ask({ price: 10, weight: 80 }))).data).toEqual({ _entities: [{ inStock: true, shippingEstimate: 40 }] });
    expect((await answerOf('inventory', ask({}))).data).toEqual({ _entities: [{ inStock: true, shippingEstimate: null }] });
  });

  it('refuses what is not in the schema of the subgraph', async () => {
    expect((await answerOf('accounts', JSON.stringify({ query: '{ topProducts { upc } }' }))).errors).toHaveLength(1);
  });
});

describe('a subgraph of the scenario over HTTP', () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await Serving.start('accounts', 0);
  });
  afterAll(() => serving.stop());

  it('answers the same to the same, and counts every question', async () => {
    const ask = (): Promise<unknown> => fetch(serving.url, { method: 'POST', body: '{"query":"{ me { id name } }"}' }).then((response) => response.json());
    const first = await ask();
    expect(first).toEqual({ data: { me: { id: 'user-1', name: 'Anna Bakker' } } });
    expect(await ask()).toEqual(first);
    expect(await fetch(serving.url).then((response) => response.json())).toEqual({ calls: 2 });
  });
});
