import { describe, expect, it } from '@jest/globals';
import { newExchange } from '../../exchange.js';
import { entities, entityFetch, FakeSubgraphs, parallel, rootFetch, sequence } from './testing/fake-subgraphs.js';

const SUPERGRAPH = 'type Query { a: Int } type Review { id: ID } type User { id: ID }';
const user = (id: number): object => ({ __typename: 'User', id });
const reviews = { data: { reviews: [{ author: user(1) }, { author: user(2) }, { author: user(1) }] } };
const names = entities(({ id }) => ({ name: `name ${String(id)}` }));

describe('what is asked in one request', () => {
  it('an entity that stands at many places is asked about once, and all places get the answer', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { reviews: () => reviews, accounts: names });
    const { tree, errors } = await fakes.run(sequence(rootFetch('reviews', '{reviews{author{__typename id}}}'), entityFetch('accounts', 'reviews.@.author', 'User', 'name')));
    expect(fakes.represented('accounts')).toEqual([[user(1), user(2)]]);
    expect(tree).toEqual({ reviews: [1, 2, 1].map((id) => ({ author: { __typename: 'User', id, name: `name ${id}` } })) });
    expect(errors).toEqual([]);
  });

  it('the same question of two fetches is asked once, also while it is under way; only what is new in the second is asked', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { reviews: () => ({ data: { a: [user(1), user(2)], b: [user(2), user(3)] } }), accounts: names });
    const { tree } = await fakes.run(
      sequence(rootFetch('reviews', '{a{__typename id} b{__typename id}}'), parallel(entityFetch('accounts', 'a.@', 'User', 'name'), entityFetch('accounts', 'b.@', 'User', 'name'))),
    );
    expect(fakes.represented('accounts')).toEqual([[user(1), user(2), user(3)]]);
    expect(tree).toMatchObject({ a: [{ name: 'name 1' }, { name: 'name 2' }], b: [{ name: 'name 2' }, { name: 'name 3' }] });
  });

  it('another selection, or other fetches of one plan in another request, are questions of their own', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { reviews: () => ({ data: { a: user(1), b: user(1) } }), accounts: entities(() => ({ name: 'n', mail: 'm' })) });
    const run = await fakes.compiled(sequence(rootFetch('reviews', '{a{__typename id} b{__typename id}}'), parallel(entityFetch('accounts', 'a', 'User', 'name'), entityFetch('accounts', 'b', 'User', 'mail'))));
    await Promise.all([run(newExchange([], 'post'), {}), run(newExchange([], 'post'), {})]);
    expect(fakes.represented('accounts')).toEqual([[user(1)], [user(1)], [user(1)], [user(1)]]);
  });

  it('the same question at the root is asked once', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { accounts: () => ({ data: { me: user(1) } }) });
    const { tree } = await fakes.run(parallel(rootFetch('accounts', 'query Q__accounts__0{me{id}}'), rootFetch('accounts', 'query Q__accounts__1{me{id}}')));
    expect(fakes.asked).toHaveLength(1);
    expect(tree).toMatchObject({ me: { id: 1 } });
  });

  it('what is put into one fetch\'s answer afterwards is not in the answer that another fetch took of the same question', async () => {
    const nested = entities(() => ({ friend: { __typename: 'User', id: 9 } }));
    const fakes = new FakeSubgraphs(SUPERGRAPH, { reviews: () => ({ data: { a: user(1), b: user(1) } }), accounts: nested, a: entities(() => ({ said: 'at a' })), b: entities(() => ({ said: 'at b' })) });
    const { tree } = await fakes.run(
      sequence(
        rootFetch('reviews', '{a{__typename id} b{__typename id}}'),
        parallel(entityFetch('accounts', 'a', 'User', 'friend{__typename id}'), entityFetch('accounts', 'b', 'User', 'friend{__typename id}')),
        parallel(entityFetch('a', 'a.friend', 'User', 'said'), entityFetch('b', 'b.friend', 'User', 'said')),
      ),
    );
    expect(fakes.represented('accounts')).toHaveLength(1);
    expect(tree).toMatchObject({ a: { friend: { said: 'at a' } }, b: { friend: { said: 'at b' } } });
  });

  it('an object below an entity that stands at many places is asked about once too', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { reviews: () => reviews, accounts: entities(() => ({ best: { __typename: 'Review', id: 7 } })), texts: entities(() => ({ body: 'good' })) });
    const { tree } = await fakes.run(
      sequence(rootFetch('reviews', '{reviews{author{__typename id}}}'), entityFetch('accounts', 'reviews.@.author', 'User', 'best{__typename id}'), entityFetch('texts', 'reviews.@.author.best', 'Review', 'body')),
    );
    expect(fakes.represented('texts')).toEqual([[{ __typename: 'Review', id: 7 }]]);
    expect(tree?.['reviews']).toMatchObject([1, 2, 1].map(() => ({ author: { best: { body: 'good' } } })));
  });
});
