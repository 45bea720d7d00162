import { describe, expect, it } from '@jest/globals';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { PolicyTables } from './policy-tables.js';
import { changedSupergraph, guardedSupergraph } from './testing/guarded-supergraph.js';
import { CASE_WORKER, Reader, tableOf } from './testing/reader.js';

const full = guardedSupergraph();
const prepare = (text: string): string => new PolicyTables().prepare(text);
const replaced = (from: string | RegExp, to: string): string => {
  expect(full).toMatch(from);
  return full.replace(from, to);
};
const POLICY_LINK = /@link\(url: "https:\/\/specs\.apollo\.dev\/policy\/v0\.1", for: SECURITY\)/;

describe('the policies of a supergraph', () => {
  it('are merged over the subgraphs: each subgraph\'s directive counts', () => {
    expect(tableOf(full).field('Person', 'residence')).toEqual([
      { authenticated: false, scopes: null, groups: [['persons']] },
      { authenticated: true, scopes: null, groups: [['residence']] },
    ]);
  });

  it('belong to the schema they came with; a schema without its own is read by nobody', () => {
    const tables = new PolicyTables();
    const [old, changed] = [buildSchema('type Query { a: Int }'), buildSchema('type Query { a: Int }')];
    tables.loaded(tables.prepare(full), old);
    tables.loaded(tables.prepare(changedSupergraph('count: Int @requiresScopes(scopes: [["statistics:read"]])', 'count: Int')), changed);
    expect(tables.of(old).field('Query', 'count')).toHaveLength(1);
    expect(tables.of(changed).field('Query', 'count')).toEqual([]);
    expect(() => tables.of(buildSchema('type Query { a: Int }'))).toThrow();
  });

  it('come with a copy of the schema that nobody puts resolvers into, and that tells the same of itself', () => {
    const [tables, schema] = [new PolicyTables(), buildSchema('type Query { "why" a(b: Int = 3): Int @deprecated(reason: "old") } scalar S @specifiedBy(url: "https://s") enum E { X }')];
    tables.loaded(tables.prepare(full), schema);
    expect(tables.of(schema).schema).not.toBe(schema);
    expect(introspectionFromSchema(tables.of(schema).schema)).toEqual(introspectionFromSchema(schema));
  });

  it('that change alone change the planner\'s copy too, so that it swaps', () => {
    expect(prepare(changedSupergraph('debts: Int @policy(policies: [["debts"]])', 'debts: Int @policy(policies: [["names"]])'))).not.toBe(prepare(full));
  });
});

describe('a supergraph is refused', () => {
  it('whose subgraphs import a security directive under another name (GHSA-g8jh-vg5j-4h3f)', () => {
    const renamed = replaced(POLICY_LINK, '@link(url: "https://specs.apollo.dev/policy/v0.1", import: [{name: "@policy", as: "@rule"}], for: SECURITY)').replaceAll(/@policy\(/g, '@rule(');
    expect(() => prepare(renamed)).toThrow(/the supergraph is refused: @policy has another name in it/);
  });

  it('that names it by another namespace, by `as`, or not at all', () => {
    expect(() => prepare(replaced(POLICY_LINK, '@link(url: "https://specs.apollo.dev/policy/v0.1", as: "rule", for: SECURITY)'))).toThrow(/another name/);
    expect(() => prepare(full.replaceAll('@policy(', '@federation__policy('))).toThrow(/@federation__policy is in it/);
    expect(() => prepare(replaced(POLICY_LINK, ''))).toThrow(/@policy is in it, but not as @policy of/);
  });

  it('that asks for a protection that nobody here gives, by a feature, a version or another planner', () => {
    const other = (link: string): string => replaced(POLICY_LINK, `$& ${link}`);
    expect(() => prepare(other('@link(url: "https://example.org/vault/v1.0", for: SECURITY)'))).toThrow('https://example.org/vault/v1.0 is about security, and is not enforced here');
    expect(() => prepare(replaced(POLICY_LINK, '@link(url: "https://specs.apollo.dev/policy/v0.9", for: SECURITY)'))).toThrow(/policy\/v0\.9 is about security/);
    expect(() => prepare(replaced(/count: Int/, 'count: Int @join__directive(graphs: [PERSONS], name: "policy", args: {})'))).toThrow(/another planner/);
  });

  it('that filters on a field that is not there', () => {
    expect(() => prepare(changedSupergraph('filters/Person/debts', 'filters/Person/depts'))).toThrow(/filters on Person\.depts, which is not in it/);
  });

  it('and one that asks for what we enforce is not', () => {
    expect(new Reader(CASE_WORKER).hidden('{ person(id: 1) { debts } }')).toHaveLength(1);
    expect(prepare(full)).toContain('type Person');
  });
});
