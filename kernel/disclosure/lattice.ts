/**
 * Every table that can be asked of one population, with the sums that tie them together: a cell of a table is the sum of the
 * cells into which a further dimension divides it. Disclosure control looks at all of them at once, because a reader can.
 */
import type { Cell } from '../disclosure.js';

export interface CubeShape {
  /** Of the cells of the cube, in the order of their keys; the tables that the first ones make are spared longest. */
  readonly dimensions: readonly string[];
  /** Dimensions that say something about the persons themselves: that nobody in a group has a value is then as telling as that few have it. */
  readonly personal: readonly string[];
  /** The dimension that another one divides further, as the year of a quarter: it comes with it and does not count as asked. */
  readonly coarser?: Readonly<Record<string, string>>;
  /** At most so many dimensions, selections included, make one table. */
  readonly depth: number;
}

/** So many dimensions more than a table can have are looked at for what its readers can work out. */
const BEYOND = 1;

export interface LatticeCell {
  readonly table: LatticeTable;
  /** One value per dimension of its table. */
  readonly key: readonly string[];
  count: number;
  hidden: boolean;
}

export interface LatticeTable {
  /** Too many dimensions to be asked; a reader still knows which sums its cells must make. */
  readonly published: boolean;
  /** Place among the tables: coarse ones first. */
  readonly rank: number;
  readonly dimensions: readonly string[];
  readonly cells: Map<string, LatticeCell>;
}

/** `whole` is the sum of `parts`: cells of a finer table. */
export interface Sum {
  readonly whole: LatticeCell;
  readonly parts: readonly LatticeCell[];
}

export interface Lattice {
  /** Fewest dimensions first; the first is the total. */
  readonly tables: readonly LatticeTable[];
  /** Between tables that differ by one dimension: all others follow from these. */
  readonly sums: readonly Sum[];
}

export function latticeOf(cells: readonly Cell[], shape: CubeShape): Lattice {
  const tables: LatticeTable[] = [];
  for (const dimensions of tableDimensions(shape)) {
    const table = { rank: tables.length, dimensions, published: depthOf(dimensions, shape) <= shape.depth, cells: new Map() };
    if (!table.published) addPossibleCells(table, tables);
    tables.push(tableOf(cells, table, shape));
  }
  const sums = tables.flatMap((fine) => tables.filter((coarse) => isOneCoarser(coarse, fine)).flatMap((coarse) => sumsBetween(coarse, fine)));
  return { tables, sums };
}

/** PostgreSQL has no text with this character in it. */
export function nameOf(key: readonly string[]): string {
  return key.join('\0');
}

/** Of the values in these places. */
function nameAt(key: readonly string[], places: readonly number[]): string {
  return places.map((place) => key[place]).join('\0');
}

/** The dimensions of the table that shows these: with every coarser one, in the order of the cube. */
export function withCoarser(asked: readonly string[], shape: CubeShape): string[] {
  const wanted = new Set(asked.flatMap((one) => [one, shape.coarser?.[one] ?? one]));
  return shape.dimensions.filter((one) => wanted.has(one));
}

/** How many dimensions a question counts for. */
export function depthOf(asked: readonly string[], shape: CubeShape): number {
  const all = [...new Set(asked)];
  return all.filter((one) => !all.some((other) => shape.coarser?.[other] === one)).length;
}

/** Every cell of the coarse table as the sum of cells of the fine one. */
export function sumsBetween(coarse: LatticeTable, fine: LatticeTable): Sum[] {
  const places = coarse.dimensions.map((one) => fine.dimensions.indexOf(one));
  const parts = new Map<string, LatticeCell[]>();
  for (const cell of fine.cells.values()) {
    const name = nameAt(cell.key, places);
    const found = parts.get(name);
    if (found) found.push(cell);
    else parts.set(name, [cell]);
  }
  return [...coarse.cells].map(([name, whole]) => ({ whole, parts: parts.get(name) ?? [] }));
}

function tableDimensions(shape: CubeShape): string[][] {
  const all = Array.from({ length: 2 ** shape.dimensions.length }, (_, bits) => shape.dimensions.filter((_one, index) => bits & (1 << index)));
  const closed = all.filter((one) => withCoarser(one, shape).length === one.length && depthOf(one, shape) <= shape.depth + BEYOND);
  return closed.sort((one, other) => one.length - other.length);
}

function tableOf(cells: readonly Cell[], table: LatticeTable, shape: CubeShape): LatticeTable {
  const places = table.dimensions.map((one) => shape.dimensions.indexOf(one));
  for (const { key, count } of cells) (table.cells.get(nameAt(key, places)) ?? cellAt(table, places.map((place) => key[place] ?? ''))).count += count;
  if (table.dimensions.length === 0) cellAt(table, []);
  if (table.published) addEmptyCells(table, shape);
  return table;
}

function cellAt(table: LatticeTable, key: readonly string[]): LatticeCell {
  const name = nameOf(key);
  let cell = table.cells.get(name);
  if (!cell) table.cells.set(name, (cell = { table, key, count: 0, hidden: false }));
  return cell;
}

/** Every value of a personal dimension stands in every group, also where nobody has it: an absent row would say so. */
function addEmptyCells(table: LatticeTable, { personal }: CubeShape): void {
  const isPersonal = table.dimensions.map((one) => personal.includes(one));
  const present = [...table.cells.values()].map(({ key }) => key);
  let keys = [...new Map(present.map((key) => key.map((value, index) => (isPersonal[index] ? '' : value))).map((key) => [nameOf(key), key])).values()];
  for (const [index, fill] of isPersonal.entries()) {
    const values = fill ? [...new Set(present.map((key) => key[index] ?? ''))] : [];
    if (fill) keys = keys.flatMap((key) => values.map((value) => key.map((old, place) => (place === index ? value : old))));
  }
  for (const key of keys) cellAt(table, key);
}

/** As far as a reader of all published tables knows: every combination that none of them shows to be empty. */
function addPossibleCells(table: LatticeTable, tables: readonly LatticeTable[]): void {
  const coarser = tables.filter((one) => isOneCoarser(one, table));
  const first = coarser[0];
  const added = table.dimensions.findIndex((one) => !first?.dimensions.includes(one));
  const values = new Set(coarser.flatMap((one) => [...one.cells.values()].map(({ key }) => key[one.dimensions.indexOf(table.dimensions[added] ?? '')])));
  const keys = [...(first?.cells.values() ?? [])].flatMap(({ key }) => [...values].flatMap((value) => (value === undefined ? [] : [[...key.slice(0, added), value, ...key.slice(added)]])));
  const others = coarser.map((one) => ({ cells: one.cells, places: one.dimensions.map((dimension) => table.dimensions.indexOf(dimension)) }));
  const isPossible = (key: readonly string[]) => others.every((one) => one.cells.has(nameAt(key, one.places)));
  for (const key of keys.filter(isPossible)) cellAt(table, key);
}

function isOneCoarser(coarse: LatticeTable, fine: LatticeTable): boolean {
  return coarse.dimensions.length === fine.dimensions.length - 1 && coarse.dimensions.every((one) => fine.dimensions.includes(one));
}
