import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { HIDDEN_FIELD, HiddenField } from '#kernel/faults.js';
import { rightsOf } from '#kernel/field-policy.js';
import type { Purpose } from '#kernel/registers.js';
import { SCOPES, type Viewer } from '#kernel/viewer.js';
import { guardFields, guardReference } from './field-guard.js';

const SDL = `
  directive @authenticated on FIELD_DEFINITION | OBJECT
  directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION | OBJECT | SCALAR
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  directive @tag(name: String!) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  scalar Secret @policy(policies: [["secrets"]])
  input Narrow { words: [Word!] }
  input Word { name: String @tag(name: "filters/Thing/name")  size: Int }
  interface Kept { id: ID }
  type Thing implements Kept @policy(policies: [["things"]]) { id: ID  name: String @policy(policies: [["names"]])  secret: Secret }
  type Box { content: Thing  any: [Kept]  sizes: String }
  type Query {
    today: String @authenticated
    boxes: [Box]
    box: Box
    thing: Thing
    count(name: String @tag(name: "filters/Thing/name"), usual: String = "a" ): Int
    usually(name: String = "a" @tag(name: "filters/Thing/name")): Int
    find(where: Narrow): Int
    figures: Int @requiresScopes(scopes: [["statistics:read"]])
  }
  type Mutation { pack: Box @requiresScopes(scopes: [["agreements:write"]]) @policy(policies: [["things"]]) }
`;
const thing = { __typename: 'Thing', id: '1', name: 'n', secret: 's' };
const box = { content: thing, any: [thing], sizes: 'x' };
let packed = 0;
const root = { today: 't', boxes: [box, box], box, thing, count: () => 1, usually: () => 1, find: () => 1, figures: 1, pack: () => ((packed += 1), box) };

const purposes: Purpose[] = [
  { code: 'all', text: '', legalGround: '', roles: ['CASE_WORKER'], fields: { CASE_WORKER: ['things', 'names', 'secrets'] } },
  { code: 'some', text: '', legalGround: '', roles: ['CASE_WORKER'], fields: { CASE_WORKER: ['things'] } },
];
const viewer = (purpose: string | null, changed: Partial<Viewer> = {}): Viewer => ({ subject: 's', body: 'b', roles: ['CASE_WORKER'], scopes: SCOPES, purpose, ...changed });

function guarded(sdl = SDL): GraphQLSchema {
  const schema = buildSchema(sdl);
  guardFields(schema);
  return schema;
}
const schema = guarded();

async function ask(who: Viewer, source: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await graphql({ schema, source, rootValue: root, variableValues: variables, contextValue: { viewer: who, rights: rightsOf(who, purposes) } });
  return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, codes: (errors ?? []).map(({ extensions }) => extensions['code']), messages: (errors ?? []).map(({ message }) => message) };
}

describe('a protected field', () => {
  it('is null with its own error for who lacks its group, whatever it is called, and there for who has it', async () => {
    expect(await ask(viewer('some'), '{ thing { id id2: name } }')).toMatchObject({ data: { thing: { id: '1', id2: null } }, codes: [HIDDEN_FIELD] });
    expect(await ask(viewer('all'), '{ thing { id id2: name } }')).toMatchObject({ data: { thing: { id: '1', id2: 'n' } }, codes: [] });
  });

  it.each(['{ thing { id } }', '{ box { content { id } } }', '{ boxes { content { id } } }', '{ box { any { ... on Thing { id } } } }'])('asks the group of its type on the way %s', async (query) => {
    expect(JSON.stringify((await ask(viewer(null), query)).data)).not.toContain('"1"');
    expect((await ask(viewer(null), query)).codes).toContain(HIDDEN_FIELD);
    expect((await ask(viewer('some'), query)).codes).toEqual([]);
  });

  it('of an interface does not tell which of the protected types it would be', async () => {
    expect((await ask(viewer(null), '{ box { any { __typename } } }')).data).toEqual({ box: { any: null } });
    expect((await ask(viewer('some'), '{ box { any { __typename } } }')).data).toEqual({ box: { any: [{ __typename: 'Thing' }] } });
  });

  it('asks also the group of the scalar that it answers', async () => {
    expect((await ask(viewer('some'), '{ thing { secret } }')).codes).toEqual([HIDDEN_FIELD]);
    expect((await ask(viewer('all'), '{ thing { secret } }')).codes).toEqual([]);
  });

  it('is asked of a viewer without a role and of an application without the scope', async () => {
    expect((await ask(viewer(null, { roles: [] }), '{ today }')).codes).toEqual([HIDDEN_FIELD]);
    expect((await ask(viewer(null), '{ today }')).codes).toEqual([]);
    expect((await ask(viewer(null, { scopes: [] }), '{ figures }')).codes).toEqual([HIDDEN_FIELD]);
    expect((await ask(viewer(null), '{ figures }')).codes).toEqual([]);
  });

  it('says that a purpose is missing when none was named', async () => {
    expect((await ask(viewer(null), '{ thing { id } }')).messages).toEqual([expect.stringContaining('doelbinding')]);
    expect((await ask(viewer('some'), '{ thing { name } }')).messages).toEqual([expect.not.stringContaining('doelbinding')]);
  });
});

describe('an argument by which a protected field can be guessed', () => {
  const queries: readonly (readonly [string, Record<string, unknown>?])[] = [
    ['{ count(name: "n") }'],
    ['query ($n: String) { count(name: $n) }', { n: 'n' }],
    ['query ($n: String = "n") { count(name: $n) }'],
    ['{ usually }'],
    ['{ find(where: { words: [{ size: 1 }, { name: "n" }] }) }'],
    ['query ($w: Narrow) { find(where: $w) }', { w: { words: { name: 'n' } } }],
  ];

  it.each(queries)('needs the right of the field: %s', async (query, variables = {}) => {
    expect((await ask(viewer('some'), query, variables)).codes).toEqual([HIDDEN_FIELD]);
    expect((await ask(viewer('all'), query, variables)).codes).toEqual([]);
  });

  it('needs nothing when it is not used', async () => {
    expect((await ask(viewer('some'), '{ count }')).codes).toEqual([]);
    expect((await ask(viewer('some'), 'query ($n: String) { count(name: $n) find(where: { words: [{ size: 1 }] }) }')).codes).toEqual([]);
  });

  it('that names a field which is not there stops the start', () => {
    expect(() => guarded(SDL.replaceAll('filters/Thing/name', 'filters/Thing/nome'))).toThrow('filters/Thing/nome'.slice('filters/'.length));
  });
});

it('a command is FORBIDDEN before it begins, and done for who may give it', async () => {
  expect((await ask(viewer(null), 'mutation { pack { sizes } }')).codes).toEqual(['FORBIDDEN']);
  expect((await ask(viewer('some', { scopes: [] }), 'mutation { pack { sizes } }')).codes).toEqual(['FORBIDDEN']);
  expect(packed).toBe(0);
  expect((await ask(viewer('some'), 'mutation { pack { sizes } }')).codes).toEqual([]);
  expect(packed).toBe(1);
});

it('a thing asked by its key is refused before it is read, alone, and read for who may', async () => {
  let read = 0;
  const resolve = guardReference(schema.getType('Thing'), () => (read += 1));
  const as = (who: Viewer) => resolve({}, { viewer: who, rights: rightsOf(who, purposes) } as never);
  await expect(as(viewer(null))).rejects.toBeInstanceOf(HiddenField);
  expect(read).toBe(0);
  expect(as(viewer('some'))).toBe(1);
});
