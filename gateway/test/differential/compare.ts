/** Whether two judges say the same: the same data, and errors at the same places. */
import type { ErrorPath, Verdict } from './answer.js';
import { isRecord } from './world.js';

/** Null: they agree. */
export interface Difference {
  readonly kind: 'data' | 'order of keys' | 'places of errors';
  readonly got: unknown;
  readonly wanted: unknown;
}

export function difference(got: Verdict, wanted: Verdict): Difference | null {
  const gotText = JSON.stringify(ordered(got.data));
  const wantedText = JSON.stringify(ordered(wanted.data));
  if (gotText !== wantedText) return { kind: 'data', got: got.data, wanted: wanted.data };
  const [gotPlaces, wantedPlaces] = [placesOf(got), placesOf(wanted)];
  if (JSON.stringify(gotPlaces) !== JSON.stringify(wantedPlaces)) return { kind: 'places of errors', got: gotPlaces, wanted: wantedPlaces };
  if (JSON.stringify(got.data) !== JSON.stringify(wanted.data)) return { kind: 'order of keys', got: got.data, wanted: wanted.data };
  return null;
}

/**
 * Where errors show in the data: an error below a null that rose is one about that null. Which of several errors below one null are told is up to the
 * order of execution, in graphql-js too.
 */
export function placesOf({ data, paths }: Verdict): string[] {
  return [...new Set(paths.map((path) => (path ? JSON.stringify(shownPart(data, path)) : 'nowhere')))].toSorted();
}

function shownPart(data: unknown, path: ErrorPath): ErrorPath {
  let value = data;
  for (const [n, part] of path.entries()) {
    if (value === null) return path.slice(0, n);
    if (Array.isArray(value) && typeof part === 'number') value = value[part];
    else if (isRecord(value) && Object.hasOwn(value, part)) value = value[part];
    else return path;
  }
  return path;
}

/** Whether `part` is `whole` with nulls in some places. */
export function isPartOf(part: unknown, whole: unknown): boolean {
  if (part === null) return true;
  if (Array.isArray(part)) return Array.isArray(whole) && part.length === whole.length && part.every((item, index) => isPartOf(item, whole[index]));
  if (!isRecord(part)) return part === whole;
  const keys = Object.keys(part);
  return isRecord(whole) && keys.length === Object.keys(whole).length && keys.every((key) => Object.hasOwn(whole, key) && isPartOf(part[key], whole[key]));
}

/** Places where there is a null instead of what stands in `whole`, and no error at it, above it or below it. */
export function untoldLosses(verdict: Verdict, whole: Verdict): ErrorPath[] {
  if (verdict.paths.includes(null)) return [];
  const told = verdict.paths.flatMap((path) => (path ? [shownPart(verdict.data, path)] : []));
  return losses(verdict.data, whole.data, []).filter((loss) => !told.some((place) => place.every((part, n) => part === loss[n])));
}

function losses(part: unknown, whole: unknown, at: ErrorPath): ErrorPath[] {
  if (part === null) return whole === null ? [] : [at];
  if (Array.isArray(part)) return part.flatMap((item, index) => losses(item, Array.isArray(whole) ? whole[index] : undefined, [...at, index]));
  if (!isRecord(part) || !isRecord(whole)) return [];
  return Object.keys(part).flatMap((key) => losses(part[key], whole[key], [...at, key]));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  return Object.keys(value)
    .toSorted()
    .map((key) => [key, ordered(value[key])]);
}
