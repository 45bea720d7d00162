// Guarantees: a search asks every company for every worker alike, says which companies answered, and never orders by anything but stated reasons.
// Domain brief 1c: all citizens with an indication are approached the same way; a company that is down costs its own rows only.
import type { CompanyAnswer, CompanyQuestions, DirectoryReads, EmploymentPointer } from './directory-ports.js';
import type { PersonScope } from './directory-policy.js';
import { inForceOn, type Indication } from './indication.js';
import { byFitness, matchWorkplace, whyHere } from './fitness.js';
import type { ContractKind, Match, MatchCode, MatchGround, OpenWorkplace, Transport, WorkerFacts, WorkForm } from './matching.js';
import type { TravelLimits } from './travel.js';

/** What the worker wishes; null where he leaves it to the facts. */
export interface Wishes {
  readonly hoursPerWeek: string | null;
  readonly maxTravelKilometres: number | null;
  readonly maxTravelMinutes: number | null;
  readonly transport: Transport | null;
  readonly supervisionHoursPerWeek: string | null;
  readonly adaptations: readonly string[] | null;
  readonly functions: readonly string[] | null;
  readonly workForms: readonly WorkForm[] | null;
  readonly contract: ContractKind | null;
  readonly availableFrom: string | null;
}

export const NO_WISHES: Wishes = {
  hoursPerWeek: null, maxTravelKilometres: null, maxTravelMinutes: null, transport: null, adaptations: null, supervisionHoursPerWeek: null, functions: null, workForms: null, contract: null,
  availableFrom: null,
};

export interface SearchGround extends MatchGround {
  readonly travelLimits: TravelLimits;
  /** Business date. */
  readonly on: string;
}

export type AskedCompany = Omit<CompanyAnswer<never>, 'rows'>;

/** A match in its place, and why it stands there. */
export type Placed<M> = M & { readonly whyHere: string };

export interface SearchResult {
  readonly matches: readonly Placed<Match>[];
  /** There are others that are not shown. */
  readonly more: boolean;
  readonly sources: readonly AskedCompany[];
}

/** The best `first` places for a person of whom the scope shows at least one row. Database first, then all companies at once. */
export async function searchWorkplaces(
  ports: { readonly reads: DirectoryReads; readonly questions: CompanyQuestions; readonly ground: SearchGround },
  person: string,
  scope: PersonScope,
  wishes: Wishes,
  first: number,
): Promise<SearchResult> {
  const { reads, questions, ground } = ports;
  const indications = (await reads.indicationsOf([person], scope)).get(person) ?? [];
  const pointers = (await reads.employmentsOf([person], scope)).get(person) ?? [];
  const employment = currentPointer(pointers, ground.on);
  const [answers, profile] = await Promise.all([
    questions.openWorkplaces(),
    wishes.hoursPerWeek === null && employment !== null ? questions.employmentProfile(employment.employment) : null,
  ]);
  const facts = workerFacts(decisiveIndication(indications, ground.on), employedFor(employment, profile?.hoursPerWeek ?? null), wishes, ground);
  return rankPlaces(answers, facts, ground, first);
}

/** Ranks what the companies answered. */
export function rankPlaces(answers: readonly CompanyAnswer<OpenWorkplace>[], facts: WorkerFacts, ground: MatchGround, first: number): SearchResult {
  const matches = answers.flatMap((answer) => answer.rows.map((place) => matchWorkplace(facts, place, ground)));
  return { ...bestOf(matches, first), sources: answers.map(({ rows: _rows, ...source }) => source) };
}

/** The first of a list by fitness, each with what decided its place. */
export function bestOf<M extends Match>(matches: readonly M[], first: number): { readonly matches: readonly Placed<M>[]; readonly more: boolean } {
  const ordered = matches.toSorted(byFitness);
  return { matches: ordered.slice(0, first).map((match, index) => ({ ...match, whyHere: whyHere(ordered[index - 1] ?? null, match) })), more: ordered.length > first };
}

/** Without these a place is no alternative: it would be refused in its turn. */
const NEEDED: readonly MatchCode[] = ['HOURS', 'ADAPTATIONS'];

/** The best `first` places, other than the given one, that offer the hours and the adaptations; none when the hours are not known. */
export function alternativePlaces(answers: readonly CompanyAnswer<OpenWorkplace>[], taken: string, facts: WorkerFacts, ground: MatchGround, first: number): string[] {
  const { matches } = rankPlaces(answers, facts, ground, Number.POSITIVE_INFINITY);
  const fitting = matches.filter(({ workplace, misses }) => workplace !== taken && !misses.some(({ code }) => NEEDED.includes(code)));
  return fitting.slice(0, first).map(({ workplace }) => workplace);
}

/** What is known of the employment that runs; hours null when its company did not answer. */
export interface Employed {
  readonly hoursPerWeek: string | null;
  readonly until: string | null;
}

export function employedFor(pointer: EmploymentPointer | null, hoursPerWeek: string | null): Employed | null {
  return pointer && { hoursPerWeek, until: pointer.until };
}

/** What the indication makes possible; empty without one, because nothing can be said then. */
export function possibleWorkForms(indication: Indication | null): WorkForm[] {
  if (indication === null) return [];
  if (indication.kind === 'NEW_SHELTERED') return ['NEW_SHELTERED'];
  const forms: WorkForm[] = ['INTERNAL', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP'];
  return indication.adviceSupervisedEmployment ? [...forms, 'SUPERVISED_EMPLOYMENT'] : forms;
}

/** Wishes win over facts. Of the facts the indication advises adaptations and knows where the worker lives. */
export function workerFacts(indication: Indication | null, employed: Employed | null, wishes: Wishes, ground: SearchGround): WorkerFacts {
  const { travelLimits: limits } = ground;
  return {
    postcodeArea: indication?.postcodeArea ?? null,
    hoursPerWeek: wishes.hoursPerWeek ?? employed?.hoursPerWeek ?? null,
    adaptations: wishes.adaptations ?? indication?.adaptations ?? [],
    adviceSupervisedEmployment: indication?.adviceSupervisedEmployment ?? false,
    maxTravelKilometres: wishes.maxTravelKilometres ?? limits.kilometres,
    maxTravelMinutes: wishes.maxTravelMinutes ?? limits.minutes,
    transport: wishes.transport ?? limits.transport,
    supervisionHoursPerWeek: wishes.supervisionHoursPerWeek,
    functions: wishes.functions ?? [],
    workForms: wishes.workForms ?? possibleWorkForms(indication),
    contract: wishes.contract,
    employment: employed && { until: employed.until },
    availableFrom: wishes.availableFrom,
  };
}

/** The indication in force or, of who works on after its end, the last one: he still counts (Besluit uitvoering sw art. 15 onder b). */
export function decisiveIndication(indications: readonly Indication[], on: string): Indication | null {
  return inForceOn(indications, on) ?? indications.filter((one) => one.decidedOn <= on).at(-1) ?? null;
}

/** The employment that runs on the date; of two the one that began last. Pointers come earliest start first. */
export function currentPointer(pointers: readonly EmploymentPointer[], on: string): EmploymentPointer | null {
  return pointers.filter((one) => one.from <= on && (one.until === null || on <= one.until)).at(-1) ?? null;
}
