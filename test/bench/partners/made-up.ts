/**
 * A subgraph that answers any question by its schema alone: made-up values, always the same, and for every company as many objects as are
 * asked for. What a field holds does not matter here; that types, keys and numbers of objects fit together does.
 */
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getNamedType, getNullableType, isAbstractType, isEnumType, isListType, isObjectType, parse, type GraphQLFieldResolver, type GraphQLOutputType, type GraphQLSchema } from 'graphql';

const LIST_LENGTH = 2;

interface MadeUp {
  readonly __typename?: string;
  readonly id?: string;
}

export function madeUpSchema(file: string): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(readFileSync(file, 'utf8')) });
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) if (!field.name.startsWith('_')) field.resolve = answer;
  }
  return schema;
}

const answer: GraphQLFieldResolver<MadeUp | undefined, unknown> = (source, given, _, { fieldName, returnType, schema }) => {
  const known = source && Object.hasOwn(source, fieldName) ? source[fieldName as keyof MadeUp] : undefined;
  return known ?? valueOf(getNullableType(returnType), schema, `${source?.id ?? ''}.${fieldName}`, given as { first?: number; code?: string; id?: string });
};

function valueOf(type: GraphQLOutputType, schema: GraphQLSchema, place: string, given: { first?: number; code?: string; id?: string }): unknown {
  if (isListType(type)) {
    const inner = getNullableType(type.ofType) as GraphQLOutputType;
    // A list of whatever companies have: one of each company.
    if (isAbstractType(inner)) return schema.getPossibleTypes(inner).map((one) => ({ __typename: one.name, id: `${place}.${one.name}` }));
    return Array.from({ length: given.first ?? lengthIn(place) }, (_, index) => valueOf(inner, schema, `${place}${index}`, {}));
  }
  if (isObjectType(type)) return { __typename: type.name, id: withLength(given.id ?? place, given.first) };
  if (isAbstractType(type)) return { __typename: chosen(schema.getPossibleTypes(type).map(({ name }) => name), given.code), id: place };
  return isEnumType(type) ? type.getValues()[0]?.name : scalarOf(getNamedType(type).name, place);
}

/** A connection keeps in its id how many nodes were asked for. */
const withLength = (place: string, first: number | undefined): string => (first === undefined ? place : `${place}#${first}#`);
const lengthIn = (place: string): number => Number(/#(\d+)#\.nodes$/.exec(place)?.[1] ?? LIST_LENGTH);

/** The type of the company with this code, `extra-3` of `Extra3...`. */
function chosen(names: readonly string[], code: string | undefined): string | undefined {
  const prefix = code?.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  return names.find((name) => prefix !== undefined && new RegExp(`^${prefix}[A-Z]`).test(name)) ?? names[0];
}

function scalarOf(type: string, place: string): unknown {
  if (type === 'Int' || type === 'Float') return 7;
  if (type === 'Boolean') return true;
  return type === 'Date' ? '2014-03-03' : type === 'DateTime' ? '2014-03-03T08:00:00.000Z' : type === 'Decimal' ? '24.5' : `made up ${place.slice(-20)}`;
}
