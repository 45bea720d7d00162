// Guarantees: work that runs can stand still and go on without a new agreement; it goes on only inside what was signed and what the indication still covers.
// Domain brief 8.4 rows 13 (illness over 13 weeks) and 14 (strike at the hirer: no supply, Waadi art. 10); Wsw art. 11 (indication).
import type { Agreement } from './agreement.js';
import { dutchDate } from './dutch.js';
import type { IndicationFacts } from './facts.js';
import type { Decision } from './negotiation.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';
import { mayTake, speaksForAParty, versionIs, type Actor } from './standing.js';
import { coversUntil } from './terms-checks.js';

/** Those who know the work from day to day: the case worker, and the placement officers of both companies. */
export function maySuspend(agreement: Agreement, actor: Actor): Refused | null {
  return mayTake('SUSPEND', agreement, actor);
}

export function mayResume(agreement: Agreement, actor: Actor): Refused | null {
  return mayTake('RESUME', agreement, actor);
}

export function decideSuspend(agreement: Agreement, expectedVersion: number, reason: string, actor: Actor): Decision {
  const refused = firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, expectedVersion),
    () => maySuspend(agreement, actor),
  );
  return refused ?? [{ type: 'SUSPENDED', on: actor.on, reason }];
}

export interface ResumeRequest {
  readonly expectedVersion: number;
  readonly reason: string;
  /** As the register has it now; null when there is none. */
  readonly indication: IndicationFacts | null;
}

export function decideResume(agreement: Agreement, request: ResumeRequest, actor: Actor): Decision {
  const refused = firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, request.expectedVersion),
    () => mayResume(agreement, actor),
    () => periodRuns(agreement, actor.on),
    () => stillIndicated(agreement, request.indication, actor.on),
  );
  return refused ?? [{ type: 'RESUMED', on: actor.on, reason: request.reason }];
}

function periodRuns({ current: { terms } }: Agreement, on: string): Refused | null {
  return terms.until !== null && terms.until < on ? refuse('PERIOD_OVERLAPS', `De afgesproken periode liep tot en met ${dutchDate(terms.until)}.`) : null;
}

/** Of work without an end only today is asked: running work does not stop because the indication ends within the year. */
function stillIndicated({ current: { terms } }: Agreement, indication: IndicationFacts | null, on: string): Refused | null {
  return coversUntil(indication, terms.workForm, terms.until ?? on);
}
