// Guarantees: who is a candidate for a place is known by a profile only, and a company that did not answer is said to be missing with its workers.
// Wsw art. 12 lid 2 (waiting list); domain brief 1c (all citizens with an indication are approached the same way).
import type { AnsweredEmployment, Candidate, CompanyAnswer, CompanyQuestions, DirectoryReads, EmployedCandidate } from './directory-ports.js';
import { matchWorkplace } from './fitness.js';
import type { Match, OpenWorkplace, WorkForm } from './matching.js';
import { type AskedCompany, bestOf, type Employed, NO_WISHES, type Placed, possibleWorkForms, type SearchGround, workerFacts } from './workplace-search.js';

export interface CandidateMatch extends Omit<Placed<Match>, 'workplace'> {
  readonly profile: string;
  /** Decimal string; null when nobody who was asked knows. */
  readonly hoursPerWeek: string | null;
  readonly workForms: readonly WorkForm[];
}

/** `employed` null: he waits. */
export interface KnownCandidate extends Candidate {
  readonly employed: Employed | null;
}

export interface Candidates {
  readonly candidates: readonly CandidateMatch[];
  /** There are others that are not shown. */
  readonly more: boolean;
}

export interface CandidateResult extends Candidates {
  readonly sources: readonly AskedCompany[];
  /** Of the oldest indication that was weighed; null when there was none. */
  readonly indicationsAsOf: string | null;
}

/** The best `first` candidates for a place; null when its company has no such place or hides it. Database first, then all companies at once. */
export async function searchCandidates(
  ports: { readonly reads: DirectoryReads; readonly questions: CompanyQuestions; readonly ground: SearchGround },
  workplace: string,
  first: number,
): Promise<CandidateResult | null> {
  const { reads, questions, ground } = ports;
  const waiting = await reads.waitingCandidates(ground.on);
  const employed = await reads.employedCandidates(ground.on);
  const [place, answers] = await Promise.all([questions.workplace(workplace), questions.employments(employed.map((one) => one.employment))]);
  if (!place) return null;
  const candidates = [...waiting.map((one) => ({ ...one, employed: null })), ...secondable(employed, answers, ground.on)];
  const dates = candidates.map((one) => one.indication.asOf).sort();
  return { ...rankCandidates(candidates, place, ground, first), sources: answers.map(({ rows: _rows, ...source }) => source), indicationsAsOf: dates[0] ?? null };
}

/** Of those who work, who works inside the company on `on`, as the company itself says: he can be seconded. */
export function secondable(employed: readonly EmployedCandidate[], answers: readonly CompanyAnswer<AnsweredEmployment>[], on: string): KnownCandidate[] {
  const profiles = new Map(answers.flatMap((answer) => answer.rows.map((row) => [row.id, row])));
  return employed.flatMap(({ profile, promised, indication, employment }) => {
    const known = profiles.get(employment);
    const inside = known?.workForm === 'INTERNAL' && (known.until === null || on <= known.until);
    return inside ? [{ profile, promised, indication, employed: { hoursPerWeek: known.hoursPerWeek, until: known.until } }] : [];
  });
}

/** By fitness; equals in the order of their indications' numbers, which never leave this function. */
export function rankCandidates(candidates: readonly KnownCandidate[], place: OpenWorkplace, ground: SearchGround, first: number): Candidates {
  const weighed = candidates.map(({ profile, promised, indication, employed }) => {
    const match = matchWorkplace({ ...workerFacts(indication, employed, NO_WISHES, ground), promised }, place, ground);
    return { ...match, workplace: indication.number, profile, hoursPerWeek: employed?.hoursPerWeek ?? null, workForms: possibleWorkForms(indication) };
  });
  const { matches, more } = bestOf(weighed, first);
  return { candidates: matches.map(({ workplace: _number, ...match }) => match), more };
}
