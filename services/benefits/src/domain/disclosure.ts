/**
 * Disclosure control of a table of counts. Domain brief 4.8 (decision D): a count under 10 is not published; nor is a count from which
 * one under 10 follows by subtraction from a total over any of the dimensions; every other count is rounded to 5.
 */
import { groupBy } from './group-by.js';

export const THRESHOLD = 10;
const ROUNDING = 5;

/** Shown under every table, in the language of its readers. */
export const DISCLOSURE_RULE =
  `Aantallen kleiner dan ${THRESHOLD} worden niet getoond. Ook niet getoond worden aantallen waaruit zo'n aantal met een totaal is af te leiden. ` +
  `De andere aantallen zijn afgerond op een veelvoud van ${ROUNDING}.`;

export interface CountedCell {
  /** One value per dimension. */
  readonly key: readonly string[];
  readonly count: number;
}

/**
 * Marks what may not be published. Give the table with every dimension that was selected on as well, unfiltered: a slice is then
 * protected exactly like the table it is cut from, so that asking slice by slice tells nothing more.
 */
export function suppressedCells(cells: readonly CountedCell[]): ReadonlySet<CountedCell> {
  const suppressed = new Set(cells.filter((cell) => cell.count < THRESHOLD));
  const groups = totalsOf(cells);
  // Protecting one total may take a cell of another total with it; ends, because cells are only ever added.
  for (let before = -1; before !== suppressed.size; ) {
    before = suppressed.size;
    for (const group of groups) protectTotal(group, suppressed);
  }
  return suppressed;
}

export function roundedCount(count: number): number {
  return Math.round(count / ROUNDING) * ROUNDING;
}

/** The cells behind every total that can be asked for: each way of leaving out one or more dimensions. */
function totalsOf(cells: readonly CountedCell[]): CountedCell[][] {
  const dimensions = cells[0]?.key.length ?? 0;
  const everyWay = Array.from({ length: 2 ** dimensions - 1 }, (_, kept) => kept);
  return everyWay.flatMap((kept) => [...groupBy(cells, (cell) => keptKey(cell, kept)).values()]);
}

function keptKey(cell: CountedCell, kept: number): string {
  return JSON.stringify(cell.key.filter((_, index) => (kept & (1 << index)) !== 0));
}

/** What is hidden in one total must be at least two cells and, together, no small count; else the smallest shown cell goes too. */
function protectTotal(group: readonly CountedCell[], suppressed: Set<CountedCell>): void {
  const hidden = group.filter((cell) => suppressed.has(cell));
  if (hidden.length === 0) return;
  const shown = group.filter((cell) => !suppressed.has(cell)).toSorted(bySize);
  let count = hidden.length;
  let total = hidden.reduce((sum, cell) => sum + cell.count, 0);
  for (const cell of shown) {
    if (count >= 2 && total >= THRESHOLD) return;
    suppressed.add(cell);
    count += 1;
    total += cell.count;
  }
}

function bySize(one: CountedCell, other: CountedCell): number {
  return one.count - other.count || (JSON.stringify(one.key) < JSON.stringify(other.key) ? -1 : 1);
}
