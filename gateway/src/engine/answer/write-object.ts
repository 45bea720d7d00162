/**
 * Objects: what is asked of one depends on its type, which only the answer tells; for each type that comes by the fields are worked out once.
 * An object that stands at many places (the same entity, behind many others) is written once in each answer.
 */
import { isAbstractType, isCompositeType, isObjectType, type GraphQLCompositeType, type SelectionSetNode } from 'graphql';
import { clientKey } from '../response-keys.js';
import { collectFields, type Asked, type Collected } from './collect-fields.js';
import { NULL, type Text, type Write, type Writing } from './writing.js';
import { writerOf } from './write-value.js';

type Value = Readonly<Record<string, unknown>>;

interface FieldWriter {
  /** With the comma before it, and the colon. */
  readonly opening: string;
  readonly key: string;
  readonly read: (object: Value) => unknown;
  readonly write: Write;
}

/** Counts the places of an operation. */
export interface Places {
  next: number;
}

export interface Compiling extends Asked {
  readonly places: Places;
}

/** Writes an object that stands in a field of type `declared`. */
export function objectWriter(compiling: Compiling, declared: GraphQLCompositeType, sets: readonly SelectionSetNode[], place: string): Write {
  const byType = new Map<unknown, Write | null>();
  const write: Write = (value, writing) => {
    if (value === null || value === undefined) return NULL;
    if (typeof value !== 'object' || Array.isArray(value)) return refused(writing, `Expected an object for field ${place}.`);
    const typename = ownTypename(value as Value);
    let writer = byType.get(typename);
    if (writer === undefined) byType.set(typename, (writer = writerForType(compiling, declared, typename, sets)));
    if (!writer) return refused(writing, `Unexpected type of object for field ${place}.`);
    return writer(value, writing) ?? NULL;
  };
  return write;
}

/** Written once for each value, however often it stands in the answer. */
export function onceEach(write: Write, { places }: Compiling): Write {
  const place = places.next++;
  return (value, writing) => {
    if (typeof value !== 'object' || value === null) return write(value, writing);
    const texts = writing.textsOf(place);
    const known = texts.get(value);
    if (known !== undefined) return known;
    const before = writing.faults;
    const text = write(value, writing);
    // A fault is told at each place where it stands.
    if (text !== undefined && writing.faults === before) texts.set(value, text);
    return text;
  };
}

function refused(writing: Writing, sentence: string): string {
  writing.fault(sentence);
  return NULL;
}

const ownTypename = (value: Value): unknown => (Object.hasOwn(value, '__typename') ? value['__typename'] : undefined);

/** Null for an object that may not stand there, or whose type clients do not see. Without a type it is taken for what the field declares. */
function writerForType(compiling: Compiling, declared: GraphQLCompositeType, typename: unknown, sets: readonly SelectionSetNode[]): Write | null {
  const type = typename === undefined || typename === null ? declared : compiling.schema.getType(String(typename));
  if (!isCompositeType(type) || !fits(compiling, declared, type)) return null;
  return fieldsWriter(compiling, type, sets);
}

function fits({ schema }: Compiling, declared: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  return type === declared || (isAbstractType(declared) && 'getFields' in type && schema.isSubType(declared, type));
}

/** The braces and all that stands between them; undefined when the object itself cannot stand. */
export function fieldsWriter(compiling: Compiling, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Write {
  const fields = collectFields(compiling, type, sets).map((field, at) => fieldWriter(compiling, type, field, at === 0 ? '' : ','));
  return (value, writing) => writeFields(fields, value as Value, writing);
}

function writeFields(fields: readonly FieldWriter[], value: Value, writing: Writing): Text {
  let text = '{';
  for (const { opening, key, read, write } of fields) {
    writing.path.push(key);
    const one = write(read(value), writing);
    writing.path.pop();
    if (one === undefined) return undefined;
    text += opening + one;
  }
  return `${text}}`;
}

function fieldWriter(compiling: Compiling, type: GraphQLCompositeType, field: Collected, comma: string): FieldWriter {
  const key = clientKey(field.key);
  return { opening: `${comma}${JSON.stringify(key)}:`, key, read: reader(field.key), write: valueWriter(compiling, type, field) };
}

function valueWriter(compiling: Compiling, type: GraphQLCompositeType, { name, definition, owner, selections }: Collected): Write {
  if (name === '__typename') return typenameWriter(type);
  // Introspection was answered elsewhere, whole.
  if (!definition) return (value) => JSON.stringify(value ?? null);
  const place = `${owner.name}.${name}`;
  if (selections.length === 0) return writerOf(definition.type, place, () => NULL);
  let named: unknown = definition.type;
  while (typeof named === 'object' && named !== null && 'ofType' in named) named = named.ofType;
  if (!isCompositeType(named)) throw new TypeError(`selections on a leaf: ${place}`);
  return onceEach(writerOf(definition.type, place, objectWriter(compiling, named, selections, place)), compiling);
}

/** Never what a subgraph calls it: it may have names of its own, for its roots and for interfaces that it takes for objects. */
function typenameWriter(type: GraphQLCompositeType): Write {
  if (isObjectType(type)) {
    const text = JSON.stringify(type.name);
    return () => text;
  }
  return (_value, writing) => {
    writing.fault(`No type is known for an object of ${type.name}.`);
    return undefined;
  };
}

/** Names that every object has from its prototype are read only where the subgraph sent them. */
function reader(key: string): (object: Value) => unknown {
  if (key in Object.prototype) return (object) => (Object.hasOwn(object, key) ? object[key] : undefined);
  return (object) => object[key];
}
