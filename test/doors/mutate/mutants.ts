/** Every policy changed by one thing: a directive taken away, an alternative added, a group put for another; a line of the register longer or shorter. */
import type { FieldPolicy } from '#kernel/field-policy.js';
import type { Purpose } from '#kernel/registers.js';
import { ROLES, type Role } from '#kernel/viewer.js';
import type { Tables } from './check.js';
import { isBare } from './guards.js';

export interface Mutant {
  readonly what: string;
  readonly tables: Tables;
}

export function* mutants(schema: string, tables: Tables): Generator<Mutant> {
  const groups = [...new Set(tables.purposes.flatMap(({ fields }) => Object.values(fields).flat()))];
  for (const [index, guard] of tables.guards.entries()) {
    if (isBare(guard)) continue;
    for (const [what, policy] of changed(guard.policy, groups)) {
      yield { what: `${schema}: ${guard.at}: ${what}`, tables: { ...tables, guards: tables.guards.with(index, { ...guard, policy }) } };
    }
  }
}

/** Every mark of a filter gone, or naming another field. */
export function* filterMutants(schema: string, tables: Tables, coordinates: readonly string[]): Generator<Mutant> {
  for (const [index, filter] of tables.filters.entries()) {
    yield { what: `${schema}: ${filter}: mark gone`, tables: { ...tables, guards: [], filters: tables.filters.toSpliced(index, 1) } };
    const [where = ''] = filter.split(' -> ');
    for (const other of coordinates) {
      const moved = `${where} -> ${other}`;
      if (moved !== filter) yield { what: `${schema}: ${moved}`, tables: { ...tables, guards: [], filters: tables.filters.with(index, moved) } };
    }
  }
}

/** Only the register, over the guards as they are. */
export function* registerMutants(tables: Tables): Generator<Mutant> {
  const groups = [...new Set(tables.purposes.flatMap(({ fields }) => Object.values(fields).flat()))];
  for (const [index, purpose] of tables.purposes.entries()) {
    const withFields = (what: string, fields: Purpose['fields']): Mutant => {
      const roles = ROLES.filter((role) => fields[role] !== undefined);
      return { what: `register: ${purpose.code}: ${what}`, tables: { ...tables, purposes: tables.purposes.with(index, { ...purpose, fields, roles }) } };
    };
    for (const role of ROLES) yield* linesOf(role, purpose, groups, withFields);
  }
}

function* linesOf(role: Role, { fields }: Purpose, groups: readonly string[], make: (what: string, fields: Purpose['fields']) => Mutant): Generator<Mutant> {
  const held = fields[role];
  if (held === undefined) return yield make(`${role} may name it`, { ...fields, [role]: [] });
  const { [role]: _gone, ...rest } = fields;
  yield make(`${role} may not name it`, rest);
  for (const group of held) yield make(`${role} loses ${group}`, { ...fields, [role]: held.filter((one) => one !== group) });
  for (const group of groups) if (!held.includes(group)) yield make(`${role} gets ${group}`, { ...fields, [role]: [...held, group] });
}

function* changed(policy: FieldPolicy, groups: readonly string[]): Generator<[string, FieldPolicy]> {
  yield ['all directives gone', { authenticated: false, scopes: null, groups: null }];
  if (policy.authenticated) yield ['@authenticated gone', { ...policy, authenticated: false }];
  if (policy.scopes) yield* changedLists('scope', policy.scopes, ['agreements:write', 'statistics:read'], (scopes) => ({ ...policy, scopes }));
  if (policy.groups) yield* changedLists('group', policy.groups, groups, (changedGroups) => ({ ...policy, groups: changedGroups }));
}

type Lists = readonly (readonly string[])[];

function* changedLists(word: string, lists: Lists, all: readonly string[], make: (lists: Lists | null) => FieldPolicy): Generator<[string, FieldPolicy]> {
  yield [`${word}s gone`, make(null)];
  yield [`${word}s asked of nobody`, make([[]])];
  for (const [index, list] of lists.entries()) {
    if (list.length > 1) for (const one of list) yield [`${word} ${one} no longer asked`, make(lists.with(index, list.filter((other) => other !== one)))];
    for (const other of all) if (!list.includes(other)) yield [`${word} ${other} for ${list.join('+')}`, make(lists.with(index, [other]))];
  }
  for (const other of all) if (!lists.some((list) => list.length === 1 && list[0] === other)) yield [`or ${word} ${other}`, make([...lists, [other]])];
}
