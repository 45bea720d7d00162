import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../disclosure.js';
import { ALL_SAFEGUARDS, givenAway, hideCells } from './hide.js';
import { type CubeShape, latticeOf } from './lattice.js';
import { isAnswerable, publish } from './publish.js';

const FLAT: CubeShape = { dimensions: ['ROW', 'COLUMN'], personal: [], depth: 2 };
const ONE: CubeShape = { dimensions: ['ROW'], personal: [], depth: 1 };
const table = (rows: Record<string, Record<string, number>>): Cell[] =>
  Object.entries(rows).flatMap(([row, cells]) => Object.entries(cells).map(([column, count]) => ({ key: [row, column], count })));
const line = (counts: Record<string, number>): Cell[] => Object.entries(counts).map(([row, count]) => ({ key: [row], count }));
const hidden = (cells: Cell[], shape: CubeShape, by = shape.dimensions) => publish(cells, shape).table(by, {}).rows.filter((row) => row.suppressed).map((row) => row.key.join('/'));

describe('a published table', () => {
  it('shows a table without small counts whole, rounded to five', () => {
    const { rows, suppressed } = publish(line({ a: 10, b: 13, c: 98 }), ONE).table(['ROW'], {});
    expect([rows.map((row) => row.count), suppressed]).toEqual([[10, 15, 100], 0]);
  });

  it('hides a count below ten and, for every total it is in, another one', () => {
    expect(hidden(table({ a: { x: 4, y: 40, z: 90 }, b: { x: 25, y: 31, z: 90 }, c: { x: 80, y: 70, z: 90 } }), FLAT)).toEqual(['a/x', 'a/y', 'b/x', 'b/y']);
  });

  it('hides more when the hidden counts of one total are small together', () => {
    expect(hidden(line({ a: 1, b: 2, c: 50, d: 99 }), ONE)).toEqual(['a', 'b', 'c']);
  });

  it('hides a total that is small itself', () => {
    expect(publish(line({ a: 4 }), ONE).table([], {}).rows).toEqual([{ key: [], count: null, suppressed: true }]);
    expect(publish(line({ a: 14 }), ONE).table([], {}).rows).toEqual([{ key: [], count: 15, suppressed: false }]);
  });

  it('has no rows when nobody is counted', () => {
    expect(publish([], FLAT).table(['ROW'], {})).toEqual({ rows: [], suppressed: 0 });
    expect(publish([], FLAT).table([], {})).toEqual({ rows: [], suppressed: 0 });
  });

  it('says of a personal dimension no more when nobody has a value than when few have it', () => {
    const cells = [...table({ a: { x: 30 }, b: { x: 40, y: 50 } })];
    const rows = publish(cells, { ...FLAT, personal: ['COLUMN'] }).table(['ROW', 'COLUMN'], {}).rows;
    expect(rows.filter((row) => row.key[0] === 'a').map((row) => [row.key[1], row.count])).toEqual([['x', null], ['y', null]]);
    expect(publish(cells, FLAT).table(['ROW', 'COLUMN'], {}).rows.filter((row) => row.key[0] === 'a')).toEqual([{ key: ['a', 'x'], count: 30, suppressed: false }]);
  });
});

describe('a selection', () => {
  it('is protected like the table it is cut from', () => {
    const tables = publish(line({ a: 4, b: 20, c: 90 }), ONE);
    expect(tables.table([], { ROW: 'b' }).rows).toEqual([{ key: [], count: null, suppressed: true }]);
    expect(tables.table([], { ROW: 'c' }).rows).toEqual([{ key: [], count: 90, suppressed: false }]);
    expect(tables.table([], { ROW: 'nobody' }).rows).toEqual([]);
  });

  it('counts as a dimension, and the year of a quarter does not', () => {
    const shape: CubeShape = { dimensions: ['PLACE', 'YEAR', 'QUARTER', 'KIND'], personal: [], coarser: { QUARTER: 'YEAR' }, depth: 2 };
    expect(isAnswerable(['PLACE', 'QUARTER'], { YEAR: '2013' }, shape)).toBe(true);
    expect(isAnswerable(['PLACE', 'YEAR'], { KIND: 'k' }, shape)).toBe(false);
    const cells = [{ key: ['p', '2013', '2013-Q4', 'k'], count: 40 }, { key: ['p', '2014', '2014-Q1', 'k'], count: 30 }];
    expect(publish(cells, shape).table(['QUARTER'], { YEAR: '2013' }).rows.map((row) => [row.key, row.count])).toEqual([[['2013-Q4'], 40]]);
  });
});

describe('tables of one population together', () => {
  // Everybody of b works at K, and K has nobody else but of a: what a table by firm shows minus a table by place is b.
  const places = { K: { a: { x: 140, y: 60, z: 140 }, b: { x: 30, y: 6, z: 200 } }, L: { c: { x: 25, y: 25, z: 100 } } };
  const shape: CubeShape = { dimensions: ['FIRM', 'KIND', 'PLACE'], personal: [], depth: 2 };
  const inOrder = Object.entries(places).flatMap(([firm, ofFirm]) => Object.entries(ofFirm).flatMap(([place, kinds]) => Object.entries(kinds).map(([kind, count]) => ({ key: [firm, kind, place], count }))));

  it('give nothing away by subtracting one from another', () => {
    const lattice = latticeOf(inOrder, shape);
    hideCells(lattice, { ...ALL_SAFEGUARDS, audit: false });
    expect(givenAway(lattice).map((cell) => cell.key.join('/'))).toContain('y/b');
    hideCells(lattice);
    expect(givenAway(lattice)).toEqual([]);
  });

  it('are spared in their order: the first dimensions keep what they can', () => {
    const shown = (by: string[]) => publish(inOrder, shape).table(by, {}).suppressed;
    expect([shown(['FIRM', 'KIND']), shown(['FIRM']), shown(['KIND']), shown(['PLACE'])]).toEqual([0, 0, 0, 0]);
    expect(shown(['KIND', 'PLACE'])).toBeGreaterThan(1);
  });

  it('leave every value from nought to nine possible for each small count and make no other count exact, in any of 100 populations', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const lattice = latticeOf(pseudoRandomCells(seed), { dimensions: ['A', 'B', 'C', 'D'], personal: ['C'], depth: 3 });
      hideCells(lattice);
      expect(givenAway(lattice)).toEqual([]);
    }
  });

  it('are the same whatever order the cells come in', () => {
    const shown = (all: readonly Cell[]) => publish(all, shape).table(['KIND', 'PLACE'], {});
    expect(shown([...inOrder].reverse())).toEqual(shown(inOrder));
  });
});

function pseudoRandomCells(seed: number): Cell[] {
  let state = seed;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  const count = () => (next() % 3 === 0 ? next() % 40 : next() % 4);
  return ['a', 'b', 'c'].flatMap((a) => ['p', 'q', 'r'].flatMap((b) => ['x', 'y'].flatMap((c) => ['1', '2', '3'].map((d) => ({ key: [a, b, c, d], count: count() }))))).filter((cell) => cell.count > 0);
}
