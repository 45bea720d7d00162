/**
 * Puts what was fetched back into the question as it was sent: a hidden field is null in its own place and order, a null where none
 * may stand makes its parent null (GraphQL specification, 6.4.4), and each hidden field has one error, at the first place where it stands.
 */
import { executeSync, GraphQLError, isNonNullType, type GraphQLFieldResolver } from 'graphql';
import { HIDDEN_FIELD } from '#kernel/faults.js';
import type { Viewer } from '#kernel/viewer.js';
import type { Hidden, Reading } from './reading.js';
import { sentenceFor } from './why-hidden.js';

type Path = readonly (string | number)[];

export interface Completed {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly GraphQLError[];
}

class Concealed extends Error {
  constructor(readonly hidden: Hidden) {
    super('hidden');
    this.name = 'Concealed';
  }
}

/** `fetched`: the data of `reading.asked`. `variables` as they were sent. */
export function complete(reading: Reading, fetched: unknown, variables: Readonly<Record<string, unknown>>, viewer: Viewer): Completed {
  // The engine says why there is nothing at all.
  if (fetched === null) return { data: null, errors: reading.hidden.map((hidden) => errorFor(hidden, staticPath(hidden), viewer)) };
  const { data, errors = [] } = executeSync({
    schema: reading.schema,
    document: reading.whole,
    rootValue: fetched,
    variableValues: variables,
    fieldResolver: resolver(reading),
    typeResolver: (value) => textAt(value, reading.typeKey),
  });
  const first = new Map<Hidden, Path | undefined>();
  for (const { originalError, path } of errors) if (originalError instanceof Concealed && !first.has(originalError.hidden)) first.set(originalError.hidden, path);
  const others = errors.filter(({ originalError }) => !(originalError instanceof Concealed));
  const placeOf = (hidden: Hidden): Path | undefined => first.get(hidden) ?? staticPath(hidden);
  return { data, errors: data === undefined ? others : [...others, ...reading.hidden.map((hidden) => errorFor(hidden, placeOf(hidden), viewer))] };
}

/** What was fetched, or null; only the first null of each hidden field is told, and those that must be told because their parent cannot stay. */
function resolver({ closed }: Reading): GraphQLFieldResolver<unknown, unknown> {
  const told = new Set<Hidden>();
  return (source, _args, _context, { path, fieldNodes, returnType }) => {
    if (isRecord(source) && Object.hasOwn(source, path.key)) return source[path.key];
    const node = fieldNodes.find((one) => closed.has(one));
    const hidden = node && closed.get(node);
    if (!hidden || (told.has(hidden) && !isNonNullType(returnType))) return null;
    told.add(hidden);
    throw new Concealed(hidden);
  };
}

/** Of a field that stands nowhere, because a parent is null or a list is empty. */
const staticPath = ({ belowList, path }: Hidden): Path | undefined => (belowList ? undefined : path);

function errorFor(hidden: Hidden, path: Path | undefined, viewer: Viewer): GraphQLError {
  return new GraphQLError(sentenceFor(hidden.why, viewer), { path, extensions: { code: HIDDEN_FIELD, whyHidden: hidden.why } });
}

function textAt(value: unknown, key: string): string | undefined {
  const text = isRecord(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
