// Guarantees: the directory's rules and screens know its stores and the other bodies only by these promises; each read takes the viewer's scope.
// Architecture section 2 (ports) and decision 9 (rows are scoped where they are read).
import type { Cell } from '#kernel/disclosure.js';
import type { PersonScope } from './directory-policy.js';
import type { Indication } from './indication.js';
import type { LabourPosition } from './labour-year-forecast.js';
import type { OpenWorkplace, WorkForm } from './matching.js';

/** The pointer index: which company employs a person under which employment id, and nothing else. */
export interface EmploymentPointer {
  readonly person: string;
  /** Body id of the company. */
  readonly company: string;
  /** Federation id, `leiden:E:12`. */
  readonly employment: string;
  readonly from: string;
  /** Last day, included. */
  readonly until: string | null;
}

export interface Trajectory {
  readonly number: string;
  readonly person: string;
  readonly municipality: string;
  readonly instrument: string;
  readonly programme: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly outcome: string | null;
  readonly providerName: string | null;
  readonly providerKind: string | null;
  readonly asOf: string;
}

/** Somebody who may be proposed for a place, known to others by a random profile id only. */
export interface Candidate {
  readonly profile: string;
  /** An agreement for other work is made or about to be. */
  readonly promised: boolean;
  readonly indication: Indication;
}

/** A candidate who works: only his company knows for how many hours and in which work form. */
export interface EmployedCandidate extends Candidate {
  /** Federation id, `leiden:E:12`. */
  readonly employment: string;
}

export type TrajectoryDimension = 'MUNICIPALITY' | 'QUARTER' | 'INSTRUMENT' | 'OUTCOME' | 'PROVIDER_KIND';

/** Position in a list of tasks: after this due date and id. */
export interface TaskPosition {
  readonly dueOn: string;
  readonly id: string;
}

export interface TaskQuestion {
  readonly scope: PersonScope;
  readonly municipality: string | null;
  /** Tasks due before this day only. */
  readonly dueBefore: string | null;
  /** Null: every kind. */
  readonly kinds: readonly TaskKind[] | null;
}

export const TASK_KINDS = ['REINDICATION', 'AGREEMENT_WAITING', 'REMINDER', 'INFORM_WORKER', 'NOTICE', 'REVIEW', 'RESIDENCE_MOVE', 'DOUBLE_MOVE', 'CATEGORY_CHANGE', 'LABOUR_YEAR_SHIFT'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export interface TaskFacts extends TaskPosition {
  readonly kind: TaskKind;
  readonly person: string | null;
  readonly agreement: string | null;
  readonly article: string | null;
  /** Dutch, for the person who must do it. */
  readonly text: string;
}

/** Tasks of some kinds, in the order of (dueOn, id); asked only when the question wants one of them. */
export interface TaskSource {
  readonly kinds: readonly TaskKind[];
  page(question: TaskQuestion, after: TaskPosition | null, limit: number): Promise<readonly TaskFacts[]>;
  count(question: TaskQuestion): Promise<number>;
}

/** Lists per person keep the order in which the facts happened; a person without visible rows is absent from the map. */
export interface DirectoryReads {
  indicationsOf(persons: readonly string[], scope: PersonScope): Promise<ReadonlyMap<string, readonly Indication[]>>;
  trajectoriesOf(persons: readonly string[], scope: PersonScope): Promise<ReadonlyMap<string, readonly Trajectory[]>>;
  employmentsOf(persons: readonly string[], scope: PersonScope): Promise<ReadonlyMap<string, readonly EmploymentPointer[]>>;
  /** Whether any row about this person is visible. */
  isVisible(person: string, scope: PersonScope): Promise<boolean>;
  /** All trajectories that began by this day, by the dimensions of TRAJECTORY_SHAPE; only for who may see aggregates. */
  trajectoryCells(until: string): Promise<readonly Cell[]>;
  /** Everybody who waits on `on` with an indication in force and without an employment; pseudonymous, so not scoped to persons. */
  waitingCandidates(on: string): Promise<readonly Candidate[]>;
  /** Everybody whose last Wsw indication was decided by `on` and who is employed on `on`, with the employment that began last; not scoped either. */
  employedCandidates(on: string): Promise<readonly EmployedCandidate[]>;
}

/** A company that was asked. `asOf` is null when it did not answer or has no data. */
export interface CompanyAnswer<T> {
  /** Body id. */
  readonly body: string;
  readonly answered: boolean;
  readonly asOf: string | null;
  readonly rows: readonly T[];
}

export interface EmploymentProfile {
  readonly hoursPerWeek: string | null;
  readonly workForm: WorkForm | null;
}

/** What a company says of an employment that it was asked for by id. */
export interface AnsweredEmployment extends EmploymentProfile {
  readonly id: string;
  /** Last day, included. */
  readonly until: string | null;
}

export type SwDimension = 'COMPANY' | 'MUNICIPALITY' | 'PERIOD' | 'WORK_FORM' | 'CATEGORY' | 'AGE_BAND';

export interface SwFilter {
  /** Counted on this day; null: on the business date. */
  readonly on: string | null;
  /** Company code. */
  readonly company: string | null;
  /** CBS code of the paying municipality. */
  readonly municipality: string | null;
  readonly workForm: WorkForm | null;
}

/** Questions to the companies, each answered in at most a second; a company that is down costs its own rows only. */
export interface CompanyQuestions {
  openWorkplaces(): Promise<readonly CompanyAnswer<OpenWorkplace>[]>;
  /** The place itself whatever its status; null when its company has none or hides it. UNAVAILABLE when it does not answer. */
  workplace(id: string): Promise<OpenWorkplace | null>;
  /** Null when the company does not answer, so that a search goes on without the hours. */
  employmentProfile(id: string): Promise<EmploymentProfile | null>;
  /** Every company, each for its own of these employments; an employment that the company does not know is absent. */
  employments(ids: readonly string[]): Promise<readonly CompanyAnswer<AnsweredEmployment>[]>;
  /** Only the company of the filter, or all. */
  cells(by: readonly SwDimension[], where: SwFilter): Promise<readonly CompanyAnswer<Cell>[]>;
  /** Month ends of these years that have passed, of the municipalities that the viewer's body answers for. */
  labourPositions(years: readonly number[]): Promise<readonly CompanyAnswer<LabourPosition>[]>;
}
