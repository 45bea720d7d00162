/** Scalars and enums. A subgraph promised them by its schema; what it sent instead of one is told, and null. */
import { isEnumType, type GraphQLLeafType } from 'graphql';
import { quoted } from './json-text.js';

/** JSON text; null for what is no such value. Not asked about null. */
export type WriteLeaf = (value: unknown) => string | null;

/** From here on JavaScript writes a number with an exponent, which no whole number has. */
const FIRST_WITH_EXPONENT = 1e21;

const BUILT_IN: Readonly<Record<string, WriteLeaf>> = {
  Int: (value) => (isWhole(value) ? `${value}` : null),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : null),
  String: (value) => (typeof value === 'string' ? quoted(value) : null),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : null),
  // A number is an id as well; clients get a text (GraphQL specification, 3.5.5).
  ID: (value) => (typeof value === 'string' ? quoted(value) : isWhole(value) ? `"${value}"` : null),
};

export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) return enumWriter(new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)])));
  return (Object.hasOwn(BUILT_IN, type.name) ? BUILT_IN[type.name] : undefined) ?? anyValue;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < FIRST_WITH_EXPONENT;
}

/** A value that clients do not see (@inaccessible) is no value of theirs. */
function enumWriter(texts: ReadonlyMap<unknown, string>): WriteLeaf {
  return (value) => texts.get(value) ?? null;
}

/** Of a scalar of its own only the subgraph knows what it may hold. */
function anyValue(value: unknown): string {
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}
