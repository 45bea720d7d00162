// Guarantees: no published table shows or allows deduction of a count below ten; counts of all sources are summed before anything is hidden.
// Product decision for internal policy use: hide below 10, hide a second cell where one hidden cell could be computed, round the rest to 5.

export interface Cell {
  readonly key: readonly string[];
  readonly count: number;
}

export interface ShownRow {
  readonly key: readonly string[];
  /** Rounded to 5, or null when suppressed. */
  readonly count: number | null;
  readonly suppressed: boolean;
}

export interface ShownTable {
  readonly rows: readonly ShownRow[];
  /** Number of suppressed rows. */
  readonly suppressed: number;
}

export const THRESHOLD = 10;
const ROUNDING = 5;
/** Dutch, printed with every table. */
export const DISCLOSURE_RULE = `Aantallen onder ${THRESHOLD} zijn onderdrukt, met een tweede cel waar het aantal anders te berekenen is; overige aantallen zijn afgerond op ${ROUNDING}.`;

const keyText = (key: readonly string[]) => JSON.stringify(key);

/** One cell per key, sorted by key. Small parts of two companies may add up to a count that can be shown. */
export function sumCells(parts: Iterable<Cell>): Cell[] {
  const sums = new Map<string, Cell>();
  for (const { key, count } of parts) {
    const text = keyText(key);
    sums.set(text, { key, count: (sums.get(text)?.count ?? 0) + count });
  }
  return [...sums.values()].filter((cell) => cell.count > 0).sort(byKey);
}

/** Takes summed cells; hides, then rounds. */
export function disclose(cells: readonly Cell[]): ShownTable {
  const hidden = new Set(cells.filter((cell) => cell.count < THRESHOLD));
  while (hideSecondCells(cells, hidden)) {
    // A cell hidden for one line may leave another line with a single hidden cell.
  }
  const rows = [...cells].sort(byKey).map((cell) => show(cell, hidden.has(cell)));
  return { rows, suppressed: hidden.size };
}

/** In every line of the table that has exactly one hidden cell the smallest shown one is hidden too. True when something changed. */
function hideSecondCells(cells: readonly Cell[], hidden: Set<Cell>): boolean {
  const before = hidden.size;
  const dimensions = cells[0]?.key.length ?? 0;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    for (const line of linesAlong(cells, dimension)) hideSecondCell(line, hidden);
  }
  return hidden.size > before;
}

function hideSecondCell(line: readonly Cell[], hidden: Set<Cell>): void {
  if (line.filter((cell) => hidden.has(cell)).length !== 1) return;
  const shown = line.filter((cell) => !hidden.has(cell)).sort((a, b) => a.count - b.count || byKey(a, b));
  if (shown[0]) hidden.add(shown[0]);
}

/** The cells that differ in one dimension only, grouped. */
function linesAlong(cells: readonly Cell[], dimension: number): Cell[][] {
  const lines = new Map<string, Cell[]>();
  for (const cell of cells) {
    const fixed = keyText(cell.key.filter((_, index) => index !== dimension));
    lines.set(fixed, [...(lines.get(fixed) ?? []), cell]);
  }
  return [...lines.values()];
}

function show(cell: Cell, suppressed: boolean): ShownRow {
  if (suppressed) return { key: cell.key, count: null, suppressed };
  return { key: cell.key, count: Math.round(cell.count / ROUNDING) * ROUNDING, suppressed };
}

function byKey(a: Cell, b: Cell): number {
  const [left, right] = [keyText(a.key), keyText(b.key)];
  return left < right ? -1 : Number(left > right);
}
