/** The policy changed by one thing at a time: no change goes unnoticed. Every mutant, and not every ninth as here: npm run test:doors -- mutate. */
import { describe, expect, it } from '@jest/globals';
import { mutatePolicy } from './mutate/part.js';

describe('the guards and the register of activities', () => {
  it('say what the law says, place by place, and no single change of them goes unnoticed', () => {
    const { faults, survivors, mutants, killed } = mutatePolicy(9);
    process.stdout.write(`policy mutants: ${killed} of ${mutants} noticed\n`);
    expect(faults).toEqual([]);
    expect(survivors).toEqual([]);
    expect(mutants).toBeGreaterThan(800);
  });
});
