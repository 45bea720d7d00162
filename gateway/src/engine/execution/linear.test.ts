import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { newExchange } from '../../exchange.js';
import { compilePlan } from './compile-plan.js';
import { entityFetch, parallel, rootFetch, sequence } from './testing/fake-subgraphs.js';
import { SupergraphTypes } from './types.js';

/** How often the type of an object was looked at in one run, with so many companies of one row each. */
async function looks(companies: number): Promise<number> {
  const types = Array.from({ length: companies }, (_, index) => `C${index}`);
  const supergraph = `type Query { a: Int } interface Row { id: ID } ${types.map((type) => `type ${type} implements Row { id: ID }`).join(' ')}`;
  let count = 0;
  const row = (type: string, id: string): object => ({ id, get __typename() { count += 1; return type; }, set __typename(_) { /* stays */ } });
  const root = (): object => ({ rows: types.map((type) => row(type, type)) });
  const ofCompany = (type: string) => (): object => ({ _entities: [{ works: [row(type, `${type} works`)] }] });
  const answers: readonly (readonly [string, () => object])[] = [['root', root], ...types.flatMap((type) => [[type, ofCompany(type)], [`${type}_2`, () => ({ _entities: [{ open: 1 }] })]] as const)];
  const subgraphs = new Map(answers.map(([name, answer]) => [name, { name, ask: async () => ({ data: answer() as Record<string, unknown> }) }]));
  const plan = sequence(
    rootFetch('root', '{rows{__typename id}}'),
    parallel(...types.map((type) => entityFetch(type, 'rows.@', type, 'works{__typename id}'))),
    parallel(...types.map((type) => entityFetch(`${type}_2`, 'rows.@.works.@', type, 'open'))),
  );
  const { tree, errors } = await (await compilePlan({ node: plan }, { subgraphs, types: new SupergraphTypes(parse(supergraph)) }))(newExchange([], 'post'), {});
  expect(errors).toEqual([]);
  expect(JSON.stringify(tree).match(/"open":1/g)).toHaveLength(companies);
  return count;
}

describe('a list with rows of many companies', () => {
  it('costs the same per row for 3, 30 and 90 companies', async () => {
    const [three = 0, thirty = 0, ninety = 0] = [await looks(3), await looks(30), await looks(90)];
    expect([thirty / three, ninety / three]).toEqual([10, 30]);
  });
});
