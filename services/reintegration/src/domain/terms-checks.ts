// Guarantees: terms that break a rule of law or policy never become a version that somebody could accept.
// Wsw arts 5 and 7; Participatiewet art. 10d lid 3; Besluit uitvoering sw annex; domain brief 8.3 invariants 3, 5, 7, 8 and 8.4 row 4.
import { Big } from 'big.js';
import { Temporal } from 'temporal-polyfill';
import { type FeeStanding, feeStanding } from '#law/agreement/fair-fee.js';
import { disputeInWay, type LabourDispute } from '#law/agreement/labour-dispute.js';
import { subsidyFault, type SubsidyFault } from '#law/agreement/subsidy-exclusion.js';
import { dutchDate, dutchNumber } from './dutch.js';
import type { IndicationFacts, OverlappingAgreement, TermsFacts } from './facts.js';
import { addDays } from '#law/terms/calendar.js';
import type { WorkForm } from './matching.js';
import { parameterOn } from './parameters.js';
import { promisedHours } from './promised-hours.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';
import type { CanonicalTerms, SubsidyKind } from './terms.js';

/** What is so on the day of the question, whatever the terms say. */
export interface TermsGround {
  /** Business date. */
  readonly on: string;
  /** The register of strikes and lock-outs. */
  readonly disputes: readonly LabourDispute[];
}

export interface TermsQuestion extends TermsGround {
  readonly terms: CanonicalTerms;
  readonly facts: TermsFacts;
  readonly overlapping: readonly OverlappingAgreement[];
  /** The day on which the worker was informed, once he was; else the lead time counts from `on`. */
  readonly informedOn?: string | null;
}

/** A rule that stops terms. `article`: on which it rests, also where the figure is policy; null: on nothing but sense. */
export interface TermsRule {
  readonly code: string;
  readonly article: string | null;
  readonly kind: 'LAW' | 'POLICY';
  broken(question: TermsQuestion): Refused | null;
}

const ANNEX = 'Besluit uitvoering sw en begeleid werken, bijlage';

/** In the order in which they are told. */
export const TERMS_RULES: readonly TermsRule[] = [
  { code: 'WORKPLACE_FREE', article: null, kind: 'POLICY', broken: workplaceIsFree },
  { code: 'SUPPLY_ALLOWED', article: 'Waadi art. 10', kind: 'LAW', broken: supplyIsAllowed },
  { code: 'HOURS', article: ANNEX, kind: 'POLICY', broken: hoursFit },
  { code: 'WORKPLACE_SUITS', article: null, kind: 'POLICY', broken: workplaceSuits },
  { code: 'ADAPTATIONS', article: 'Wsw art. 3 lid 2', kind: 'LAW', broken: adaptationsAreThere },
  { code: 'INDICATION', article: 'Wsw art. 11', kind: 'LAW', broken: indicationCovers },
  { code: 'ARTICLE_7_SUBSIDY', article: 'Wsw art. 7 lid 2', kind: 'LAW', broken: (question) => subsidyIsAllowed(question, 'WSW_ARTICLE_7') },
  { code: 'WAGE_COST_SUBSIDY', article: 'Participatiewet art. 10d lid 3', kind: 'LAW', broken: (question) => subsidyIsAllowed(question, 'WAGE_COST') },
  { code: 'PERIOD', article: null, kind: 'POLICY', broken: periodIsFree },
  { code: 'FEE', article: 'Wsw art. 5', kind: 'LAW', broken: (question) => feeIs('ABSENT', question) },
  { code: 'FEE_FLOOR', article: 'Wsw art. 5', kind: 'POLICY', broken: (question) => feeIs('BELOW_FLOOR', question) },
  { code: 'LEAD_TIME', article: null, kind: 'POLICY', broken: ({ terms, on, informedOn }) => startLeavesTime(terms.from, informedOn ?? on) },
];

const SECONDMENTS: readonly WorkForm[] = ['SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP'];

