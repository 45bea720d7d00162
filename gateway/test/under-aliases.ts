/** What a test says that a subgraph answers, by names of fields, under the names that the question gives them. */
import { Kind, parse, type SelectionSetNode } from 'graphql';

type Values = Record<string, unknown>;

/** Changes nothing but adds what is asked under another name; whatever else stands there stays. */
export function underAliases(data: unknown, query: string): unknown {
  const [operation] = parse(query, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? renamed(data, operation.selectionSet) : data;
}

function renamed(value: unknown, set: SelectionSetNode): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => renamed(one, set));
  if (typeof value !== 'object' || value === null) return value;
  // Without a prototype: a test may ask for `__proto__`.
  const known = Object.assign(Object.create(null) as Values, value);
  fill(known, value as Values, set);
  return known;
}

function fill(known: Values, source: Values, { selections }: SelectionSetNode): void {
  for (const one of selections) {
    if (one.kind === Kind.INLINE_FRAGMENT) fill(known, source, one.selectionSet);
    if (one.kind !== Kind.FIELD) continue;
    const key = (one.alias ?? one.name).value;
    const from = Object.hasOwn(source, key) ? key : one.name.value;
    if (!Object.hasOwn(source, from)) continue;
    known[key] = one.selectionSet ? renamed(known[key] ?? source[from], one.selectionSet) : source[from];
  }
}
