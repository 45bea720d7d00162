/** What stands on each coordinate of a subgraph's SDL that protects it, costs it or filters on it, as texts that can be compared. */
import { Kind, print, type ConstDirectiveNode, type DefinitionNode, type FieldDefinitionNode, type InputValueDefinitionNode, type TypeNode } from 'graphql';
import { definitionsOf, nameOf } from './normal-form.js';
import type { Subgraph } from './subgraphs.js';

export const SECURITY = ['authenticated', 'requiresScopes', 'policy'] as const;
const FILTERS = 'filters/';

export interface Coordinate {
  /** `Person`, `Person.name`, `Query.personByBsn(bsn:)`, `ClientFilter.search`, `Role.ANALYST`. */
  readonly name: string;
  readonly subgraph: string;
  /** Of the type that it is or belongs to. */
  readonly type: string;
  readonly kind: DefinitionNode['kind'];
  readonly directives: readonly ConstDirectiveNode[];
  /** Of a field of an object or interface. */
  readonly field: FieldDefinitionNode | null;
}

export function coordinatesOf({ name: subgraph, sdl }: Subgraph): Coordinate[] {
  return definitionsOf(sdl).flatMap((definition) => {
    const type = nameOf(definition);
    if (type === '' || definition.kind === Kind.DIRECTIVE_DEFINITION) return [];
    const at = (name: string, { directives }: { directives?: readonly ConstDirectiveNode[] | undefined }, field: FieldDefinitionNode | null = null): Coordinate =>
      ({ name, subgraph, type, kind: definition.kind, directives: directives ?? [], field });
    const members = membersOf(definition);
    return [
      at(type, definition as { directives?: readonly ConstDirectiveNode[] }),
      ...members.flatMap((member) => {
        const name = `${type}.${member.name.value}`;
        const field = member.kind === Kind.FIELD_DEFINITION ? member : null;
        return [at(name, member, field), ...(field?.arguments ?? []).map((argument) => at(`${name}(${argument.name.value}:)`, argument))];
      }),
    ];
  });
}

/** What a reader must meet, sorted: `@policy(policies: [["names"]])`. */
export function securityOf(directives: readonly ConstDirectiveNode[]): string[] {
  return directives.filter(({ name }) => (SECURITY as readonly string[]).includes(name.value)).map((one) => print(one)).sort();
}

/** The groups of fields that are named. */
export function groupsOf(directives: readonly ConstDirectiveNode[]): string[] {
  const policies = directives.filter(({ name }) => name.value === 'policy');
  return policies.flatMap((one) => [...print(one).matchAll(/"([^"]*)"/g)].map((found) => found[1] ?? ''));
}

/** The part after `filters/` of the tags that are filters. */
export function filtersOf(directives: readonly ConstDirectiveNode[]): string[] {
  return tagsOf(directives).filter((tag) => tag.startsWith(FILTERS)).map((tag) => tag.slice(FILTERS.length));
}

/** What must be equal wherever the same thing is declared: protection, costs and filters. */
export function marksOf(directives: readonly ConstDirectiveNode[]): string {
  const costs = directives.filter(({ name }) => name.value === 'cost' || name.value === 'listSize').map((one) => print(one)).sort();
  const filters = filtersOf(directives).map((filter) => `@tag(name: "${FILTERS}${filter}")`).sort();
  return [...securityOf(directives), ...costs, ...filters].join(' ') || 'nothing';
}

export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

type Member = FieldDefinitionNode | InputValueDefinitionNode | { readonly kind: Kind.ENUM_VALUE_DEFINITION; readonly name: { readonly value: string }; readonly directives?: readonly ConstDirectiveNode[] | undefined };

function membersOf(definition: DefinitionNode): readonly Member[] {
  if ('fields' in definition) return definition.fields ?? [];
  return 'values' in definition ? (definition.values ?? []) : [];
}

function tagsOf(directives: readonly ConstDirectiveNode[]): string[] {
  return directives.filter(({ name }) => name.value === 'tag').flatMap((one) => (one.arguments ?? []).flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : [])));
}