/** The first rule that the terms break, in this order. */
export function checkTerms(question: TermsQuestion): Refused | null {
  return firstRefusal(...TERMS_RULES.map((rule) => () => rule.broken(question)));
}

export function isSecondment({ workForm }: Pick<CanonicalTerms, 'workForm'>): boolean {
  return SECONDMENTS.includes(workForm);
}

function workplaceIsFree({ facts }: TermsQuestion): Refused | null {
  return facts.workplace.status === 'TAKEN' || facts.workplace.status === 'HELD' ? refuse('WORKPLACE_TAKEN') : null;
}

/** Work at the hirer of a place that lies still is supply too when it is no secondment. */
export function supplyIsAllowed({ terms, disputes }: Pick<TermsQuestion, 'terms' | 'disputes'>): Refused | null {
  const dispute = disputeInWay(disputes, terms.hirer?.id ?? null, terms);
  return dispute && refuse('WORKPLACE_UNSUITABLE', `Bij deze werkgever is sinds ${dutchDate(dispute.from)} een staking of uitsluiting; dan mag niemand ter beschikking worden gesteld (Waadi art. 10).`);
}

function hoursFit({ terms, facts, on }: TermsQuestion): Refused | null {
  const hours = new Big(terms.hoursPerWeek);
  const { hoursPerWeekMin: min, hoursPerWeekMax: max } = facts.workplace;
  const contract = facts.employment.hoursPerWeek;
  const bounds = [parameterOn('FULL_WEEK_HOURS', on), max, contract].filter((one) => one !== null);
  const most = bounds.reduce((least, one) => (new Big(one).lt(least) ? one : least));
  if (hours.lte(0) || (min !== null && hours.lt(min))) return refuse('HOURS_OUT_OF_BOUNDS', `De werkplek vraagt ten minste ${dutchNumber(min ?? '0')} uur.`);
  return hours.gt(most) ? refuse('HOURS_OUT_OF_BOUNDS', `Ten hoogste ${dutchNumber(most)} uur is mogelijk.`) : null;
}

function workplaceSuits({ terms, facts: { workplace } }: TermsQuestion): Refused | null {
  if (terms.workForm === 'INTERNAL' && terms.placingBody !== terms.receivingBody) return refuse('WORKPLACE_UNSUITABLE', 'Intern werk is alleen mogelijk bij het eigen sw-bedrijf.');
  if (workplace.status === 'CLOSED') return refuse('WORKPLACE_UNSUITABLE', 'De werkplek is gesloten.');
  const tooLate = workplace.availableFrom !== null && workplace.availableFrom > terms.from;
  return tooLate ? refuse('WORKPLACE_UNSUITABLE', `De werkplek is vrij vanaf ${dutchDate(workplace.availableFrom ?? terms.from)}.`) : null;
}

/** An adaptation that the indication advises is at the place, or is promised in the terms (Wsw art. 3 lid 2). */
function adaptationsAreThere({ terms, facts: { workplace, indication } }: TermsQuestion): Refused | null {
  const missing = (indication?.adaptations ?? []).filter((code) => !workplace.adaptations.includes(code) && !terms.adaptations.includes(code));
  return missing.length === 0 ? null : refuse('WORKPLACE_UNSUITABLE', `Nodige aanpassingen ontbreken: ${missing.length}.`);
}

/** Open-ended terms must be covered for the planning horizon; what comes later is the re-indication task of the college. */
export function indicationCovers({ terms, facts, on }: Pick<TermsQuestion, 'terms' | 'facts' | 'on'>): Refused | null {
  return coversUntil(facts.indication, terms.workForm, terms.until ?? horizonOf(terms.from, on));
}

