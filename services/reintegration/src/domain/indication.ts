// Guarantees: the dates of an indication are computed from the decision alone and backwards terms never move for a weekend.
// Wsw art. 11; Besluit uitvoering sw art. 6 lid 1 (re-indication at latest 16 weeks before expiry); Algemene termijnenwet art. 1 lid 2.
import { addDays, daysBetween } from '#law/terms/calendar.js';
import { INDICATION_WEEKS, indicationDecisionTerm, reindicationRequestTerm } from '#law/terms/indication-terms.js';

export type IndicationKind = 'WSW' | 'NEW_SHELTERED';
export type DisabilityCategory = 'MODERATE' | 'SEVERE';

/** One decision of UWV as delivered by the municipality of residence. Dates are YYYY-MM-DD, the last day included. */
export interface Indication {
  readonly number: string;
  readonly person: string;
  readonly municipality: string;
  readonly kind: IndicationKind;
  readonly category: DisabilityCategory | null;
  readonly appliedOn: string;
  readonly decidedOn: string;
  readonly validUntil: string | null;
  readonly reindicationRequestedOn: string | null;
  readonly adviceSupervisedEmployment: boolean | null;
  /** Codes of the adaptation register, never a handicap code. */
  readonly adaptations: readonly string[];
  readonly waitingSince: string | null;
  /** Four digits. */
  readonly postcodeArea: string | null;
  /** Instant of the delivery the row comes from, ISO 8601. */
  readonly asOf: string;
}

type Validity = Pick<Indication, 'kind' | 'decidedOn' | 'validUntil'>;
type Renewal = Pick<Indication, 'kind' | 'validUntil' | 'reindicationRequestedOn'>;

export const REINDICATION_WEEKS = INDICATION_WEEKS;
/** A task appears this long before the last day for the request, so that the worker can be spoken to first. */
export const TASK_MARGIN_DAYS = 56;
const DAYS_PER_WEEK = 7;

/** Last day for the college to ask re-indication, or null: no end of validity, or no Wsw indication. */
export function reindicationDueOn(indication: Pick<Indication, 'kind' | 'validUntil'>): string | null {
  if (indication.kind !== 'WSW' || indication.validUntil === null) return null;
  return reindicationRequestTerm(indication.validUntil).lastDay;
}

/** Last day for UWV to decide on the request for the next period (Wsw art. 11 lid 5; it does not roll); null: none was made in the running one. */
export function reindicationDecisionDueOn({ kind, decidedOn, reindicationRequestedOn }: Pick<Indication, 'kind' | 'decidedOn' | 'reindicationRequestedOn'>): string | null {
  if (kind !== 'WSW' || reindicationRequestedOn === null || reindicationRequestedOn <= decidedOn) return null;
  return indicationDecisionTerm(reindicationRequestedOn, [], reindicationRequestedOn).lastDay;
}

/** Last day of validity of the indications whose request is due within the margin after `on`; the store selects with it. */
export function lastValidityWithTask(on: string, marginDays: number = TASK_MARGIN_DAYS): string {
  return addDays(on, marginDays + REINDICATION_WEEKS * DAYS_PER_WEEK);
}

export function isInForce(indication: Validity, on: string): boolean {
  return indication.decidedOn <= on && (indication.validUntil === null || on <= indication.validUntil);
}

/** Of several decisions in force the latest counts, because a later decision replaces an earlier one; null when none is in force. */
export function inForceOn<I extends Validity>(indications: readonly I[], on: string): I | null {
  const valid = indications.filter((one) => isInForce(one, on));
  return valid.reduce<I | null>((latest, one) => (latest === null || one.decidedOn > latest.decidedOn ? one : latest), null);
}

/** A request made for the running period ends the duty; one from before the decision belongs to an earlier period. */
export function needsReindication(indication: Renewal & Pick<Indication, 'decidedOn'>): boolean {
  if (reindicationDueOn(indication) === null) return false;
  return indication.reindicationRequestedOn === null || indication.reindicationRequestedOn <= indication.decidedOn;
}

/** The municipalities deliver monthly; a few days of grace. */
const FRESH_DAYS = 35;

/** Whether a delivery of the instant `asOf` still counts as fresh on the business date `on`. */
export function isFresh(asOf: string, on: string): boolean {
  return daysBetween(asOf.slice(0, 10), on) <= FRESH_DAYS;
}
