// Guarantees: what is matched is said in one vocabulary for both ways, a place for a worker and a worker for a place; every judgement is a reason with its figures.
// Besluit uitvoering sw, annex ad 10 (supervision); art. 4 lid 3 (advice); Wsw art. 3 lid 2 (adaptations); domain brief 3.3 (what the exchange of demand and supply asks).

export type WorkForm = 'INTERNAL' | 'SECONDMENT_INDIVIDUAL' | 'SECONDMENT_GROUP' | 'SUPERVISED_EMPLOYMENT' | 'NEW_SHELTERED';
export const TRANSPORTS = ['CAR', 'MOPED', 'BICYCLE', 'MOTORCYCLE', 'PUBLIC_TRANSPORT'] as const;
export type Transport = (typeof TRANSPORTS)[number];
export const CONTRACT_KINDS = ['FIXED_TERM', 'OPEN_ENDED'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];
export type MatchCode = 'HOURS' | 'TRAVEL' | 'TRAVEL_TIME' | 'ADAPTATIONS' | 'SUPERVISION' | 'FUNCTION' | 'WORK_FORM' | 'CONTRACT' | 'AVAILABLE_FROM';

export interface MatchReason {
  readonly code: MatchCode;
  /** Dutch, for the case worker. */
  readonly text: string;
}

/** What is asked of a place. Hours are decimal strings per week; lists are empty when nothing is asked, and so is what is absent or null. */
export interface WorkerFacts {
  readonly postcodeArea: string | null;
  readonly hoursPerWeek: string | null;
  readonly adaptations: readonly string[];
  readonly adviceSupervisedEmployment: boolean;
  readonly maxTravelKilometres: number;
  /** One way. */
  readonly maxTravelMinutes?: number | null;
  readonly transport?: Transport | null;
  /** Personal supervision that the worker needs. */
  readonly supervisionHoursPerWeek?: string | null;
  readonly functions: readonly string[];
  readonly workForms: readonly WorkForm[];
  /** The contract that the worker wishes with an ordinary employer. */
  readonly contract?: ContractKind | null;
  /** His own employment, which a secondment cannot outlive. */
  readonly employment?: { readonly until: string | null } | null;
  readonly availableFrom: string | null;
  /** An agreement for other work is made or about to be. */
  readonly promised?: boolean;
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
  /** What the employer offers by himself; sw companies do not say it, because the worker keeps his own employment. */
  readonly contract?: ContractKind | null;
}

export interface MatchGround {
  /** One decimal, or null when it cannot be computed. */
  readonly travel: (from: string | null, to: string | null) => string | null;
  /** Whole minutes, one way. */
  readonly travelMinutes: (kilometres: string, transport: Transport) => number;
  readonly adaptationText: (code: string) => string;
}

export interface Match {
  readonly workplace: string;
  readonly fits: readonly MatchReason[];
  readonly misses: readonly MatchReason[];
  readonly travelKilometres: string | null;
}

export type Judgement = MatchReason & { readonly fits: boolean };
/** Null: the worker asks nothing of this kind. */
export type MatchRule = (facts: WorkerFacts, place: OpenWorkplace, ground: MatchGround) => Judgement | null;

export function judge(code: MatchCode, fits: boolean, text: string): Judgement {
  return { code, fits, text };
}
