/** A writer for each type of a field: lists in lists, nulls that rise (GraphQL specification, 6.4.4), and leaves. Objects in write-object.ts. */
import { getNamedType, isLeafType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import { leafWriter, type WriteLeaf } from './leaf-writers.js';
import { NULL, type Text, type Write, type Writing } from './writing.js';

/** `place`: the field, as a reader of the error knows it: Type.field. `object` writes what is no leaf. */
export function writerOf(type: GraphQLOutputType, place: string, object: Write): Write {
  if (isNonNullType(type)) return neverNull(writerOf(type.ofType, place, object), place);
  if (isListType(type)) return list(writerOf(type.ofType, place, object), place);
  const named = getNamedType(type);
  return isLeafType(named) ? leaf(leafWriter(named), place) : object;
}

function neverNull(write: Write, place: string): Write {
  return (value, writing) => {
    const before = writing.faults;
    const text = write(value, writing);
    if (text !== NULL) return text;
    if (writing.faults === before) writing.fault(`Cannot return null for non-nullable field ${place}.`, value === undefined);
    return undefined;
  };
}

function leaf(write: WriteLeaf, place: string): Write {
  return (value, writing) => {
    if (value === null || value === undefined) return NULL;
    const text = write(value);
    if (text !== null) return text;
    writing.fault(`Invalid value found for field ${place}.`);
    return NULL;
  };
}

function list(write: Write, place: string): Write {
  return (value, writing) => {
    if (value === null || value === undefined) return NULL;
    if (Array.isArray(value)) return elements(value, write, writing);
    writing.fault(`Expected a list for field ${place}.`);
    return NULL;
  };
}

/** Each is looked at, also behind one that cannot stand: its errors are errors too. */
function elements(values: readonly unknown[], write: Write, writing: Writing): Text {
  let text = '[';
  let whole = true;
  for (let at = 0; at < values.length; at++) {
    writing.path.push(at);
    const one = write(values[at], writing);
    writing.path.pop();
    if (one === undefined) whole = false;
    else text += at === 0 ? one : `,${one}`;
  }
  return whole ? `${text}]` : NULL;
}
