/** Paths that differ in the types of one step are one path with all these types. Guarantees that it leads to the same objects and to no others. */
import type { PathStep } from '../plan.js';

type Path = readonly PathStep[];

/** With one company more there is one path more for every step by type; joined, there is as many as with one company. */
export function joinedPaths(paths: readonly Path[]): Path[] {
  const longest = Math.max(0, ...paths.map((path) => path.length));
  return Array.from({ length: longest }, (_, at) => at).reduce<Path[]>((joined, at) => joinedAt(joined, at), [...paths]);
}

function joinedAt(paths: readonly Path[], at: number): Path[] {
  const byRest = new Map<string, Path>();
  for (const path of paths) {
    const key = JSON.stringify(path.map((step, position) => (position === at && typeof step === 'object' ? null : step)));
    const known = byRest.get(key);
    byRest.set(key, known ? known.map((step, position) => (position === at ? union(step, path[at]) : step)) : path);
  }
  return [...byRest.values()];
}

function union(one: PathStep, other: PathStep | undefined): PathStep {
  if (typeof one !== 'object' || typeof other !== 'object') return one;
  return { types: [...new Set([...one.types, ...other.types])].toSorted() };
}
