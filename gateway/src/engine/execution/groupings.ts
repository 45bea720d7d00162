/**
 * Several fetches ask about the objects at one place, mostly by the same key, or by values that one of them brought by that key. Then objects that were
 * alike for the one are alike for the others: they are told apart once.
 */
import type { FetchNode, RequiredSelection } from '../plan.js';
import { isInherited, type Json } from './own.js';
import type { Position } from './positions.js';

/** One way to tell the objects at a place apart. */
export interface Grouping {
  /** Objects of one type are alike when these values are; null: when the text is. No name that every object inherits. */
  readonly keys: readonly string[] | null;
  textOf(object: Json): string | null;
}

export interface Asking {
  readonly position: Position;
  /** Null: at the root, or the objects are looked for. */
  readonly requires: readonly RequiredSelection[] | null;
  /** Keys that the answer adds to each object. */
  readonly brings: readonly string[];
  textOf(object: Json): string | null;
}

/** Per fetch, in the order of the plan. Null: each object by itself. */
export function groupingsOf(fetches: readonly Asking[]): readonly (Grouping | null)[] {
  const bringers = new Map<Position, Map<string, number>>();
  for (const { position, brings } of fetches) for (const key of new Set(brings)) count(bringers, position, key);
  const known = new Map<Position, Known[]>();
  return fetches.map((fetch) => {
    const needed = fetch.requires && leafKeys(fetch.requires);
    if (!needed || fetch.position.mayRepeat) return null;
    const here = known.get(fetch.position) ?? [];
    known.set(fetch.position, here);
    const counts = bringers.get(fetch.position) ?? new Map<string, number>();
    const one = here.find(({ determined }) => needed.every((key) => determined.has(key))) ?? begun(here, needed, fetch, counts);
    if (!one) return null;
    for (const key of fetch.brings) if (counts.get(key) === 1 && !fetch.position.provided.has(key)) one.determined.add(key);
    return one.grouping;
  });
}

interface Known {
  readonly grouping: Grouping;
  /** Keys that are the same for all objects of a group. */
  readonly determined: Set<string>;
}

/** Not with a key that a fetch at this very place brings: its value may not be there yet, or not stay. */
function begun(here: Known[], needed: readonly string[], { textOf }: Asking, counts: ReadonlyMap<string, number>): Known | null {
  if (needed.some((key) => counts.has(key))) return null;
  const one = { grouping: { keys: needed.some(isInherited) ? null : needed, textOf }, determined: new Set(needed) };
  here.push(one);
  return one;
}

/** Null when an inner object is required, or a value under conditions of its own. */
function leafKeys(requires: readonly RequiredSelection[]): readonly string[] | null {
  const keys = new Set<string>();
  for (const fragment of requires) {
    if (fragment.kind === 'Field') return null;
    for (const one of fragment.selections) {
      if (one.kind !== 'Field' || one.selections) return null;
      if (one.name !== '__typename') keys.add(one.name);
    }
  }
  return keys.size > 0 ? [...keys] : null;
}

/** The one value by which objects are alike; null: several, or the text. */
export function onlyKeyOf(grouping: Grouping | null | undefined): string | null {
  const [key = null] = grouping?.keys?.length === 1 ? grouping.keys : [];
  return key;
}

/** Every key of the grouping is sent as it stands, of every object that is asked about: what differs for the one differs for the subgraph. */
export function tellsApart(grouping: Grouping | null, { requires = [], inputRewrites = [] }: FetchNode): boolean {
  const [only, ...more] = requires;
  if (!grouping?.keys || only?.kind !== 'InlineFragment' || more.length > 0 || inputRewrites.length > 0) return false;
  const sent = new Set(only.selections.map((one) => (one.kind === 'Field' ? one.name : '')));
  return grouping.keys.every((key) => sent.has(key));
}

function count(bringers: Map<Position, Map<string, number>>, position: Position, key: string): void {
  const counts = bringers.get(position) ?? new Map<string, number>();
  bringers.set(position, counts.set(key, (counts.get(key) ?? 0) + 1));
}
