/** Where in the answer objects stand; looked up only when something went wrong, or for paths that narrow to a type. */
import type { PathStep } from '../plan.js';
import { isRecord, ownOf, typenameOf, type Json } from './own.js';
import type { SupergraphTypes } from './types.js';

export type Place = readonly (string | number)[];

/** Calls `found` for every object at `path`, again for each place at which it stands. `place` is only good until `found` returns. */
export function walkTo(tree: unknown, path: readonly PathStep[], types: SupergraphTypes, found: (object: Json, place: Place) => void): void {
  const trail: (string | number)[] = [];
  const walk = (value: unknown, at: number): void => {
    const step = path[at];
    if (step === '@') {
      if (!Array.isArray(value)) return;
      value.forEach((item, index) => {
        trail.push(index);
        walk(item, Array.isArray(item) ? at : at + 1);
        trail.pop();
      });
    } else if (!isRecord(value)) return;
    else if (step === undefined) found(value, trail);
    else if (typeof step === 'string') {
      trail.push(step);
      walk(ownOf(value, step), at + 1);
      trail.pop();
    } else if (isOneOf(value, step.types, types)) walk(value, at + 1);
  };
  walk(tree, 0);
}

export function objectsAt(tree: unknown, path: readonly PathStep[], types: SupergraphTypes): readonly Json[] {
  const objects = new Set<Json>();
  walkTo(tree, path, types, (object) => objects.add(object));
  return [...objects];
}

/** All places of each of `objects`. */
export function placesOf(tree: unknown, path: readonly PathStep[], objects: ReadonlySet<Json>, types: SupergraphTypes): ReadonlyMap<Json, readonly Place[]> {
  const places = new Map<Json, Place[]>();
  walkTo(tree, path, types, (object, place) => {
    if (!objects.has(object)) return;
    const known = places.get(object);
    if (known) known.push([...place]);
    else places.set(object, [[...place]]);
  });
  return places;
}

function isOneOf(object: Json, names: readonly string[], types: SupergraphTypes): boolean {
  const name = typenameOf(object);
  return name !== undefined && names.some((one) => types.covers(one, name));
}
