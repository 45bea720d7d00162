/** The short run; the long one is `npm run test:doors -- metamorphic --count 10000`. */
import { describe, expect, it } from '@jest/globals';
import { metamorphicRun } from './metamorphic/run.js';
import { REWRITES } from './metamorphic/rewrites.js';
import { asDemoUser, knownIds } from './metamorphic/with-stack.js';

describe('a question written in other ways', () => {
  it('gets the same decision, cost and data: 300 rewrites of chance, of which some are asked', async () => {
    const { figures, violations } = await metamorphicRun({ rewrites: 300, seed: 4, say: () => undefined, ask: asDemoUser(), ids: knownIds() });
    expect(violations).toEqual([]);
    expect(figures).toMatchObject({ rewrites: 300, 'answers compared': 12 });
    expect(figures['kinds of rewrite that applied']).toBeGreaterThan(Object.keys(REWRITES).length * 0.8);
    expect(figures['questions with something hidden']).toBeGreaterThan(10);
    expect(figures['questions with nothing hidden']).toBeGreaterThan(10);
  }, 120_000);
});
