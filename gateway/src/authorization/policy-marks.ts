/** What the full supergraph says about who may read what: the directives on its types, fields and filters, as data. */
import { Kind, type DirectiveNode, type DefinitionNode, type DocumentNode, type FieldDefinitionNode, type InputValueDefinitionNode } from 'graphql';
import type { FieldPolicy } from '#kernel/field-policy.js';
import { argumentOf, UnenforcedSecurity } from './security-features.js';

export interface PolicyMarks {
  /** By `Type` and by `Type.field`; of several each must be met. */
  readonly policies: ReadonlyMap<string, readonly FieldPolicy[]>;
  /** By `Type.field(argument:)` and by `Input.field`: the coordinates `Type.field` that the filter tells something about. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
}

/** On an argument or input field: whoever filters by it learns that field. */
const FILTER = /^filters\/(\w+)\/(\w+)$/;

/** Throws UnenforcedSecurity for a filter of a field that is not there. */
export function policyMarks(supergraph: DocumentNode): PolicyMarks {
  const policies = new Map<string, FieldPolicy[]>();
  const filters = new Map<string, string[]>();
  const fields = new Set<string>();
  for (const definition of supergraph.definitions) {
    for (const { coordinate, directives, isField } of markedIn(definition)) {
      append(policies, coordinate, policyIn(directives));
      append(filters, coordinate, filtersIn(directives));
      if (isField) fields.add(coordinate);
    }
  }
  for (const [filter, named] of filters) {
    const absent = named.find((one) => !fields.has(one));
    if (absent !== undefined) throw new UnenforcedSecurity(`${filter} filters on ${absent}, which is not in it`);
  }
  return { policies, filters };
}

interface Marked {
  readonly coordinate: string;
  readonly directives: readonly DirectiveNode[];
  /** A field of an object or interface. */
  readonly isField: boolean;
}

function markedIn(definition: DefinitionNode): Marked[] {
  if (!('name' in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION) return [];
  const type = definition.name.value;
  const fields = 'fields' in definition ? (definition.fields ?? []) : [];
  return [{ coordinate: type, directives: definition.directives ?? [], isField: false }, ...fields.flatMap((field) => markedAt(type, field))];
}

function markedAt(type: string, field: FieldDefinitionNode | InputValueDefinitionNode): Marked[] {
  const coordinate = `${type}.${field.name.value}`;
  const isField = field.kind === Kind.FIELD_DEFINITION;
  const given = isField ? (field.arguments ?? []) : [];
  return [
    { coordinate, directives: field.directives ?? [], isField },
    ...given.map((one): Marked => ({ coordinate: `${coordinate}(${one.name.value}:)`, directives: one.directives ?? [], isField: false })),
  ];
}

function policyIn(directives: readonly DirectiveNode[]): FieldPolicy[] {
  const found = (name: string): DirectiveNode | undefined => directives.find((one) => one.name.value === name);
  const [scopes, policy] = [found('requiresScopes'), found('policy')];
  const authenticated = found('authenticated') !== undefined;
  if (!authenticated && !scopes && !policy) return [];
  return [{ authenticated, scopes: scopes ? listsOf(argumentOf(scopes, 'scopes')) : null, groups: policy ? listsOf(argumentOf(policy, 'policies')) : null }];
}

/** GraphQL reads one value as a list of one. What is no list of texts opens nothing. */
function listsOf(value: unknown): string[][] {
  const outer = Array.isArray(value) ? value : [value];
  return outer.map((one) => (Array.isArray(one) ? one : [one]).map(String));
}

function filtersIn(directives: readonly DirectiveNode[]): string[] {
  const tags = directives.filter(({ name }) => name.value === 'tag').map((one) => FILTER.exec(String(argumentOf(one, 'name'))));
  return tags.flatMap((match) => (match ? [`${match[1]}.${match[2]}`] : []));
}

function append<T>(map: Map<string, T[]>, key: string, values: readonly T[]): void {
  if (values.length > 0) map.set(key, [...(map.get(key) ?? []), ...values]);
}
