// Guarantees: no date that a client gives reaches a rule before it is known to be possible; what happened is recorded in its own order.
// Architecture decision 12 (policy holds by date); domain brief 8.3 invariants 3 and 4: nobody knows terms that did not exist, nor agrees before he knew them.
import { Temporal } from 'temporal-polyfill';
import type { Agreement, WorkerDecision } from './agreement.js';
import { dutchDate } from './dutch.js';

/** The present Wsw holds from this day. */
const EARLIEST = '2008-01-01';
const AHEAD_YEARS = 50;
const RECORDED_WITHIN_YEARS = 1;
const ZONE = 'Europe/Amsterdam';

/** What a decider answers to input that is no business no but a mistake; the command makes a fault of it. */
export interface WrongInput {
  /** Dutch. */
  readonly wrongInput: string;
}

export function isWrongInput(value: object): value is WrongInput {
  return 'wrongInput' in value;
}

/** A Dutch sentence about the first date that no agreement can have; null when all are possible on the business date. */
export function impossibleDate(dates: readonly (string | null)[], on: string): string | null {
  const latest = Temporal.PlainDate.from(on).add({ years: AHEAD_YEARS }).toString();
  const wrong = dates.find((date) => date !== null && (date < EARLIEST || date > latest));
  return wrong === undefined ? null : `Een datum ligt tussen ${dutchDate(EARLIEST)} en ${dutchDate(latest)}.`;
}

/** A Dutch sentence when something of that day cannot be recorded on the business date. */
export function wrongRecordDate(date: string, on: string): string | null {
  if (date > on) return 'U legt vast wat is gebeurd: de datum ligt niet in de toekomst.';
  const earliest = Temporal.PlainDate.from(on).subtract({ years: RECORDED_WITHIN_YEARS }).toString();
  return date < earliest ? 'De datum ligt meer dan een jaar terug.' : null;
}

/** The final terms exist from the day of the last acceptance, so nobody is informed of them before it. */
export function wrongInformedOn(agreement: Agreement, informedOn: string, on: string): string | null {
  const agreedOn = termsAgreedOn(agreement);
  if (informedOn < agreedOn) return `De voorwaarden zijn overeengekomen op ${dutchDate(agreedOn)}; eerder kan de werknemer ze niet weten.`;
  return wrongRecordDate(informedOn, on);
}

/** A yes follows on informing, a no on the terms that he says no to. */
export function wrongDecidedOn(agreement: Agreement, answer: { readonly decision: WorkerDecision; readonly decidedOn: string }, on: string): string | null {
  const { decision, decidedOn } = answer;
  const informedOn = agreement.worker?.informedOn ?? null;
  if (decision === 'AGREED' && informedOn !== null && decidedOn < informedOn) return `De werknemer is geïnformeerd op ${dutchDate(informedOn)}; zijn ja kan niet eerder zijn.`;
  const proposedOn = dayOf(agreement.current.proposedAt);
  if (decidedOn < proposedOn) return `Deze voorwaarden zijn voorgesteld op ${dutchDate(proposedOn)}; het antwoord kan niet eerder zijn.`;
  return decidedOn > on ? wrongRecordDate(decidedOn, on) : null;
}

function termsAgreedOn({ current, acceptances }: Agreement): string {
  return [current.proposedAt, ...acceptances.map((one) => one.at)].map(dayOf).reduce((last, day) => (day > last ? day : last));
}

/** The Dutch calendar day of an instant. */
export function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}
