import { expect, it } from '@jest/globals';
import { toldOutcome } from './attack.js';
import { differencing } from './differencing.js';

const QUERIES = 240;
const SLOW_MS = 240_000;

it('an analyst who asks for figures in every way singles nobody out', async () => {
  const lines: string[] = [];
  const outcome = await differencing({ queries: QUERIES, seed: 1, say: (line) => void lines.push(line) });
  process.stdout.write(`${toldOutcome(outcome)}\n`);
  expect(outcome.singledOut).toEqual([]);
  expect(outcome.answered).toBeGreaterThan(QUERIES / 4);
  expect(outcome.smallGroups).toBeGreaterThan(100);
}, SLOW_MS);
