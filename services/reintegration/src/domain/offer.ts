// Guarantees: a worker is shown places and chooses before bodies negotiate about him; only a YES opens a proposal.
// Architecture section 5 ("the worker comes first"); domain brief 1c: inform, conversation, options of all firms, choice, agreement.
import type { Viewer } from '#kernel/viewer.js';
import { addDays } from '#law/terms/calendar.js';
import { parameterOn } from './parameters.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';

export type InformChannel = 'CONVERSATION' | 'LETTER' | 'HOME_VISIT';
export type WorkerChoice = 'YES' | 'NO' | 'TALK_TO_ME';

export interface Offer {
  readonly id: string;
  readonly revision: number;
  /** Random id by which other firms know the worker before a proposal; not the pseudonym. */
  readonly profile: string;
  readonly person: string;
  /** Body id; acts for the residence authority. */
  readonly recordedBy: string;
  readonly recordedOn: string;
  readonly channel: InformChannel;
  readonly workplaces: readonly string[];
  readonly choice: WorkerChoice | null;
  readonly chosen: string | null;
  readonly chosenOn: string | null;
  readonly representative: string | null;
}

export interface ChoiceMade {
  readonly choice: WorkerChoice;
  readonly workplace: string | null;
  readonly chosenOn: string;
  readonly representative: string | null;
}

/** A live agreement built on the offer, or one that the worker declined, closes it. */
export type OfferUse = 'FREE' | 'IN_NEGOTIATION';

/** Only a case worker of the body that acts for the residence authority records what the worker was shown and chose. */
export function mayRecord(viewer: Viewer, actingBody: string): Refused | null {
  return viewer.body === actingBody && viewer.roles.includes('CASE_WORKER') ? null : refuse('NO_AUTHORITY');
}

export function decideChoice(offer: Offer, use: OfferUse, viewer: Viewer, made: ChoiceMade): Offer | Refused {
  const refused = firstRefusal(
    () => mayRecord(viewer, offer.recordedBy),
    () => (use === 'FREE' ? null : refuse('WRONG_STATE', 'Over dit aanbod wordt al onderhandeld.')),
  );
  if (refused) return refused;
  const chosen = made.choice === 'YES' ? made.workplace : null;
  return { ...offer, revision: offer.revision + 1, choice: made.choice, chosen, chosenOn: made.chosenOn, representative: made.representative };
}

/** Whether a proposal may be built on the offer now. */
export function opensProposal(offer: Offer, use: OfferUse, on: string): Refused | null {
  return firstRefusal(
    () => (offer.choice === 'YES' && offer.chosen !== null ? null : refuse('NO_WORKER_CHOICE')),
    () => (isExpired(offer, on) ? refuse('OFFER_EXPIRED') : null),
    () => (use === 'FREE' ? null : refuse('WRONG_STATE', 'Over dit aanbod wordt al onderhandeld.')),
  );
}

function isExpired(offer: Offer, on: string): boolean {
  const days = Number(parameterOn('OFFER_VALID_DAYS', on));
  return offer.chosenOn !== null && addDays(offer.chosenOn, days) < on;
}
