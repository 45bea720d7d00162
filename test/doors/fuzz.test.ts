/** A hundred documents of each of five viewers that nobody would write, the same ones every time. 50,000 each: npm run test:doors -- fuzz --long. */
import { expect, it } from '@jest/globals';
import { runFuzz } from './fuzz/run.js';

it('documents made along the schema, more than four in ten of them valid, break nothing and show nobody what is not his', async () => {
  const { sent, valid, answered, slowest, violations } = await runFuzz({ count: 100, seed: 7, from: 0 });
  process.stdout.write(`fuzz: ${sent} documents, ${valid} valid, ${answered} answered with data, slowest ${slowest} ms\n`);
  expect(violations).toEqual([]);
  expect(valid / sent).toBeGreaterThan(0.4);
  expect(answered).toBeGreaterThan(40);
}, 180_000);
