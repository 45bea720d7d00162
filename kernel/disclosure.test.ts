import { describe, expect, it } from '@jest/globals';
import { roundedCount, suppressedCells, THRESHOLD, type Cell } from './disclosure.js';

const table = (rows: Record<string, Record<string, number>>): Cell[] =>
  Object.entries(rows).flatMap(([row, cells]) => Object.entries(cells).map(([column, count]) => ({ key: [row, column], count })));
const hiddenKeys = (cells: Cell[]) => [...suppressedCells(cells)].map((cell) => cell.key.join('/')).sort();

describe('disclosure control', () => {
  it('publishes a table without small counts whole', () => {
    expect(hiddenKeys(table({ a: { x: 10, y: 40 }, b: { x: 25, y: 31 } }))).toEqual([]);
  });

  it('hides a count under the threshold and, for every total it is in, another one', () => {
    const hidden = hiddenKeys(table({ a: { x: 4, y: 40, z: 90 }, b: { x: 25, y: 31, z: 90 }, c: { x: 80, y: 70, z: 90 } }));
    expect(hidden).toEqual(['a/x', 'a/y', 'b/x', 'b/y']);
  });

  it('hides more when the hidden counts of one total are small together', () => {
    const cells: Cell[] = [{ key: ['a'], count: 1 }, { key: ['b'], count: 2 }, { key: ['c'], count: 50 }, { key: ['d'], count: 99 }];
    expect(hiddenKeys(cells)).toEqual(['a', 'b', 'c']);
  });

  it('hides the only cell of a total without more, because that total is then small itself', () => {
    expect(hiddenKeys(table({ a: { x: 4 } }))).toEqual(['a/x']);
  });

  it('leaves no hidden cell that follows from a total, in any of 200 tables', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const cells = pseudoRandomTable(seed);
      const hidden = suppressedCells(cells);
      for (const group of allTotals(cells)) {
        const inside = group.filter((cell) => hidden.has(cell));
        const known = inside.length < group.length;
        const sum = inside.reduce((total, cell) => total + cell.count, 0);
        if (inside.length > 0 && known) expect([inside.length >= 2, sum >= THRESHOLD]).toEqual([true, true]);
      }
    }
  });

  it('rounds to the nearest multiple of five', () => {
    expect([10, 12, 13, 17, 18].map(roundedCount)).toEqual([10, 10, 15, 15, 20]);
  });
});

function pseudoRandomTable(seed: number): Cell[] {
  let state = seed;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return ['a', 'b', 'c'].flatMap((row) => ['x', 'y', 'z', 'w'].map((column) => ({ key: [row, column], count: 1 + (next() % 40) })));
}

function allTotals(cells: Cell[]): Cell[][] {
  const of = (dimension: number, value: string) => cells.filter((cell) => cell.key[dimension] === value);
  return [...['a', 'b', 'c'].map((row) => of(0, row)), ...['x', 'y', 'z', 'w'].map((column) => of(1, column)), cells];
}
