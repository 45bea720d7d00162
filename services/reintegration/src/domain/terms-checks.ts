// Guarantees: terms that break a rule of law or policy never become a version that somebody could accept.
// Wsw arts 5 and 7; Participatiewet art. 10d lid 3; Besluit uitvoering sw annex; domain brief 8.3 invariants 3, 5, 7, 8 and 8.4 row 4.
import { Big } from 'big.js';
import { Temporal } from 'temporal-polyfill';
import { dutchDate, dutchNumber } from './dutch.js';
import type { IndicationFacts, OverlappingAgreement, TermsFacts } from './facts.js';
import { plusDays } from './indication.js';
import type { WorkForm } from './matching.js';
import { parameterOn } from './parameters.js';
import { promisedHours } from './promised-hours.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';
import type { CanonicalTerms } from './terms.js';

export interface TermsQuestion {
  readonly terms: CanonicalTerms;
  readonly facts: TermsFacts;
  readonly overlapping: readonly OverlappingAgreement[];
  /** Business date. */
  readonly on: string;
}

const SECONDMENTS: readonly WorkForm[] = ['SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP'];
/** Wage-cost subsidy did not exist before the Participation Act. */
const WAGE_COST_SINCE = '2015-01-01';

/** The first rule that the terms break, in this order. */
export function checkTerms(question: TermsQuestion): Refused | null {
  return firstRefusal(
    () => workplaceIsFree(question),
    () => hoursFit(question),
    () => workplaceSuits(question),
    () => indicationCovers(question),
    () => subsidyIsAllowed(question),
    () => periodIsFree(question),
    () => feeIsFair(question),
    () => startLeavesTime(question.terms.from, question.on),
  );
}

function workplaceIsFree({ facts }: TermsQuestion): Refused | null {
  return facts.workplace.status === 'TAKEN' || facts.workplace.status === 'HELD' ? refuse('WORKPLACE_TAKEN') : null;
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

/** An adaptation that the indication advises is at the place, or is promised in the terms (Wsw art. 3 lid 2). */
function workplaceSuits({ terms, facts }: TermsQuestion): Refused | null {
  const { workplace, indication } = facts;
  if (terms.workForm === 'INTERNAL' && terms.placingBody !== terms.receivingBody) return refuse('WORKPLACE_UNSUITABLE', 'Intern werk is alleen mogelijk bij het eigen sw-bedrijf.');
  if (workplace.status === 'CLOSED') return refuse('WORKPLACE_UNSUITABLE', 'De werkplek is gesloten.');
  if (workplace.availableFrom !== null && workplace.availableFrom > terms.from) {
    return refuse('WORKPLACE_UNSUITABLE', `De werkplek is vrij vanaf ${dutchDate(workplace.availableFrom)}.`);
  }
  const missing = (indication?.adaptations ?? []).filter((code) => !workplace.adaptations.includes(code) && !terms.adaptations.includes(code));
  return missing.length === 0 ? null : refuse('WORKPLACE_UNSUITABLE', `Nodige aanpassingen ontbreken: ${missing.length}.`);
}

/** Open-ended terms must be covered for the planning horizon; what comes later is the re-indication task of the college. */
export function indicationCovers({ terms, facts, on }: TermsQuestion): Refused | null {
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

function subsidyIsAllowed({ terms }: TermsQuestion): Refused | null {
  if (terms.subsidy === 'WSW_ARTICLE_7' && terms.workForm !== 'SUPERVISED_EMPLOYMENT') return refuse('SUBSIDY_CONFLICT', 'Wsw art. 7 geldt alleen voor begeleid werken.');
  if (terms.subsidy !== 'WAGE_COST') return null;
  if (terms.workForm !== 'NEW_SHELTERED') return refuse('SUBSIDY_CONFLICT', 'Loonkostensubsidie is er niet voor werk op grond van de Wsw (Participatiewet art. 10d lid 3).');
  return terms.from < WAGE_COST_SINCE ? refuse('SUBSIDY_CONFLICT', 'Loonkostensubsidie bestaat pas vanaf 2015.') : null;
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
function feeIsFair({ terms, on }: TermsQuestion): Refused | null {
  if (!SECONDMENTS.includes(terms.workForm)) return null;
  const floor = parameterOn('FEE_FLOOR_PER_HOUR', on);
  const fair = terms.secondmentFeePerHour !== null && new Big(terms.secondmentFeePerHour).gte(floor);
  return fair ? null : refuse('FEE_BELOW_FLOOR', `De ondergrens is ${dutchNumber(floor)} euro per uur.`);
}

/** `informedOn`: the day on which the worker knows (or at the earliest can know) the final terms. */
export function startLeavesTime(start: string, informedOn: string): Refused | null {
  const days = Number(parameterOn('LEAD_TIME_DAYS', informedOn));
  const earliest = earliestStart(informedOn);
  return earliest <= start ? null : refuse('LEAD_TIME_TOO_SHORT', `De werknemer weet de voorwaarden ten minste ${days} dagen vooraf; beginnen kan vanaf ${dutchDate(earliest)}.`);
}

/** First day on which the work may begin. */
export function earliestStart(informedOn: string): string {
  return plusDays(informedOn, Number(parameterOn('LEAD_TIME_DAYS', informedOn)));
}
