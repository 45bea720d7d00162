// Guarantees: a decision rests on facts that name their source and moment and are kept with the terms version they served.
// Architecture section 3 (facts are fetched before the transaction); domain brief 8.4 row 12: an agreement keeps the facts it used.
import type { FinanceFacts } from './finance-facts.js';
import type { WorkForm } from './matching.js';

/** Body that answered, and the instant (ISO 8601) that its data describe. */
export interface FactSource {
  readonly source: string;
  readonly asOf: string | null;
}

export interface EmploymentFacts extends FactSource {
  /** Federation id, `leiden:E:12`. */
  readonly id: string;
  /** Body id of the placing company. */
  readonly placingBody: string;
  readonly hoursPerWeek: string | null;
  readonly workForm: WorkForm | null;
  readonly from: string | null;
  readonly until: string | null;
  /** Body id. */
  readonly formalEmployer: string | null;
  /** CBS code. */
  readonly payingMunicipality: string | null;
}

export interface HirerFacts {
  /** `kvk:<number>`. */
  readonly id: string;
  readonly name: string;
}

export interface WorkplaceFacts extends FactSource {
  readonly id: string;
  /** Body id of the receiving company. */
  readonly receivingBody: string;
  readonly employer: HirerFacts | null;
  readonly function: string | null;
  /** CBS code. */
  readonly municipality: string | null;
  readonly postcodeArea: string | null;
  readonly hoursPerWeekMin: string | null;
  readonly hoursPerWeekMax: string | null;
  readonly adaptations: readonly string[];
  readonly availableFrom: string | null;
  readonly status: 'OPEN' | 'HELD' | 'TAKEN' | 'CLOSED' | null;
}

export interface IndicationFacts extends FactSource {
  readonly kind: 'WSW' | 'NEW_SHELTERED';
  readonly validUntil: string | null;
  readonly reindicationRequestedOn: string | null;
  readonly adaptations: readonly string[];
}

export interface ResidenceFacts extends FactSource {
  /** CBS code of the municipality where the person is registered. */
  readonly municipality: string;
}

export type RepresentativeKind = 'CURATOR' | 'MENTOR' | 'BENEFITS_ADMINISTRATOR' | 'AUTHORISED';

export interface RepresentativeFacts {
  readonly id: string;
  readonly kind: RepresentativeKind;
  readonly from: string;
  readonly until: string | null;
}

/** What one terms version was built on. */
export interface TermsFacts {
  readonly residence: ResidenceFacts;
  readonly employment: EmploymentFacts;
  readonly workplace: WorkplaceFacts;
  /** Null when no indication is registered. */
  readonly indication: IndicationFacts | null;
  /** Absent in versions of before the finance was counted. */
  readonly finance?: FinanceFacts;
}

/** Hours per week of another agreement of the same worker that runs in (part of) the period. */
export interface OverlappingAgreement {
  readonly agreement: string;
  /** The running agreement that it will replace, or null. */
  readonly amends: string | null;
  readonly hoursPerWeek: string;
}
