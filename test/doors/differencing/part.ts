/** `npm run test:doors -- differencing [--count 10000] [--seed 1]`: the attacker with as many questions as he is given. */
import type { DoorPart } from '../part.js';
import { differencing as attacked } from './differencing.js';

const QUERIES = 2_000;

export const differencing: DoorPart = async ({ count, long, seed, say }) => {
  const { singledOut, ...outcome } = await attacked({ queries: count ?? (long ? 10_000 : QUERIES), seed, say });
  const violations = singledOut.map(({ population, group, persons, how }) => `${population}: ${Object.values(group).join(', ')}: ${persons} persons, ${how}`);
  return {
    name: 'differencing',
    figures: {
      'questions asked': outcome.asked,
      'questions answered': outcome.answered,
      populations: outcome.populations,
      'groups of 1 to 9 persons looked at': outcome.smallGroups,
      'of them by solving all answers together': outcome.systemsSolved,
      'fewest values that one can have': outcome.narrowest,
      'persons singled out': singledOut.reduce((sum, one) => sum + one.persons, 0),
    },
    violations,
  };
};
