/**
 * The penalty for a late decision on an application. Awb art. 4:17 lid 1: per day in default, 42 days at most, to which the Algemene termijnenwet
 * does not apply; lid 2: the amounts, rows of the register by day; lid 3: from the day on which two weeks have passed since the term lapsed and
 * the written notice of default was received; lid 6: when nothing is due; art. 4:18: fixed within two weeks after the last day.
 */
import { Big } from 'big.js';
import { findParameter, type Parameter } from '../parameters.js';
import { addDays, daysBetween, earliest, latest } from './calendar.js';
import { lastDayOf, runTerm, type TermRule } from './forward-term.js';
import { equatedDays } from './holidays.js';

const GRACE: TermRule = { length: 2, unit: 'weeks', article: 'Awb art. 4:17 lid 3' };
const FIXING: TermRule = { length: 2, unit: 'weeks', article: 'Awb art. 4:18' };
const MOST_DAYS = 42;
const BRACKET_DAYS = 14;
/** Names of the parameter rows, in order of the brackets of fourteen days. */
export const PENALTY_RATES = ['DEFAULT_PENALTY_DAYS_1_14', 'DEFAULT_PENALTY_DAYS_15_28', 'DEFAULT_PENALTY_DAYS_29_42'] as const;

/** Art. 4:17 lid 6 and 7: no code knows these of an application; whoever fixes the penalty does. */
export const PENALTY_UNLESS: readonly string[] = [
  'het bestuursorgaan onredelijk laat in gebreke is gesteld (lid 6 onder a)',
  'de aanvrager geen belanghebbende is (lid 6 onder b)',
  'de aanvraag kennelijk niet-ontvankelijk of kennelijk ongegrond is (lid 6 onder c)',
];

export interface PenaltyFacts {
  /** Last day of the decision term. */
  readonly lastDay: string;
  readonly noticeReceivedOn: string;
  readonly decidedOn: string | null;
}

export interface Penalty {
  /** Last day on which a decision still costs nothing. */
  readonly decideBy: string;
  readonly firstDay: string;
  /** The 42nd day. */
  readonly lastDay: string;
  /** Days in default up to and including `on`; the day of the decision is none. */
  readonly days: number;
  /** EUR, of those days. */
  readonly amount: string;
  /** EUR, when nothing is decided at all. */
  readonly maximum: string;
  /** The penalty is fixed by decision at the latest on this day; null while its days still run. */
  readonly fixBy: string | null;
  readonly verified: boolean;
}

/**
 * A notice received before the term lapsed is not settled by the text: lid 3 counts from the later of the two days, practice calls such a
 * notice void. Both readings go to a human, and so does a day for which the register has no amounts.
 */
export type PenaltyOutcome = Penalty | { readonly human: readonly string[] };

export function isHuman(outcome: PenaltyOutcome): outcome is { readonly human: readonly string[] } {
  return 'human' in outcome;
}

export function penaltyOf(facts: PenaltyFacts, on: string, parameters: readonly Parameter[]): PenaltyOutcome {
  const equated = equatedDays(parameters);
  const decideBy = lastDayOf(runTerm(latest(facts.lastDay, facts.noticeReceivedOn), GRACE, [], equated), equated);
  const firstDay = addDays(decideBy, 1);
  if (facts.noticeReceivedOn <= facts.lastDay) return { human: readingsOfEarlyNotice(facts, firstDay) };
  const rates = PENALTY_RATES.flatMap((name) => findParameter(parameters, name, firstDay) ?? []);
  if (rates.length < PENALTY_RATES.length) return { human: [`Voor een dwangsom vanaf ${firstDay} zijn geen bedragen bekend (Awb art. 4:17 lid 2).`] };
  const lastDay = addDays(decideBy, MOST_DAYS);
  const until = earliest(lastDay, facts.decidedOn === null ? on : earliest(on, addDays(facts.decidedOn, -1)));
  const days = Math.max(0, daysBetween(decideBy, until));
  const hasEnded = days > 0 && (until < on || until === lastDay);
  return {
    decideBy, firstDay, lastDay, days,
    amount: amountOf(days, rates),
    maximum: amountOf(MOST_DAYS, rates),
    fixBy: hasEnded ? lastDayOf(runTerm(until, FIXING, [], equated), equated) : null,
    verified: rates.every((one) => one.verified),
  };
}

function readingsOfEarlyNotice({ noticeReceivedOn, lastDay }: PenaltyFacts, firstDay: string): string[] {
  return [
    `De ingebrekestelling van ${noticeReceivedOn} kwam voor het einde van de beslistermijn (${lastDay}) en heeft geen gevolg; er is een nieuwe nodig.`,
    `Awb art. 4:17 lid 3 telt vanaf de laatste van beide dagen: de dwangsom loopt dan vanaf ${firstDay}.`,
  ];
}

function amountOf(days: number, rates: readonly Parameter[]): string {
  const daysIn = (bracket: number): number => Math.min(BRACKET_DAYS, Math.max(0, days - bracket * BRACKET_DAYS));
  return rates.reduce((total, { value }, bracket) => total.plus(new Big(value).times(daysIn(bracket))), new Big(0)).toFixed(2);
}
