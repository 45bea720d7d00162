/** Many paths as one document: what they share is asked once; every object also tells its type, and its id where it has one. */
import { getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLSchema, isAbstractType, isEnumType, isInterfaceType, isLeafType, isNonNullType, isObjectType, getNullableType, isListType } from 'graphql';
import type { Path, PathStep } from './paths.js';

/** GraphQL text for the arguments that a field demands, by `field.argument` or, for any field, by the argument's name. */
export type Arguments = Readonly<Record<string, string>>;

interface Tree {
  readonly fields: Map<string, Tree>;
  /** By type name. */
  readonly fragments: Map<string, Tree>;
}

const LONGEST_LIST = 2;

const tree = (): Tree => ({ fields: new Map(), fragments: new Map() });

/** The selection set, with its braces, of `paths` from `root`. */
export function selection(schema: GraphQLSchema, root: string, paths: readonly Path[], values: Arguments): string {
  const top = tree();
  for (const path of paths) path.reduce((place, step) => below(place, step), top);
  return print({ schema, values }, top, root);
}

function below(place: Tree, { parent, field, narrowed }: PathStep): Tree {
  const at = narrowed ? known(place.fragments, parent) : place;
  return known(at.fields, field);
}

function known(map: Map<string, Tree>, key: string): Tree {
  const found = map.get(key) ?? tree();
  map.set(key, found);
  return found;
}

interface Printing {
  readonly schema: GraphQLSchema;
  readonly values: Arguments;
}

function print(to: Printing, { fields, fragments }: Tree, typeName: string): string {
  const type = to.schema.getType(typeName);
  const own = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  const parts = ['__typename', ...(own['id'] ? ['id'] : [])];
  for (const [name, inner] of fields) if (name !== 'id') parts.push(printField(to, own[name], inner));
  for (const [name, inner] of fragments) parts.push(`... on ${name} ${print(to, inner, name)}`);
  // Something to see of a thing that is all values, such as a name.
  if (fields.size === 0 && fragments.size === 0 && !isAbstractType(type)) parts.push(...values(own));
  return `{ ${[...new Set(parts)].join(' ')} }`;
}

function printField(to: Printing, field: GraphQLField<unknown, unknown> | undefined, inner: Tree): string {
  if (!field) throw new Error('a path leads over a field that its type does not have');
  const type = getNamedType(field.type);
  return `${field.name}${printArguments(to, field)}${isLeafType(type) ? '' : ` ${print(to, inner, type.name)}`}`;
}

const values = (fields: Readonly<Record<string, GraphQLField<unknown, unknown>>>): string[] =>
  Object.values(fields).filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0 && ['full', 'code', 'phase', 'status'].includes(field.name)).map(({ name }) => name);

function printArguments({ values: given }: Printing, field: GraphQLField<unknown, unknown>): string {
  const printed = field.args.flatMap((argument) => {
    if (argument.name === 'first') return [`first: ${LONGEST_LIST}`];
    if (!isNonNullType(argument.type) || argument.defaultValue !== undefined) return [];
    return [`${argument.name}: ${valueFor(field.name, argument, given)}`];
  });
  return printed.length > 0 ? `(${printed.join(', ')})` : '';
}

function valueFor(field: string, argument: GraphQLArgument, given: Arguments): string {
  const named = getNamedType(argument.type);
  if (isEnumType(named)) return isListType(getNullableType(argument.type)) ? `[${named.getValues()[0]?.name ?? ''}]` : (named.getValues()[0]?.name ?? '');
  const value = given[`${field}.${argument.name}`] ?? given[argument.name];
  if (value === undefined) throw new Error(`there is no value for the argument ${argument.name} of ${field}`);
  return value;
}

/** Can every argument that this field demands be filled in? */
export function askable(field: GraphQLField<unknown, unknown>, names: ReadonlySet<string>): boolean {
  return field.args.every((argument) => !isNonNullType(argument.type) || argument.defaultValue !== undefined || names.has(argument.name) || names.has(`${field.name}.${argument.name}`) || isEnumType(getNamedType(argument.type)));
}
