import { describe, expect, it } from '@jest/globals';
import { disclose, sumCells } from './disclosure.js';

const cell = (count: number, ...key: string[]) => ({ key, count });

describe('a published table', () => {
  it('sums the companies before it hides: two small parts may be shown together', () => {
    const summed = sumCells([cell(6, 'INTERNAL'), cell(7, 'INTERNAL'), cell(40, 'SECONDMENT_GROUP')]);
    expect(disclose(summed).rows[0]).toEqual({ key: ['INTERNAL'], count: 15, suppressed: false });
  });

  it('hides a count below ten', () => {
    expect(disclose([cell(9, 'a'), cell(8, 'b'), cell(30, 'c')]).rows[0]).toEqual({ key: ['a'], count: null, suppressed: true });
  });

  it('shows ten', () => {
    expect(disclose([cell(10, 'a')])).toEqual({ rows: [{ key: ['a'], count: 10, suppressed: false }], suppressed: 0 });
  });

  it('rounds what it shows to five', () => {
    expect(disclose([cell(12, 'a'), cell(13, 'b')]).rows.map((row) => row.count)).toEqual([10, 15]);
  });

  it('hides the smallest other cell of a line with one hidden cell, which a total would give away', () => {
    const { rows, suppressed } = disclose([cell(4, 'a'), cell(50, 'b'), cell(20, 'c')]);
    expect([rows.filter((row) => row.suppressed).map((row) => row.key[0]), suppressed]).toEqual([['a', 'c'], 2]);
  });

  it('leaves no line, in any dimension, with a single hidden cell', () => {
    const cells = [cell(4, 'x', '1'), cell(20, 'x', '2'), cell(30, 'y', '1'), cell(40, 'y', '2'), cell(50, 'z', '1'), cell(60, 'z', '2')];
    const hidden = disclose(cells).rows.filter((row) => row.suppressed).map((row) => row.key.join(''));
    expect(hidden).toEqual(['x1', 'x2', 'y1', 'y2']);
  });

  it('is empty for no cells', () => {
    expect(disclose([])).toEqual({ rows: [], suppressed: 0 });
  });
});
