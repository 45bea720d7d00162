import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { inRepository } from '../../../local/paths.js';
import type { OperationFigures, SizeFigures } from './measure.js';
import { rowsIn, without, type Asked } from './operations.js';
import { growth, report } from './report.js';

const folder = mkdtempSync(join(tmpdir(), 'schakel-partners-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const figures = (warmMsPerRow: number): OperationFigures => ({ rows: 10, coldMs: 20, warmMs: warmMsPerRow * 10, warmMsPerRow, blockedColdMs: 12, blockedWarmMs: 3 });
const size = (companies: number, warmMsPerRow: number): SizeFigures => ({ companies, compositionMs: 900, peakRssMiB: 300, operations: { dossier: figures(warmMsPerRow) } });

describe('the figures of more companies', () => {
  it('count the objects of an answer, and nothing else', () => {
    expect(rowsIn({ a: [{ b: null }, { b: { c: 1 } }], d: ['text', 2] })).toBe(4);
  });

  it('ask what nobody planned yet: the same question without one leaf', () => {
    const asked: Asked = { name: 'x', title: 'x', variables: {}, document: parse('{ a { b c } d }') };
    const texts = [0, 1, 2].map((leaf) => print(without(asked, leaf).document).replace(/\s+/g, ' '));
    expect(texts).toEqual(['{ a { __typename c } d }', '{ a { b __typename } d }', '{ a { b c } __typename }']);
  });

  it('grow by the price of a row of the largest against the smallest', () => {
    expect(growth([size(3, 0.1), size(30, 9), size(90, 0.14)], 'dossier')).toBeCloseTo(1.4);
    expect(report([size(3, 0.1), size(90, 0.14)], '2014-03-03')).toContain('1.40x');
  });
});

describe('the bench of more companies', () => {
  it('composes, plans, asks and counts: all its parts run', () => {
    const json = join(folder, 'sizes.json');
    const { status, stderr } = spawnSync(process.execPath, [inRepository('dist', 'test', 'bench', 'partners', 'main.js'), '--short', '--companies', '4', '--json', json], { encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const [found] = JSON.parse(readFileSync(json, 'utf8')) as SizeFigures[];
    expect(found?.companies).toBe(4);
    // Four companies with a connection and ten placements each, and each placement's four parts.
    expect(found?.operations['all-placements']?.rows).toBe(1 + 4 * (1 + 1 + 10 * 5));
  }, 120_000);
});
