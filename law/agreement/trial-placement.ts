/**
 * Work with keeping the benefit, to see whether it suits. Participatiewet art. 8a(2)(d), BWBR0015703: two months, and at most four more where the
 * council's ordinance has it. For a client of that act, not for who has a contract under the Wsw; both lengths are parameters.
 */
import { Temporal } from 'temporal-polyfill';

export type TrialStanding = 'SHORT' | 'BY_ORDINANCE' | 'TOO_LONG';

/** `months`: TRIAL_PLACEMENT_MONTHS; `more`: TRIAL_PLACEMENT_EXTRA_MONTHS. `until`: its last day. */
export function trialStanding(from: string, until: string, months: string, more: string): TrialStanding {
  const lastOf = (count: number): string => Temporal.PlainDate.from(from).add({ months: count }).subtract({ days: 1 }).toString();
  if (until <= lastOf(Number(months))) return 'SHORT';
  return until <= lastOf(Number(months) + Number(more)) ? 'BY_ORDINANCE' : 'TOO_LONG';
}
