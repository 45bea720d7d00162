/**
 * What a reader of every published table can work out about what is hidden: for each cell the smallest and the largest count
 * that fit all published counts, by passing bounds along the sums until nothing changes; and which published counts told him.
 */
import { ROUNDING, roundedCount, THRESHOLD } from '../disclosure.js';
import type { Lattice, LatticeCell, Sum } from './lattice.js';

export interface Bounds {
  low: number;
  high: number;
  /** The sum that last moved each bound; null while it stands as published. */
  lowFrom: Tie | null;
  highFrom: Tie | null;
}

interface Tie {
  readonly sum: Sum;
  readonly whole: Bounds;
  readonly parts: readonly Bounds[];
}

export type KnownBounds = ReadonlyMap<LatticeCell, Bounds>;

/** Bounds move a whole count at a time, so a few rounds settle all but chains that no longer matter. */
const ROUNDS = 40;
const UNBOUNDED = 1e9;

export function boundsOf({ tables, sums }: Lattice): KnownBounds {
  const bounds = new Map<LatticeCell, Bounds>();
  for (const table of tables) for (const cell of table.cells.values()) bounds.set(cell, published(cell));
  const ties = sums.map((sum) => ({ sum, whole: bounds.get(sum.whole)!, parts: sum.parts.map((part) => bounds.get(part)!) }));
  for (let round = 0, moved = true; moved && round < ROUNDS; round += 1) {
    moved = false;
    for (const tie of ties) moved = tighten(tie) || moved;
  }
  return bounds;
}

/** The published counts from which the bounds of this cell follow. */
export function witnessesOf(cell: LatticeCell, bounds: KnownBounds): LatticeCell[] {
  const { low, lowFrom, highFrom } = bounds.get(cell)!;
  const seen = new Set<LatticeCell>([cell]);
  const waiting = [low > 0 ? lowFrom : highFrom];
  for (let tie = waiting.pop(); tie !== undefined; tie = waiting.pop()) {
    for (const one of tie ? [tie.sum.whole, ...tie.sum.parts] : []) {
      if (seen.has(one)) continue;
      seen.add(one);
      const reached = bounds.get(one)!;
      if (one.hidden) waiting.push(reached.lowFrom, reached.highFrom);
    }
  }
  return [...seen].filter((one) => !one.hidden);
}

function published({ count, hidden }: LatticeCell): Bounds {
  if (hidden) return { low: 0, high: UNBOUNDED, lowFrom: null, highFrom: null };
  const shown = roundedCount(count);
  const reach = Math.floor(ROUNDING / 2);
  return { low: Math.max(THRESHOLD, shown - reach), high: shown + reach, lowFrom: null, highFrom: null };
}

/** The whole lies between the sums of its parts' bounds, and a part between what the whole and the other parts leave. */
function tighten(tie: Tie): boolean {
  const { whole, parts } = tie;
  let low = parts.reduce((sum, part) => sum + part.low, 0);
  let high = parts.reduce((sum, part) => sum + part.high, 0);
  let moved = narrow(whole, low, high, tie);
  for (const part of parts) {
    const { low: lowBefore, high: highBefore } = part;
    if (!narrow(part, whole.low - (high - highBefore), whole.high - (low - lowBefore), tie)) continue;
    low += part.low - lowBefore;
    high += part.high - highBefore;
    moved = true;
  }
  return moved;
}

function narrow(bounds: Bounds, low: number, high: number, tie: Tie): boolean {
  const higher = low > bounds.low;
  const lower = high < bounds.high;
  if (higher) [bounds.low, bounds.lowFrom] = [low, tie];
  if (lower) [bounds.high, bounds.highFrom] = [high, tie];
  return higher || lower;
}
