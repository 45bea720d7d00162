/**
 * A sample of the matrix, the same one every time: every role at every body for each of his purposes, about people who are his and who are
 * not, by ways through the schema to each protected field, at six doors, against an oracle that is written from the law. All cells:
 * npm run test:doors -- matrix --long.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PROTECTED } from './matrix/oracle.js';
import { makeNegotiation } from './matrix/negotiations.js';
import { type MatrixFigures, runMatrix } from './matrix/run.js';

const SEED = 20_140_303;
const LONGEST = 7;
const SHARE = 0.04;

let found: MatrixFigures;
beforeAll(async () => {
  await makeNegotiation();
  found = await runMatrix({ longest: LONGEST, documents: 1, share: SHARE, seed: SEED, patience: null });
  const { seen, hidden } = found.cells;
  process.stdout.write(`matrix: ${found.paths} paths, ${found.documents} documents, ${seen + hidden + found.cells['nothing there']} cells (${seen} seen, ${hidden} hidden), ${found.twins} pairs, ${found.mismatches.length} mismatches\n`);
}, 240_000);

describe('every way to a protected field', () => {
  it('shows each viewer what the law gives him, and nothing else, at every door', () => {
    expect(found.mismatches.slice(0, 20)).toEqual([]);
  });

  it('was looked at from both sides: things seen and things hidden', () => {
    expect(found.cells.seen).toBeGreaterThan(100);
    expect(found.cells.hidden).toBeGreaterThan(2_000);
    expect(found.twins).toBeGreaterThan(30);
  });

  it('is found in the schema, for every protected field that the oracle knows', () => {
    expect(PROTECTED.length).toBeGreaterThan(40);
    expect(found.unreached).toEqual([]);
  });
});
