// Guarantees: every place gets the reasons why it fits and why it misses, with figures, and no score without reasons.
// What is not known is a miss that says so. Besluit uitvoering sw, annex ad 10 (supervision); art. 4 lid 3 (advice); Wsw art. 3 lid 2 (adaptations).
import { Big } from 'big.js';
import { dutchDate, dutchList, dutchNumber } from './dutch.js';

export type WorkForm = 'INTERNAL' | 'SECONDMENT_INDIVIDUAL' | 'SECONDMENT_GROUP' | 'SUPERVISED_EMPLOYMENT' | 'NEW_SHELTERED';
export type MatchCode = 'HOURS' | 'TRAVEL' | 'ADAPTATIONS' | 'SUPERVISION' | 'FUNCTION' | 'WORK_FORM' | 'AVAILABLE_FROM';

export interface MatchReason {
  readonly code: MatchCode;
  /** Dutch, for the case worker. */
  readonly text: string;
}

/** What is asked of a place. Hours are decimal strings per week; lists are empty when nothing is asked. */
export interface WorkerFacts {
  readonly postcodeArea: string | null;
  readonly hoursPerWeek: string | null;
  readonly adaptations: readonly string[];
  readonly adviceSupervisedEmployment: boolean;
  readonly maxTravelKilometres: number;
  readonly functions: readonly string[];
  readonly workForms: readonly WorkForm[];
  readonly availableFrom: string | null;
}

/** A free place as its company answers it. */
export interface OpenWorkplace {
  readonly id: string;
  readonly postcodeArea: string | null;
  readonly function: string | null;
  readonly hoursPerWeekMin: string | null;
  readonly hoursPerWeekMax: string | null;
  readonly adaptations: readonly string[];
  readonly supervisionHoursPerWeek: string | null;
  readonly availableFrom: string | null;
  /** False for a place in the company's own workshop. */
  readonly atEmployer: boolean;
}

export interface MatchGround {
  /** One decimal, or null when it cannot be computed. */
  readonly travel: (from: string | null, to: string | null) => string | null;
  readonly adaptationText: (code: string) => string;
}

export interface Match {
  readonly workplace: string;
  readonly fits: readonly MatchReason[];
  readonly misses: readonly MatchReason[];
  readonly travelKilometres: string | null;
}

type Judgement = MatchReason & { readonly fits: boolean };
type Rule = (facts: WorkerFacts, place: OpenWorkplace, ground: MatchGround) => Judgement | null;

/** On average at most this share of the working time of a member of the target group may be personal supervision. */
const MAX_SUPERVISION_SHARE = '0.15';
const AT_EMPLOYER: readonly WorkForm[] = ['SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP', 'SUPERVISED_EMPLOYMENT'];
const IN_WORKSHOP: readonly WorkForm[] = ['INTERNAL', 'NEW_SHELTERED'];
const WORK_FORM_TEXT: Record<WorkForm, string> = {
  INTERNAL: 'intern werk',
  SECONDMENT_INDIVIDUAL: 'individuele detachering',
  SECONDMENT_GROUP: 'groepsdetachering',
  SUPERVISED_EMPLOYMENT: 'begeleid werken',
  NEW_SHELTERED: 'nieuw beschut werk',
};
const RULES: readonly Rule[] = [hours, travel, adaptations, supervision, functionWished, workForm, availableFrom];

/** All reasons for one place, in the fixed order of the rules. */
export function matchWorkplace(facts: WorkerFacts, place: OpenWorkplace, ground: MatchGround): Match {
  const judgements = RULES.map((rule) => rule(facts, place, ground)).filter((one) => one !== null);
  const reasons = (fits: boolean) => judgements.filter((one) => one.fits === fits).map(({ code, text }) => ({ code, text }));
  return { workplace: place.id, fits: reasons(true), misses: reasons(false), travelKilometres: ground.travel(facts.postcodeArea, place.postcodeArea) };
}

/** Fewest misses first, then the shortest way, an unknown way last, then the id, so that the order is always the same. */
export function byFitness(a: Match, b: Match): number {
  if (a.misses.length !== b.misses.length) return a.misses.length - b.misses.length;
  const way = compareTravel(a.travelKilometres, b.travelKilometres);
  if (way !== 0) return way;
  return a.workplace < b.workplace ? -1 : Number(a.workplace > b.workplace);
}

function compareTravel(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return new Big(a).cmp(b);
}

function judge(code: MatchCode, fits: boolean, text: string): Judgement {
  return { code, fits, text };
}

function hours(facts: WorkerFacts, place: OpenWorkplace): Judgement {
  const { hoursPerWeek: wanted } = facts;
  if (wanted === null) return judge('HOURS', false, 'Niet bekend hoeveel uur per week de werknemer werkt.');
  const range = hoursRange(place);
  if (range === null) return judge('HOURS', false, 'De werkplek meldt geen uren.');
  const tooFew = place.hoursPerWeekMin !== null && new Big(wanted).lt(place.hoursPerWeekMin);
  const tooMany = place.hoursPerWeekMax !== null && new Big(wanted).gt(place.hoursPerWeekMax);
  const figure = `${dutchNumber(wanted)} uur per week`;
  if (tooFew || tooMany) return judge('HOURS', false, `${figure} past niet: de werkplek biedt ${range}.`);
  return judge('HOURS', true, `${figure} past: de werkplek biedt ${range}.`);
}

