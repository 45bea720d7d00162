// Guarantees: what changes the money of a worker or a municipality is told to who must act on it, with the law's dates; what the law leaves open is told with its readings.
// Wsw art. 10; Besluit uitvoering sw art. 15 onder c and art. 16 lid 7; domain brief 8.4 rows 5, 7, 8 and 23. No text names the category or what follows from it.
import { ruleSetOf } from '#law/labour-years/rule-sets.js';
import { lastDayForShift } from '#law/money/joint-shift.js';
import { feeFrom, residencyFrom } from '#law/money/residency.js';
import type { TaskFacts } from './directory-ports.js';
import { dutchDate } from './dutch.js';
import type { ResidenceMove } from './finance-facts.js';
import { addDays } from '#law/terms/calendar.js';
import { monthEndFrom } from './month-ends.js';

/** The name of a municipality, by CBS code. */
export type NameOf = (municipality: string) => string;

/** The request appears this long before its last day: two colleges must agree on it. */
const SHIFT_MARGIN_DAYS = 91;

/** Of one worker, whose moves since his employment began stand in `moves`, oldest first. Null: nothing (any more) to do on that day. */
export function moveTask(person: string, moves: readonly ResidenceMove[], on: string, nameOf: NameOf): TaskFacts | null {
  const last = moves.at(-1);
  const answer = residencyFrom(moves);
  if (!last || answer === null) return null;
  const base = { id: `move:${person}:${last.on}`, person, agreement: null };
  if ('human' in answer) return on < feeFrom(last.on) ? { ...base, kind: 'DOUBLE_MOVE', dueOn: feeFrom(moves[0]!.on), article: 'Wsw art. 10 lid 2', text: doubleText(answer.human, nameOf) } : null;
  if (on >= answer.from) return null;
  return { ...base, kind: 'RESIDENCE_MOVE', dueOn: answer.from, article: 'Wsw art. 10', text: moveText(last, answer.from, nameOf) };
}

function moveText({ on, from, to }: ResidenceMove, payingFrom: string, nameOf: NameOf): string {
  const pays = ruleSetOf(Number(payingFrom.slice(0, 4))).settlesByLaw
    ? `Vanaf ${dutchDate(payingFrom)} betaalt ${nameOf(to)}; tot dan blijven de arbeidsjaren en de kosten bij ${nameOf(from)}.`
    : `Vanaf ${dutchDate(payingFrom)} zou ${nameOf(to)} betalen, maar dan regelt geen wet dat meer: de gemeenten spreken het af.`;
  return `Deze werknemer verhuisde op ${dutchDate(on)} van ${nameOf(from)} naar ${nameOf(to)}. Het college van ${nameOf(to)} is vanaf die dag verantwoordelijk voor de indicatie. ${pays}`;
}

/** The law's readings name municipalities by code. */
function doubleText(readings: readonly string[], nameOf: NameOf): string {
  const named = readings.map((reading, index) => `(${index + 1}) ${reading.replace(/\b\d{4}\b(?!-)/g, nameOf)}`);
  return `Deze werknemer verhuisde vaker dan eens; de wet zegt niet wie dan betaalt. Kies met de andere gemeenten en leg het vast: ${named.join(' ')}`;
}

export interface CategoryChange {
  readonly agreement: string;
  readonly indication: string;
  /** Null for a company, which is not told the person id here. */
  readonly person: string | null;
  readonly decidedOn: string;
}

/** The running agreement keeps its version; a party proposes terms whose finance is counted again. */
export function categoryTask({ agreement, indication, person, decidedOn }: CategoryChange): TaskFacts {
  const dueOn = monthEndFrom(decidedOn);
  return {
    id: `category:${agreement}:${indication}`, kind: 'CATEGORY_CHANGE', person, agreement, dueOn, article: 'Besluit uitvoering sociale werkvoorziening art. 15',
    text: `Het indicatiebesluit van ${dutchDate(decidedOn)} telt vanaf de stand van ${dutchDate(dueOn)} anders mee. Bekijk de herberekening en stel gewijzigde voorwaarden voor; deze afspraak houdt haar eigen versie.`,
  };
}

/** One for each municipality that has a minimum this year, until the day before 1 September. */
export function shiftTasks(municipalities: readonly string[], on: string, nameOf: NameOf): TaskFacts[] {
  const year = Number(on.slice(0, 4));
  const dueOn = lastDayForShift(year);
  if (!ruleSetOf(year).settlesByLaw || on > dueOn || on < addDays(dueOn, -SHIFT_MARGIN_DAYS)) return [];
  return municipalities.map((municipality) => ({
    id: `shift:${municipality}:${year}`, kind: 'LABOUR_YEAR_SHIFT', person: null, agreement: null, dueOn, article: 'Besluit uitvoering sociale werkvoorziening art. 16 lid 7',
    text: `Bekijk de prognose van de arbeidsjaren van ${nameOf(municipality)}. Samen met een ander college de minister vragen om arbeidsjaren te verschuiven kan uiterlijk ${dutchDate(dueOn)}, schriftelijk.`,
  }));
}
