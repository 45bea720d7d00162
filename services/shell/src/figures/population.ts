/** What the ledger knows of a population, and how far two of them differ. */
import type { Cell } from '#kernel/disclosure.js';

export interface Population {
  /** A fingerprint of what was counted. */
  readonly name: string;
  /** By all dimensions, each key once. */
  readonly cells: readonly Cell[];
}

/** Per dimension, per value, how many. */
export type Totals = readonly Readonly<Record<string, number>>[];

export function totalsOf(cells: readonly Cell[]): Totals {
  return (cells[0]?.key ?? []).map((_, index) => {
    const totals: Record<string, number> = {};
    for (const { key, count } of cells) totals[key[index] ?? ''] = (totals[key[index] ?? ''] ?? 0) + count;
    return totals;
  });
}

/** So many persons, or more, came, left or changed from one population to the other: one who changes moves two counts of a dimension. */
export function changedAtLeast(one: Totals, other: Totals): number {
  const length = Math.max(one.length, other.length);
  const moved = Array.from({ length }, (_, index) => distance(one[index] ?? {}, other[index] ?? {}));
  return Math.max(0, ...moved);
}

function distance(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): number {
  const changes = [...new Set([...Object.keys(one), ...Object.keys(other)])].map((value) => (other[value] ?? 0) - (one[value] ?? 0));
  const came = changes.filter((change) => change > 0).reduce((sum, change) => sum + change, 0);
  const left = changes.filter((change) => change < 0).reduce((sum, change) => sum - change, 0);
  return Math.max(came, left);
}
