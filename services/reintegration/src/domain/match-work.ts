// Guarantees: whether the work itself suits is judged on hours, adaptations, supervision, function and form, each by one rule that says its figures.
// Besluit uitvoering sw, annex ad 10 (supervision); art. 4 lid 3 (advice); Wsw art. 3 lid 2 (adaptations). What is not known is a miss that says so.
import { Big } from 'big.js';
import { dutchList, dutchNumber } from './dutch.js';
import { judge, type Judgement, type MatchGround, type OpenWorkplace, type WorkerFacts, type WorkForm } from './matching.js';

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

export function hours(facts: WorkerFacts, place: OpenWorkplace): Judgement {
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

export function adaptations(facts: WorkerFacts, place: OpenWorkplace, ground: MatchGround): Judgement {
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
export function supervision(facts: WorkerFacts, place: OpenWorkplace): Judgement {
  const { supervisionHoursPerWeek: offered } = place;
  const needed = facts.supervisionHoursPerWeek ?? null;
  if (offered === null) return judge('SUPERVISION', false, 'De werkplek meldt niet hoeveel begeleiding er is.');
  if (needed !== null && new Big(offered).lt(needed)) return judge('SUPERVISION', false, `${dutchNumber(offered)} uur begeleiding per week; nodig is ${dutchNumber(needed)} uur.`);
  return withinNorm(offered, facts.hoursPerWeek ?? place.hoursPerWeekMax);
}

function withinNorm(offered: string, week: string | null): Judgement {
  if (week === null || new Big(week).lte(0)) return judge('SUPERVISION', false, `${dutchNumber(offered)} uur begeleiding per week; de werktijd is niet bekend.`);
  const share = new Big(offered).div(week);
  const fits = share.lte(MAX_SUPERVISION_SHARE);
  const figure = `${dutchNumber(offered)} uur begeleiding is ${dutchNumber(share.times(100).toFixed(1))} % van ${dutchNumber(week)} uur`;
  return judge('SUPERVISION', fits, `${figure}; de norm is gemiddeld ten hoogste 15 %.`);
}

export function functionWished(facts: WorkerFacts, place: OpenWorkplace): Judgement | null {
  if (facts.functions.length === 0) return null;
  const wished = dutchList(facts.functions);
  if (place.function === null) return judge('FUNCTION', false, `De werkplek meldt geen functie; gewenst is ${wished}.`);
  const offered = place.function.toLowerCase();
  const fits = facts.functions.some((one) => offered.includes(one.trim().toLowerCase()));
  return judge('FUNCTION', fits, fits ? `Functie ${place.function} is gewenst.` : `Functie ${place.function}; gewenst is ${wished}.`);
}

export function workForm(facts: WorkerFacts, place: OpenWorkplace): Judgement | null {
  if (facts.workForms.length === 0) return null;
  const named = (forms: readonly WorkForm[]) => dutchList(forms.map((form) => WORK_FORM_TEXT[form]));
  const possible = (place.atEmployer ? AT_EMPLOYER : IN_WORKSHOP).filter((form) => facts.workForms.includes(form));
  if (possible.length === 0) return judge('WORK_FORM', false, `Gewenst is ${named(facts.workForms)}; de werkplek is ${place.atEmployer ? 'bij een werkgever' : 'in de eigen werkplaats'}.`);
  const advised = possible.filter((form) => form !== 'SUPERVISED_EMPLOYMENT' || facts.adviceSupervisedEmployment);
  if (advised.length === 0) return judge('WORK_FORM', false, 'De indicatie adviseert geen begeleid werken.');
  return judge('WORK_FORM', true, `Mogelijk als ${named(advised)}.`);
}
