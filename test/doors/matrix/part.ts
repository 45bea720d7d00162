/** `npm run test:doors -- matrix [--long] [--count LONGEST]`: all cells; the short run sends a twelfth of the documents. */
import { closeDoors } from '../asking/doors.js';
import type { DoorPart } from '../part.js';
import { makeNegotiation } from './negotiations.js';
import { runMatrix } from './run.js';

/** Fields from the root; longer ways turn the same rings again, and beyond fourteen the gateway refuses. */
const LONGEST = 8;
const LONGEST_LONG = 14;

export const matrix: DoorPart = async ({ long, seed, count, say }) => {
  await makeNegotiation();
  const began = performance.now();
  const found = await runMatrix({ longest: count ?? (long ? LONGEST_LONG : LONGEST), documents: long ? null : 1, share: long ? 1 : 0.08, seed, patience: null, say });
  await closeDoors();
  const { seen, hidden } = found.cells;
  return {
    name: 'matrix',
    figures: {
      paths: found.paths, documents: found.documents, 'cells seen': seen, 'cells hidden': hidden, 'cells with nothing there': found.cells['nothing there'],
      cells: seen + hidden + found.cells['nothing there'], 'pairs about somebody and nobody': found.twins, 'refused for size': found.refused, seconds: Math.round((performance.now() - began) / 1000),
    },
    violations: [...found.mismatches, ...found.unreached.map((one) => `no way leads to ${one}`)],
  };
};
