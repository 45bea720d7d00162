// Guarantees: every place gets the reasons why it fits and why it misses, there is no score, and why one stands before another is said in words.
// Domain brief 1c (explainable, rule-based matching). The same function judges both ways, so a place and a worker have the same reasons from either side.
import { Big } from 'big.js';
import { dutchNumber } from './dutch.js';
import { availableFrom, contract } from './match-term.js';
import { travel, travelTime } from './match-way.js';
import { adaptations, functionWished, hours, supervision, workForm } from './match-work.js';
import type { Match, MatchGround, MatchRule, OpenWorkplace, WorkerFacts } from './matching.js';

const RULES: readonly MatchRule[] = [hours, travel, travelTime, adaptations, supervision, functionWished, workForm, contract, availableFrom];

/** For the reader of a list. */
export const ORDER_TEXT =
  'Bovenaan staat wat de minste redenen tegen heeft; daarna de kortste weg, een onbekende weg als laatste; daarna een vaste volgorde zonder betekenis. Redenen wegen even zwaar en er is geen score.';

/** All reasons for one place, in the fixed order of the rules. */
export function matchWorkplace(facts: WorkerFacts, place: OpenWorkplace, ground: MatchGround): Match {
  const judgements = RULES.map((rule) => rule(facts, place, ground)).filter((one) => one !== null);
  const reasons = (fits: boolean) => judgements.filter((one) => one.fits === fits).map(({ code, text }) => ({ code, text }));
  return { workplace: place.id, fits: reasons(true), misses: reasons(false), travelKilometres: ground.travel(facts.postcodeArea, place.postcodeArea) };
}

/** What the order looks at, the number apart. */
export type Ranked = Pick<Match, 'misses' | 'travelKilometres'>;

/** Fewest misses first, then the shortest way, an unknown way last, then the id, so that the order is always the same. */
export function byFitness(a: Match, b: Match): number {
  if (a.misses.length !== b.misses.length) return a.misses.length - b.misses.length;
  const way = compareTravel(a.travelKilometres, b.travelKilometres);
  if (way !== 0) return way;
  return a.workplace < b.workplace ? -1 : Number(a.workplace > b.workplace);
}

/** Why a match stands where it does: what decided between it and the one before it; null before the first. */
export function whyHere(before: Ranked | null, match: Ranked): string {
  const own = `${against(match)}, ${wayText(match)}`;
  if (before === null) return `Staat bovenaan: ${own}.`;
  if (before.misses.length !== match.misses.length) return `Staat na de vorige door het aantal redenen tegen: ${own}; de vorige ${against(before)}.`;
  if (compareTravel(before.travelKilometres, match.travelKilometres) !== 0) return `Staat na de vorige door de weg: ${own}; de vorige ${wayText(before)}.`;
  return `Gelijk aan de vorige: ${own}.`;
}

function compareTravel(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return new Big(a).cmp(b);
}

function against({ misses }: Ranked): string {
  if (misses.length === 0) return 'geen reden tegen';
  return misses.length === 1 ? '1 reden tegen' : `${misses.length} redenen tegen`;
}

function wayText({ travelKilometres }: Ranked): string {
  return travelKilometres === null ? 'weg onbekend' : `${dutchNumber(travelKilometres)} km`;
}
