/** `npm run test:doors -- differencing [--count N]`: the attacker at a running stack. More questions than SCHAKEL_FIGURES_BUDGET allows one person are refused there. */
import type { DoorPart } from '../part.js';
import { differencing as attackOnStack } from './differencing.js';

const SHORT = 240;
const LONG = 10_000;

export const differencing: DoorPart = async ({ long, seed, count, say }) => {
  const { asked, answered, populations, smallGroups, systemsSolved, narrowest, singledOut } = await attackOnStack({ queries: count ?? (long ? LONG : SHORT), seed, say });
  return {
    name: 'differencing',
    figures: { 'questions asked': asked, answered, populations, 'groups of 1 to 9 persons looked at': smallGroups, 'solved as a whole': systemsSolved, 'closest told, values': narrowest, 'persons singled out': singledOut.reduce((sum, { persons }) => sum + persons, 0) },
    violations: singledOut.map(({ population, how }) => `${population}: ${how}`),
  };
};
