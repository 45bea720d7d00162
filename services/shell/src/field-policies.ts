/** What the directives of a service's schema ask, as data for the one decision (kernel/field-policy.ts). */
import {
  getNamedType, getNullableType, type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLInputType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema,
  isAbstractType, isInputObjectType, isListType, isObjectType, valueFromASTUntyped,
} from 'graphql';
import type { FieldPolicy } from '#kernel/field-policy.js';

type Field = GraphQLField<unknown, unknown>;
type Input = Pick<GraphQLArgument | GraphQLInputField, 'astNode' | 'type'>;
type Values = Readonly<Record<string, unknown>>;

const ENTITY = '_Entity';
const FILTERS = /^filters\/(\w+\/\w+)$/;

/** The policy of a type or field by itself; null when everybody may know of it. */
export function policyOf(definition: Pick<GraphQLNamedType | Field, 'astNode'>): FieldPolicy | null {
  const lists = (directive: string, argument: string): string[][] | null => {
    const value = directivesOf(definition, directive)[0]?.[argument];
    return value === undefined ? null : (value as string[][]);
  };
  const authenticated = directivesOf(definition, 'authenticated').length > 0;
  const policy = { authenticated, scopes: lists('requiresScopes', 'scopes'), groups: lists('policy', 'policies') };
  return policy.authenticated || policy.scopes || policy.groups ? policy : null;
}

/** Every policy that a reader of a field must meet: of the type that it stands on, its own, and of what it answers. */
export function policiesOf(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): FieldPolicy[] {
  return [policyOf(type), policyOf(field), ...answeredPolicies(schema, getNamedType(field.type))].filter((one) => one !== null);
}

/** Of an interface or union what each type asks that it can be, as at the gateway. Entities are asked one by one (field-guard.ts). */
function answeredPolicies(schema: GraphQLSchema, answered: GraphQLNamedType): (FieldPolicy | null)[] {
  if (!isAbstractType(answered)) return [policyOf(answered)];
  return answered.name === ENTITY ? [] : schema.getPossibleTypes(answered).map(policyOf);
}

/**
 * What the used ones of a field's arguments ask besides, given their values; null when none of them filters on a protected field.
 * Throws for a name that is not in the schema, which would guard nothing: the service does not start.
 */
export function filterPolicies(schema: GraphQLSchema, field: Field): ((values: Values) => FieldPolicy[]) | null {
  const named = new Set(field.args.flatMap((argument) => filtersWithin(argument, new Set())));
  if (named.size === 0) return null;
  const policies = new Map([...named].map((coordinate) => [coordinate, policiesAt(schema, coordinate)]));
  return (values) => field.args.flatMap((argument) => filtersUsed(argument, values[argument.name])).flatMap((coordinate) => policies.get(coordinate) ?? []);
}

function policiesAt(schema: GraphQLSchema, coordinate: string): FieldPolicy[] {
  const [typeName = '', fieldName = ''] = coordinate.split('/');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!isObjectType(type) || !field) throw new Error(`a filter names ${coordinate}, which this schema does not have`);
  return policiesOf(schema, type, field);
}

function filtersUsed(input: Input, value: unknown): string[] {
  return value === null || value === undefined ? [] : [...filtersOf(input), ...filtersUsedIn(input.type, value)];
}

function filtersUsedIn(given: GraphQLInputType, value: unknown): string[] {
  const type = getNullableType(given);
  if (isListType(type)) return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => filtersUsedIn(type.ofType, item));
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return [];
  return Object.values(type.getFields()).flatMap((field) => filtersUsed(field, (value as Values)[field.name]));
}

function filtersWithin(input: Input, seen: Set<unknown>): string[] {
  const type = getNamedType(input.type);
  if (!isInputObjectType(type) || seen.has(type)) return filtersOf(input);
  seen.add(type);
  return [...filtersOf(input), ...Object.values(type.getFields()).flatMap((field) => filtersWithin(field, seen))];
}

/** `Person/bsn` of `@tag(name: "filters/Person/bsn")`. */
function filtersOf(input: Pick<Input, 'astNode'>): string[] {
  return directivesOf(input, 'tag').flatMap(({ name }) => FILTERS.exec(String(name))?.[1] ?? []);
}

/** The arguments of each use of a directive. */
function directivesOf({ astNode }: Pick<GraphQLNamedType | Field | Input, 'astNode'>, name: string): Record<string, unknown>[] {
  const used = (astNode?.directives ?? []).filter((directive) => directive.name.value === name);
  return used.map((directive) => Object.fromEntries((directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)])));
}
