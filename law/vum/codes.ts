/** VUM and UM-Pilot profiles (exchange of labour supply and demand): the codes that matching uses. What is not known has a code of its own, or is left out. */

/** `indicatie...` of a profile. */
export const INDICATION = { UNKNOWN: 0, YES: 1, NO: 2 } as const;
export const CONTRACT_DURATIONS = { B: 'FIXED_TERM', O: 'OPEN_ENDED' } as const;
export const CONTRACT_TYPES = { '01': 'REGULAR', '02': 'TRAINEE', '03': 'VOLUNTEER', '04': 'WORK_EXPERIENCE' } as const;
export const VEHICLES = { 1: 'CAR', 2: 'MOPED', 3: 'BICYCLE', 4: 'MOTORCYCLE', 5: 'PUBLIC_TRANSPORT', 9: 'OTHER' } as const;
/** codeRegiostraal to kilometres. */
export const RADIUS_KILOMETRES = { 1: 5, 2: 10, 3: 15, 4: 25, 5: 50, 6: 75, 7: 100, 8: 125, 9: 150 } as const;
export const LEVELS = { lowest: 0, highest: 7 } as const;
export const LONGEST_ID = 200;
export const LONGEST_TITLE = 120;

export type ContractDuration = (typeof CONTRACT_DURATIONS)[keyof typeof CONTRACT_DURATIONS];
export type Vehicle = (typeof VEHICLES)[keyof typeof VEHICLES];

/** The code of the widest circle that does not go beyond so many kilometres; null when even the smallest does. */
export function radiusCode(kilometres: number): number | null {
  const within = Object.entries(RADIUS_KILOMETRES).filter(([, radius]) => radius <= kilometres);
  return within.length === 0 ? null : Number(within.at(-1)?.[0]);
}
