/** Values for arguments, as variables carry them, and how they are written in a document. */
import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import type { Tape } from './tape.js';

export function valueFor(tape: Tape, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return present(tape, type.ofType);
  return tape.below(6) === 5 ? null : present(tape, type);
}

function present(tape: Tape, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return present(tape, type.ofType);
  if (isListType(type)) return Array.from({ length: tape.below(3) }, () => valueFor(tape, type.ofType));
  if (isEnumType(type)) return tape.pick(type.getValues()).name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).flatMap(({ name, type }) => (tape.oneIn(2) ? [[name, valueFor(tape, type)]] : [])));
  return type.name === 'Int' ? tape.below(5) : tape.pick(['x', 'a "b"', '']);
}

export function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (value === null || value === undefined) return 'null';
  if (isListType(type) && Array.isArray(value)) return `[${value.map((item) => literal(item, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = type.getFields();
  return `{ ${Object.entries(value).flatMap(([name, part]) => (fields[name] ? [`${name}: ${literal(part, fields[name].type)}`] : [])).join(', ')} }`;
}
