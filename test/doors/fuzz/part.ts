/** `npm run test:doors -- fuzz [--long] [--count N] [--seed S] [--from N]`: 50,000 documents per viewer in the long run. */
import { closeDoors } from '../asking/doors.js';
import type { DoorPart } from '../part.js';
import { runFuzz } from './run.js';

const SHORT = 500;
const LONG = 50_000;
const LEAST_VALID = 0.4;

export const fuzz: DoorPart = async ({ long, seed, count, from, say }) => {
  const began = performance.now();
  const { violations, sent, valid, answered, slowest, overTwoSeconds } = await runFuzz({ count: count ?? (long ? LONG : SHORT), seed, from: Number(from ?? 0), say });
  await closeDoors();
  const share = valid / sent;
  return {
    name: 'fuzz',
    figures: { documents: sent, valid: `${valid} (${(share * 100).toFixed(1)} %)`, 'answered with data': answered, 'slowest, ms': slowest, 'longer than 2 s': overTwoSeconds, seconds: Math.round((performance.now() - began) / 1000) },
    violations: [...violations, ...(share < LEAST_VALID ? ['fewer than four in ten documents were valid'] : []), ...(overTwoSeconds > 0 ? [`${overTwoSeconds} answers took longer than two seconds`] : [])],
  };
};
