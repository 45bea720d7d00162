/**
 * Disclosure control of a table of counts, the same in every service (statistics of bodies are summed and must be hidden by one rule).
 * Decision for internal policy use: a count under 10 is not published; nor is a count from which
 * one under 10 follows by subtraction from a total over any of the dimensions; every other count is rounded to 5.
 */

export const THRESHOLD = 10;
const ROUNDING = 5;

/** Shown under every table, in the language of its readers. */
export const DISCLOSURE_RULE =
  `Aantallen kleiner dan ${THRESHOLD} worden niet getoond. Ook niet getoond worden aantallen waaruit zo'n aantal met een totaal is af te leiden. ` +
  `De andere aantallen zijn afgerond op een veelvoud van ${ROUNDING}.`;

export interface Cell {
  /** One value per dimension. */
  readonly key: readonly string[];
  readonly count: number;
}

/**
 * Marks what may not be published. Give the table with every dimension that was selected on as well, unfiltered: a slice is then
 * protected exactly like the table it is cut from, so that asking slice by slice tells nothing more.
 */
export function suppressedCells(cells: readonly Cell[]): ReadonlySet<Cell> {
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

export interface ShownRow {
  readonly key: readonly string[];
  /** Rounded, or null when suppressed. */
  readonly count: number | null;
  readonly suppressed: boolean;
}

export interface ShownTable {
  readonly rows: readonly ShownRow[];
  /** Number of suppressed rows. */
  readonly suppressed: number;
}

/** One cell per key, sorted by key. Small parts of two bodies may add up to a count that can be shown. */
export function sumCells(parts: Iterable<Cell>): Cell[] {
  const sums = new Map<string, Cell>();
  for (const { key, count } of parts) {
    const text = JSON.stringify(key);
    sums.set(text, { key, count: (sums.get(text)?.count ?? 0) + count });
  }
  return [...sums.values()].filter((cell) => cell.count > 0).sort(byKey);
}

/** Takes summed cells; hides, then rounds. */
export function disclose(cells: readonly Cell[]): ShownTable {
  const hidden = suppressedCells(cells);
  const rows = cells.toSorted(byKey).map((cell) => {
    const suppressed = hidden.has(cell);
    return { key: cell.key, count: suppressed ? null : roundedCount(cell.count), suppressed };
  });
  return { rows, suppressed: hidden.size };
}

/** The cells behind every total that can be asked for: each way of leaving out one or more dimensions. */
function totalsOf(cells: readonly Cell[]): Cell[][] {
  const dimensions = cells[0]?.key.length ?? 0;
  const everyWay = Array.from({ length: 2 ** dimensions - 1 }, (_, kept) => kept);
  return everyWay.flatMap((kept) => groups(cells, (cell) => keptKey(cell, kept)));
}

function keptKey(cell: Cell, kept: number): string {
  return JSON.stringify(cell.key.filter((_, index) => (kept & (1 << index)) !== 0));
}

/** What is hidden in one total must be at least two cells and, together, no small count; else the smallest shown cell goes too. */
function protectTotal(group: readonly Cell[], suppressed: Set<Cell>): void {
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

function groups(cells: readonly Cell[], nameOf: (cell: Cell) => string): Cell[][] {
  const found = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = found.get(nameOf(cell));
    if (group) group.push(cell);
    else found.set(nameOf(cell), [cell]);
  }
  return [...found.values()];
}

function bySize(one: Cell, other: Cell): number {
  return one.count - other.count || byKey(one, other);
}

function byKey(one: Cell, other: Cell): number {
  const [left, right] = [JSON.stringify(one.key), JSON.stringify(other.key)];
  return left < right ? -1 : Number(left > right);
}
