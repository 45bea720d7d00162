// Guarantees: a running agreement is changed only by a new one that replaces it on a day; until that day, and if the parties do not agree, it stays as it is.
// Architecture section 5 (an amendment is a new proposal that replaces the running agreement when it starts); domain brief 8.3 invariants 1 and 5.
import { Temporal } from 'temporal-polyfill';
import type { Agreement, AgreementEvent } from './agreement.js';
import { dutchDate } from './dutch.js';
import { checkDraft, type Decision, type Draft } from './negotiation.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';
import { isDue, mayTake, speaksForAParty, versionIs, type Actor } from './standing.js';
import { PARTY_STEPS, type AgreementState } from './state-machine.js';

/** An agreement that would replace another one and has not left. */
export interface LiveAmendment {
  readonly id: string;
  readonly state: AgreementState;
}

/** Any of the parties, as with a counter-proposal; one amendment at a time. `live`: the one that is under way. */
export function mayAmend(agreement: Agreement, live: LiveAmendment | null, actor: Actor): Refused | null {
  return firstRefusal(
    () => mayTake('AMEND', agreement, actor),
    () => noLiveAmendment(live, 'Er wordt al over een wijziging van deze afspraak onderhandeld.'),
  );
}

/** Asked before other bodies are, and again in the transaction. */
export function mayAmendNow(agreement: Agreement, expectedVersion: number, live: LiveAmendment | null, actor: Actor): Refused | null {
  return firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, expectedVersion),
    () => mayAmend(agreement, live, actor),
  );
}

export interface Amending {
  readonly expectedVersion: number;
  /** Id of the new agreement. */
  readonly by: string;
  readonly draft: Draft;
  readonly live: LiveAmendment | null;
}

/** What happens to the running agreement; the new one begins with its own proposal. */
export function decideAmend(agreement: Agreement, { expectedVersion, by, draft, live }: Amending, actor: Actor): Decision {
  const refused = firstRefusal(
    () => mayAmendNow(agreement, expectedVersion, live, actor),
    () => startsWhileRunning(agreement, draft.version.terms.from),
    () => checkDraft(draft, actor, true),
  );
  return refused ?? [{ type: 'AMENDED', by }];
}

/** Asked of an amendment and of every counter-proposal in it. A replacement follows on without a gap, so it starts after the first day and at the latest on the day after the last one. */
export function startsWhileRunning({ current: { terms } }: Agreement, from: string): Refused | null {
  if (from <= terms.from) return refuse('PERIOD_OVERLAPS', `De lopende afspraak begon op ${dutchDate(terms.from)}; een wijziging begint later.`);
  const last = terms.until === null ? null : Temporal.PlainDate.from(terms.until).add({ days: 1 }).toString();
  return last === null || from <= last ? null : refuse('PERIOD_OVERLAPS', `De lopende afspraak eindigt op ${dutchDate(terms.until ?? last)}; een wijziging sluit daarop aan.`);
}

/** A running agreement is not amended twice, nor ended under the feet of its amendment. `negotiated`: what is said of one that can still be withdrawn. */
export function noLiveAmendment(live: LiveAmendment | null, negotiated: string): Refused | null {
  if (live === null) return null;
  const withdrawable: readonly AgreementState[] = PARTY_STEPS.WITHDRAW.from;
  return refuse('WRONG_STATE', withdrawable.includes(live.state) ? negotiated : 'Een wijziging van deze afspraak is al ondertekend. Doe dit bij de nieuwe afspraak, zodra die ingaat.');
}

/** The running agreement on the day on which `by` starts. */
export function replacedBy(agreement: Agreement, by: Agreement): readonly AgreementEvent[] {
  if (!isDue('REPLACE', agreement)) return [];
  const endsOn = Temporal.PlainDate.from(by.current.terms.from).subtract({ days: 1 }).toString();
  return [{ type: 'REPLACED', by: by.id, endsOn }];
}
