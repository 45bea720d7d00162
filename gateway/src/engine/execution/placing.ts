/** The way through the data of one fetch along the places of the plan, compiled: only the keys that this fetch selects and on which somebody waits. */
import { isInherited, isRecord, ownOf, setOwn, type Json } from './own.js';
import type { Position } from './positions.js';
import type { Register } from './register.js';
import { keysOf, type Selected } from './selected.js';
import type { SupergraphTypes } from './types.js';

export interface Way {
  /** Of the register; -1 when nobody waits for this object itself. */
  readonly index: number;
  /** What others bring to this object: of a subgraph that was not asked for it, it is not taken. */
  readonly foreign: readonly string[];
  readonly steps: readonly WayStep[];
  /** Of every object in the list, and in the lists in it. */
  readonly items: Way | null;
}

export interface WayStep {
  readonly key: string;
  readonly inherited: boolean;
  readonly way: Way;
}

/** Of an object that stands at its place already: the keys below which somebody waits. */
export function stepsBelow(position: Position, selected: Selected, types: SupergraphTypes): readonly WayStep[] {
  if (position.keys.size === 0) return [];
  const keys = keysOf(selected, undefined, types);
  return [...position.keys].flatMap(([key, below]) => {
    const parts = keys.get(key);
    const way = parts ? wayThrough(below, parts, types) : null;
    return way ? [{ key, inherited: isInherited(key), way }] : [];
  });
}

/** Null when nobody waits for anything in this data. */
function wayThrough(position: Position, selected: Selected, types: SupergraphTypes): Way | null {
  const items = position.items && wayThrough(position.items, selected, types);
  const steps = stepsBelow(position, selected, types);
  if (!position.isTarget && steps.length === 0 && !items) return null;
  const foreign = position.isTarget ? foreignKeys(position, selected, types) : [];
  if (position.isTarget) for (const { key } of selected) position.provided.add(key);
  return { index: position.isTarget ? position.index : -1, foreign, steps, items };
}

function foreignKeys({ added }: Position, selected: Selected, types: SupergraphTypes): readonly string[] {
  const keys = keysOf(selected, undefined, types);
  return [...added].filter((key) => !keys.has(key));
}

/** For objects in which others put something as well: what is foreign was left out before. */
export function trusting(way: Way): Way {
  return { index: way.index, foreign: [], items: way.items && trusting(way.items), steps: way.steps.map((step) => ({ ...step, way: trusting(step.way) })) };
}

/** Puts the objects along the way into the register; gives what is to stand there, which is another object where one is the same (see Position). */
export function place(value: unknown, way: Way, register: Register): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (way.items) placeItems(value, way.items, register);
    return value;
  }
  const object = value as Json;
  const standing = way.index >= 0 ? enter(object, way, register) : object;
  if (standing === object) for (const step of way.steps) placeAt(object, step, register);
  return standing;
}

function placeItems(values: unknown[], way: Way, register: Register): void {
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (Array.isArray(value)) {
      placeItems(value, way, register);
      continue;
    }
    const standing = place(value, way, register);
    if (standing !== value) values[at] = standing;
  }
}

export function placeAt(object: Json, { key, inherited, way }: WayStep, register: Register): void {
  const value = inherited ? ownOf(object, key) : object[key];
  const standing = place(value, way, register);
  if (standing !== value) setOwn(object, key, standing);
}

/** For data that others use as well: the objects along the way anew, because somebody will add to them. */
export function copied(value: unknown, way: Way): unknown {
  if (Array.isArray(value)) return way.items ? copiedItems(value, way.items) : value;
  return isRecord(value) ? copiedAlong(value, way.steps) : value;
}

function copiedItems(values: readonly unknown[], way: Way): unknown[] {
  return values.map((item) => (Array.isArray(item) ? copiedItems(item, way) : copied(item, way)));
}

export function copiedAlong(value: Json, steps: readonly WayStep[]): Json {
  const object: Json = { ...value };
  for (const { key, inherited, way } of steps) {
    const part = inherited ? ownOf(object, key) : object[key];
    if (typeof part === 'object' && part !== null) setOwn(object, key, copied(part, way));
  }
  return object;
}

function enter(object: Json, way: Way, register: Register): Json {
  for (const key of way.foreign) if (ownOf(object, key) !== undefined) delete object[key];
  return register.add(way.index, object);
}
