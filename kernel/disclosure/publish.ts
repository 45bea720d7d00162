/**
 * The tables of one fixed population. A selection is cut out of the table that has the selected dimension too, so that asking
 * slice by slice tells nothing that the whole table does not.
 */
import { byKey, type Cell, roundedCount, type ShownTable } from '../disclosure.js';
import { ALL_SAFEGUARDS, hideCells, type Safeguards } from './hide.js';
import { type CubeShape, depthOf, latticeOf, withCoarser } from './lattice.js';

/** The value that each selected dimension must have. */
export type Selection = Readonly<Record<string, string>>;

export interface PublishedTables {
  /** Keys in the order of `by`. */
  table(by: readonly string[], where: Selection): ShownTable;
}

/** `cells`: the whole population by all dimensions of the shape. */
export function publish(cells: readonly Cell[], shape: CubeShape, safeguards: Safeguards = ALL_SAFEGUARDS): PublishedTables {
  const lattice = latticeOf(cells, shape);
  hideCells(lattice, safeguards);
  const tables = new Map(lattice.tables.map((table) => [table.dimensions.join(), table]));
  return {
    table(by, where) {
      const dimensions = withCoarser([...by, ...Object.keys(where)], shape);
      const table = tables.get(dimensions.join());
      if (!table) throw new RangeError('this question has more dimensions than a table of this population');
      const at = (key: readonly string[], dimension: string) => key[dimensions.indexOf(dimension)] ?? '';
      const chosen = [...table.cells.values()].filter(({ key }) => Object.entries(where).every(([dimension, value]) => at(key, dimension) === value));
      const shown = table.dimensions.length === 0 ? chosen.filter(({ count }) => count > 0) : chosen;
      const rows = shown.map(({ key, count, hidden }) => ({ key: by.map((one) => at(key, one)), count: hidden ? null : roundedCount(count), suppressed: hidden }));
      return { rows: rows.sort(byKey), suppressed: rows.filter((row) => row.suppressed).length };
    },
  };
}

/** Whether one table can answer this. */
export function isAnswerable(by: readonly string[], where: Selection, shape: CubeShape): boolean {
  return depthOf([...by, ...Object.keys(where)], shape) <= shape.depth;
}