function hoursRange({ hoursPerWeekMin: min, hoursPerWeekMax: max }: OpenWorkplace): string | null {
  if (min !== null && max !== null) return new Big(min).eq(max) ? `${dutchNumber(min)} uur` : `${dutchNumber(min)} tot ${dutchNumber(max)} uur`;
  if (min !== null) return `ten minste ${dutchNumber(min)} uur`;
  return max === null ? null : `ten hoogste ${dutchNumber(max)} uur`;
}

function travel(facts: WorkerFacts, place: OpenWorkplace, ground: MatchGround): Judgement {
  const kilometres = ground.travel(facts.postcodeArea, place.postcodeArea);
  if (kilometres === null) return judge('TRAVEL', false, 'De reisafstand is niet te berekenen: een postcodegebied is niet bekend.');
  const fits = new Big(kilometres).lte(facts.maxTravelKilometres);
  const compared = fits ? 'binnen' : 'verder dan';
  return judge('TRAVEL', fits, `${dutchNumber(kilometres)} km enkele reis, ${compared} de grens van ${facts.maxTravelKilometres} km.`);
}

function adaptations(facts: WorkerFacts, place: OpenWorkplace, ground: MatchGround): Judgement {
  if (facts.adaptations.length === 0) return judge('ADAPTATIONS', true, 'Er zijn geen aanpassingen nodig.');
  const missing = facts.adaptations.filter((code) => !place.adaptations.includes(code));
  const named = (codes: readonly string[]) => dutchList(codes.map(ground.adaptationText));
  if (missing.length === 0) return judge('ADAPTATIONS', true, `Alle nodige aanpassingen zijn er: ${named(facts.adaptations)}.`);
  return judge('ADAPTATIONS', false, missingText(facts.adaptations.length, missing.length, named(missing)));
}

/** Dutch that counts: one is one, and all of several is all. */
function missingText(needed: number, missing: number, named: string): string {
  if (needed === 1) return `De nodige aanpassing ontbreekt: ${named}.`;
  if (needed === missing) return `Alle ${needed} nodige aanpassingen ontbreken: ${named}.`;
  return `Van de ${needed} nodige aanpassingen ${missing === 1 ? 'ontbreekt er 1' : `ontbreken er ${missing}`}: ${named}.`;
}

/** A warning: the norm is an average over the working time, so the parties may still agree on another division. */
function supervision(facts: WorkerFacts, place: OpenWorkplace): Judgement {
  const offered = place.supervisionHoursPerWeek;
  if (offered === null) return judge('SUPERVISION', false, 'De werkplek meldt niet hoeveel begeleiding er is.');
  const week = facts.hoursPerWeek ?? place.hoursPerWeekMax;
  if (week === null || new Big(week).lte(0)) return judge('SUPERVISION', false, `${dutchNumber(offered)} uur begeleiding per week; de werktijd is niet bekend.`);
  const share = new Big(offered).div(week);
  const fits = share.lte(MAX_SUPERVISION_SHARE);
  const figure = `${dutchNumber(offered)} uur begeleiding is ${dutchNumber(share.times(100).toFixed(1))} % van ${dutchNumber(week)} uur`;
  return judge('SUPERVISION', fits, `${figure}; de norm is gemiddeld ten hoogste 15 %.`);
}

function functionWished(facts: WorkerFacts, place: OpenWorkplace): Judgement | null {
  if (facts.functions.length === 0) return null;
  const wished = dutchList(facts.functions);
  if (place.function === null) return judge('FUNCTION', false, `De werkplek meldt geen functie; gewenst is ${wished}.`);
  const offered = place.function.toLowerCase();
  const fits = facts.functions.some((one) => offered.includes(one.trim().toLowerCase()));
  return judge('FUNCTION', fits, fits ? `Functie ${place.function} is gewenst.` : `Functie ${place.function}; gewenst is ${wished}.`);
}

function workForm(facts: WorkerFacts, place: OpenWorkplace): Judgement | null {
  if (facts.workForms.length === 0) return null;
  const named = (forms: readonly WorkForm[]) => dutchList(forms.map((form) => WORK_FORM_TEXT[form]));
  const possible = (place.atEmployer ? AT_EMPLOYER : IN_WORKSHOP).filter((form) => facts.workForms.includes(form));
  if (possible.length === 0) return judge('WORK_FORM', false, `Gewenst is ${named(facts.workForms)}; de werkplek is ${place.atEmployer ? 'bij een werkgever' : 'in de eigen werkplaats'}.`);
  const advised = possible.filter((form) => form !== 'SUPERVISED_EMPLOYMENT' || facts.adviceSupervisedEmployment);
  if (advised.length === 0) return judge('WORK_FORM', false, 'De indicatie adviseert geen begeleid werken.');
  return judge('WORK_FORM', true, `Mogelijk als ${named(advised)}.`);
}

function availableFrom(facts: WorkerFacts, place: OpenWorkplace): Judgement {
  const { availableFrom: free } = place;
  if (free === null) return judge('AVAILABLE_FROM', false, 'De werkplek meldt niet vanaf wanneer zij vrij is.');
  if (facts.availableFrom === null) return judge('AVAILABLE_FROM', true, `Vrij vanaf ${dutchDate(free)}.`);
  const fits = free <= facts.availableFrom;
  return judge('AVAILABLE_FROM', fits, `Vrij vanaf ${dutchDate(free)}, ${fits ? 'op tijd voor' : 'later dan'} de gewenste datum ${dutchDate(facts.availableFrom)}.`);
}