/** An indication for this form of work holds to the day, or its renewal was asked (domain brief 8.4 row 4). */
export function coversUntil(indication: IndicationFacts | null, workForm: WorkForm, until: string): Refused | null {
  const wanted = workForm === 'NEW_SHELTERED' ? 'NEW_SHELTERED' : 'WSW';
  if (!indication || indication.kind !== wanted) return refuse('INDICATION_EXPIRES', 'Er is geen indicatie voor deze vorm van werk.');
  const covered = indication.validUntil === null || indication.validUntil >= until;
  if (covered || indication.reindicationRequestedOn !== null) return null;
  return refuse('INDICATION_EXPIRES', `De indicatie geldt tot en met ${dutchDate(indication.validUntil ?? until)} en herindicatie is niet aangevraagd.`);
}

/** Last day of the months that open-ended work is planned for. */
function horizonOf(from: string, on: string): string {
  const months = Number(parameterOn('INDICATION_HORIZON_MONTHS', on));
  return Temporal.PlainDate.from(from).add({ months }).subtract({ days: 1 }).toString();
}

const SUBSIDY_SENTENCES: Record<SubsidyFault, string> = {
  ARTICLE_7_IS_FOR_SUPERVISED_EMPLOYMENT: 'Wsw art. 7 geldt alleen voor begeleid werken.',
  NOT_FOR_WSW_WORK: 'Loonkostensubsidie is er niet voor werk op grond van de Wsw (Participatiewet art. 10d lid 3).',
  BEFORE_PARTICIPATION_ACT: 'Loonkostensubsidie bestaat pas vanaf 2015.',
};

/** Says nothing of the other subsidy. */
function subsidyIsAllowed({ terms }: TermsQuestion, asked: SubsidyKind): Refused | null {
  const fault = terms.subsidy === asked ? subsidyFault(terms.subsidy, terms.workForm, terms.from) : null;
  return fault && refuse('SUBSIDY_CONFLICT', SUBSIDY_SENTENCES[fault]);
}

/** Hours of simultaneous agreements stay within the contract hours; the period stays within the employment. */
function periodIsFree({ terms, facts, overlapping, on }: TermsQuestion): Refused | null {
  const { employment } = facts;
  const early = employment.from !== null && terms.from < employment.from;
  const late = employment.until !== null && (terms.until === null || terms.until > employment.until);
  if (early || late) return refuse('PERIOD_OVERLAPS', 'De periode valt buiten de dienstbetrekking.');
  const promised = promisedHours(overlapping).plus(terms.hoursPerWeek);
  const most = employment.hoursPerWeek ?? parameterOn('FULL_WEEK_HOURS', on);
  const fits = overlapping.length === 0 || promised.lte(most);
  return fits ? null : refuse('PERIOD_OVERLAPS', `Samen met lopende afspraken wordt het ${dutchNumber(promised.toFixed())} uur; de dienstbetrekking telt ${dutchNumber(most)} uur.`);
}

/** The college bargains a fee that does not distort competition, so a secondment always has one (Wsw art. 5). */
function feeIs(standing: FeeStanding, { terms, on }: TermsQuestion): Refused | null {
  if (!isSecondment(terms)) return null;
  const floor = parameterOn('FEE_FLOOR_PER_HOUR', on);
  const found = feeStanding(terms.secondmentFeePerHour, floor);
  return found === standing ? refuse('FEE_BELOW_FLOOR', `De ondergrens is ${dutchNumber(floor)} euro per uur.`) : null;
}

/** `informedOn`: the day on which the worker knows (or at the earliest can know) the final terms. */
export function startLeavesTime(start: string, informedOn: string): Refused | null {
  const days = Number(parameterOn('LEAD_TIME_DAYS', informedOn));
  const earliest = earliestStart(informedOn);
  return earliest <= start ? null : refuse('LEAD_TIME_TOO_SHORT', `De werknemer weet de voorwaarden ten minste ${days} dagen vooraf; beginnen kan vanaf ${dutchDate(earliest)}.`);
}

/** First day on which the work may begin. */
export function earliestStart(informedOn: string): string {
  return addDays(informedOn, Number(parameterOn('LEAD_TIME_DAYS', informedOn)));
}
