/**
 * What an operation costs, before anything is planned: one for every object that may be read, what @cost says otherwise, times the length of
 * the lists around it. Guarantees an upper bound that does not depend on how the question is written: fragments are filled in, of the possible
 * types the dearest counts, @skip and @include are not believed, and lengths are read from literals, variables and defaults alike.
 */
import {
  getArgumentValues, getNamedType, getNullableType, isAbstractType, isCompositeType, isInputObjectType, isListType, isObjectType, Kind,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema,
  type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import type { CostTable, ListSize } from './cost-table.js';

/** A list of which nobody said how long it is. */
const UNKNOWN_LENGTH = 10;
/** A command does more than reading one object. */
const MUTATION = 10;

export interface Priced {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly schema: GraphQLSchema;
  /** Coerced, as graphql-js getVariableValues gives them: with their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly table: CostTable;
}

interface Pricing extends Priced {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** A selection on one type is priced once, however many fragments lead to it. */
  readonly known: Map<SelectionSetNode, Map<string, number>>;
}

/** Lengths that a field gave to the lists below it, by their names. */
type Lengths = Readonly<Record<string, number>>;
const NONE: Lengths = {};

/** Of a validated operation. Throws when an argument does not fit its type. */
export function costOf(priced: Priced): number {
  const definitions = priced.document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const pricing: Pricing = { ...priced, fragments: new Map(definitions.map((one) => [one.name.value, one])), known: new Map() };
  const root = priced.schema.getRootType(priced.operation.operation);
  return root ? setCost(pricing, priced.operation.selectionSet, root, NONE) : 0;
}

/** Over all types that the value may have, the dearest. */
function dearest(pricing: Pricing, set: SelectionSetNode, type: GraphQLNamedType, lengths: Lengths): number {
  const possible = isAbstractType(type) ? pricing.schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return Math.max(0, ...possible.map((one) => setCost(pricing, set, one, lengths)));
}

function setCost(pricing: Pricing, set: SelectionSetNode, type: GraphQLObjectType, lengths: Lengths): number {
  const known = pricing.known.get(set) ?? new Map<string, number>();
  pricing.known.set(set, known);
  const key = `${type.name} ${JSON.stringify(lengths)}`;
  const cost = known.get(key) ?? set.selections.reduce((sum, one) => sum + selectionCost(pricing, one, type, lengths), 0);
  known.set(key, cost);
  return cost;
}

function selectionCost(pricing: Pricing, selection: SelectionNode, type: GraphQLObjectType, lengths: Lengths): number {
  if (selection.kind === Kind.FIELD) {
    const field = type.getFields()[selection.name.value];
    // Introspection and __typename are answered by the gateway.
    return field ? fieldCost(pricing, selection, { parent: type, field }, lengths[field.name] ?? null) : 0;
  }
  const inner = selection.kind === Kind.FRAGMENT_SPREAD ? pricing.fragments.get(selection.name.value) : selection;
  return inner && applies(pricing.schema, inner.typeCondition?.name.value, type) ? setCost(pricing, inner.selectionSet, type, lengths) : 0;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  const named = condition === undefined ? type : schema.getType(condition);
  return named === type || (isAbstractType(named) && schema.isSubType(named, type));
}

interface Place {
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

function fieldCost(pricing: Pricing, node: FieldNode, { parent, field }: Place, length: number | null): number {
  const { weights, lists } = pricing.table;
  const coordinate = `${parent.name}.${field.name}`;
  const values = getArgumentValues(field, node, pricing.variables);
  const type = getNamedType(field.type);
  const size = lists.get(coordinate);
  const below = size && size.sizedFields.length > 0 ? Object.fromEntries(size.sizedFields.map((name) => [name, lengthOf(size, values, field)])) : NONE;
  const times = !isListType(getNullableType(field.type)) ? 1 : (length ?? (size && size.sizedFields.length === 0 ? lengthOf(size, values, field) : UNKNOWN_LENGTH));
  const own = weights.get(coordinate) ?? weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
  const inner = node.selectionSet ? dearest(pricing, node.selectionSet, type, below) : 0;
  const asked = field.args.reduce((sum, { name, type: of }) => sum + valueCost(pricing, `${coordinate}(${name}:)`, of, values[name]), 0);
  return times * (own + inner) + asked + (parent === pricing.schema.getMutationType() ? MUTATION : 0);
}

/** The largest that an argument says; an argument that is left out, or null, leaves it to what was assumed. */
function lengthOf({ slicingArguments, assumedSize }: ListSize, values: Readonly<Record<string, unknown>>, { args }: Place['field']): number {
  const said = slicingArguments.flatMap((path) => lengthIn(path.split('.').reduce<unknown>(memberOf, values)));
  if (said.length > 0) return Math.max(...said);
  const defaults = args.filter(({ name }) => slicingArguments.includes(name)).flatMap(({ defaultValue }) => lengthIn(defaultValue));
  return assumedSize ?? (defaults.length > 0 ? Math.max(...defaults) : UNKNOWN_LENGTH);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function lengthIn(value: unknown): number[] {
  if (Array.isArray(value)) return [value.length];
  return typeof value === 'number' ? [Math.max(0, value)] : [];
}

/** One for every input object, and what @cost says of what is filled in. */
function valueCost(pricing: Pricing, coordinate: string, type: GraphQLInputType, value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + valueCost(pricing, coordinate, type, one), 0);
  const { weights } = pricing.table;
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return weights.get(coordinate) ?? weights.get(named.name) ?? 0;
  const fields = Object.values(named.getFields()).map((field) => valueCost(pricing, `${named.name}.${field.name}`, field.type, memberOf(value, field.name)));
  return (weights.get(coordinate) ?? 1) + fields.reduce((sum, one) => sum + one, 0);
}
