/**
 * Which cells of which tables stay hidden, decided once for every table of a population: what is hidden in one way of asking is
 * not given away by another. Coarse tables are served first, so that a fine one never costs them a count.
 */
import { THRESHOLD } from '../disclosure.js';
import { boundsOf, type Bounds, witnessesOf } from './bounds.js';
import { type Lattice, type LatticeCell, type LatticeTable, nameOf, type Sum, sumsBetween } from './lattice.js';

/** Each can be left out to show that it is needed; whoever publishes leaves none out. */
export interface Safeguards {
  readonly threshold: boolean;
  readonly complementary: boolean;
  readonly audit: boolean;
}

/** No count may become exact, or two days that are subtracted would tell how many came or left: so they leave three values open at least. */
const LEAST_VALUES = 2;

export const ALL_SAFEGUARDS: Safeguards = { threshold: true, complementary: true, audit: true };

export function hideCells(lattice: Lattice, { threshold, complementary, audit }: Safeguards = ALL_SAFEGUARDS): void {
  const cells = lattice.tables.flatMap((table) => [...table.cells.values()]);
  for (const cell of cells) cell.hidden = !cell.table.published || (threshold && cell.count < THRESHOLD);
  const totals = complementary ? lattice.tables.filter((table) => table.published).map((table) => totalsOf(lattice, table)) : [];
  totals.forEach(protectTotals);
  if (audit) while (hideWitnesses(lattice)) totals.forEach(protectTotals);
}

/** Every total that is published over cells of this table. */
function totalsOf({ tables }: Lattice, table: LatticeTable): Sum[] {
  const coarser = tables.slice(0, table.rank).filter((one) => one.dimensions.every((dimension) => table.dimensions.includes(dimension)));
  return coarser.flatMap((coarse) => sumsBetween(coarse, table));
}

/** Cells of which a reader can tell too much: of a small count more than that it is small, of another more than its rounding leaves open. */
export function givenAway(lattice: Lattice): LatticeCell[] {
  return [...boundsOf(lattice)].filter(([cell, known]) => isGivenAway(cell, known)).map(([cell]) => cell);
}

function isGivenAway(cell: LatticeCell, { low, high }: Bounds): boolean {
  if (!cell.table.published) return false;
  return cell.count < THRESHOLD ? low > 0 || high < THRESHOLD - 1 : high - low + 1 < LEAST_VALUES;
}

/** Ends, because cells are only ever hidden. */
function protectTotals(totals: readonly Sum[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const total of totals) changed = protectTotal(total) || changed;
  }
}

/** What is hidden in one total must be at least two cells and, together, no small count; else the smallest shown cell goes too. */
function protectTotal({ whole, parts }: Sum): boolean {
  const hidden = parts.filter((cell) => cell.hidden);
  let count = hidden.length + Number(whole.hidden);
  let total = hidden.reduce((sum, cell) => sum + cell.count, 0);
  const enough = () => count === 0 || (count >= 2 && total >= THRESHOLD);
  if (enough()) return false;
  const shown = parts.filter((cell) => !cell.hidden).sort(bySize);
  for (const cell of shown) {
    if (enough()) break;
    cell.hidden = true;
    count += 1;
    total += cell.count;
  }
  return shown.length > 0;
}

/** Hides one of the counts that give a cell away, for each such cell: of the table that comes last, so that the first ones stay whole. */
function hideWitnesses(lattice: Lattice): boolean {
  const bounds = boundsOf(lattice);
  const sacrificed = new Set<LatticeCell>();
  for (const [cell, known] of bounds) {
    if (!isGivenAway(cell, known)) continue;
    const witnesses = witnessesOf(cell, bounds);
    if (witnesses.some((one) => sacrificed.has(one))) continue;
    const last = witnesses.sort((one, other) => other.table.rank - one.table.rank || bySize(one, other))[0];
    if (last) sacrificed.add(last);
  }
  for (const cell of sacrificed) cell.hidden = true;
  return sacrificed.size > 0;
}

function bySize(one: LatticeCell, other: LatticeCell): number {
  return one.count - other.count || (nameOf(one.key) < nameOf(other.key) ? -1 : 1);
}
