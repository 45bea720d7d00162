/** Changes that a plan makes to what is sent and to what came back. A rename keeps a value whatever it is: 0, false and '' are answers too. */
import type { Rewrite } from '../plan.js';
import { isRecord, ownOf, setOwn, typenameOf, type Json } from './own.js';
import type { SupergraphTypes } from './types.js';

const FRAGMENT = '... on ';

export function applyRewrites(rewrites: readonly Rewrite[], value: unknown, types: SupergraphTypes): void {
  for (const rewrite of rewrites) applyAt(rewrite, 0, value, types);
}

function applyAt(rewrite: Rewrite, step: number, value: unknown, types: SupergraphTypes): void {
  if (Array.isArray(value)) {
    for (const item of value) applyAt(rewrite, step, item, types);
    return;
  }
  const part = rewrite.path[step];
  if (!isRecord(value) || part === undefined) return;
  if (part === '@') applyAt(rewrite, step + 1, value, types);
  else if (part.startsWith(FRAGMENT)) {
    if (isOf(value, part.slice(FRAGMENT.length), types)) applyAt(rewrite, step + 1, value, types);
  } else if (step < rewrite.path.length - 1) applyAt(rewrite, step + 1, ownOf(value, part), types);
  else applyTo(rewrite, value, part);
}

function applyTo(rewrite: Rewrite, object: Json, key: string): void {
  if (rewrite.kind === 'ValueSetter') return setOwn(object, key, rewrite.setValueTo);
  const value = ownOf(object, key);
  if (value === undefined) return;
  setOwn(object, rewrite.renameKeyTo, value);
  delete object[key];
}

/** An object that does not say its type is taken for one. */
function isOf(object: Json, condition: string, types: SupergraphTypes): boolean {
  const name = typenameOf(object);
  return name === undefined || types.covers(condition, name);
}

/** From the key in the subgraph's answer to the key in ours. */
export function renamedKeys(rewrites: readonly Rewrite[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const rewrite of rewrites) if (rewrite.kind === 'KeyRenamer') renamed.set(rewrite.path.at(-1) ?? '', rewrite.renameKeyTo);
  return renamed;
}

/** True when nothing of `rewrites` reaches below the object itself, and each sets a value. */
export function setsOwnValuesOnly(rewrites: readonly Rewrite[]): boolean {
  return rewrites.every(({ kind, path }) => kind === 'ValueSetter' && path.slice(0, -1).every((part) => part.startsWith(FRAGMENT)));
}

/** What the rewrites set on an object of type `typename` that itself is sent under that name. */
export function valuesSet(rewrites: readonly Rewrite[], typename: string, types: SupergraphTypes): ReadonlyMap<string, unknown> {
  const object: Json = { __typename: typename };
  applyRewrites(rewrites, object, types);
  const set = new Map(Object.entries(object));
  if (set.get('__typename') === typename) set.delete('__typename');
  return set;
}
