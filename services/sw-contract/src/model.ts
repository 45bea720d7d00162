// What an sw company tells about itself, in the words of the federation and independent of how the company stores it.
// Ids are the company's own local ids; the contract turns them into federation ids. Dates are 'YYYY-MM-DD' strings,
// instants ISO 8601 strings, hours and money exact decimal strings. Wsw art. 2 and 7; architecture decision 7.

export const WORK_FORMS = ['INTERNAL', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP', 'SUPERVISED_EMPLOYMENT', 'NEW_SHELTERED'] as const;
export type WorkForm = (typeof WORK_FORMS)[number];

export type WorkplaceStatus = 'OPEN' | 'HELD' | 'TAKEN' | 'CLOSED';

export type PlacementStatus = 'PLANNED' | 'ACTIVE' | 'SUSPENDED' | 'ENDED';

/** Matig or ernstig: finance data, used for labour years and statistics, never shown with a person. */
export type Category = 'MODERATE' | 'SEVERE';

export const SW_DIMENSIONS = ['COMPANY', 'MUNICIPALITY', 'PERIOD', 'WORK_FORM', 'CATEGORY', 'AGE_BAND'] as const;
export type SwDimension = (typeof SW_DIMENSIONS)[number];

/** An employer as the company knows it; `kvkNumber` (8 digits) is null when only a name was delivered. */
export interface EmployerFacts {
  readonly kvkNumber: string | null;
  readonly name: string;
  readonly postcodeArea: string | null;
}

export interface Workplace {
  readonly id: string;
  readonly employer: EmployerFacts | null;
  readonly title: string | null;
  readonly function: string | null;
  /** CBS code, four digits. */
  readonly municipality: string | null;
  /** Four digits. */
  readonly postcodeArea: string | null;
  readonly hoursPerWeekMin: string | null;
  readonly hoursPerWeekMax: string | null;
  /** Codes of the adaptation register. */
  readonly adaptations: readonly string[];
  readonly supervisionHoursPerWeek: string | null;
  readonly availableFrom: string | null;
  /** With the federation's holds already counted in: a held place says HELD, whatever the last import says. */
  readonly status: WorkplaceStatus;
}

export interface Employment {
  readonly id: string;
  /** Pseudonym, 43 characters base64url. */
  readonly person: string;
  readonly workerName: string | null;
  readonly workForm: WorkForm;
  readonly hoursPerWeek: string | null;
  readonly from: string;
  readonly until: string | null;
  /** Body id. */
  readonly formalEmployer: string | null;
  /** CBS code. */
  readonly payingMunicipality: string;
}

export interface Placement {
  readonly id: string;
  /** Local id of this company's own employment; null on the receiving side of another company's worker. */
  readonly employment: string | null;
  /** Local id of this company's own workplace; null on the placing side of a place at another company. */
  readonly workplace: string | null;
  readonly hirer: EmployerFacts | null;
  readonly function: string | null;
  readonly supervisor: string | null;
  /** Agreement id (uuid) when the placement came from a signed agreement. */
  readonly agreement: string | null;
  readonly workForm: WorkForm;
  readonly hoursPerWeek: string | null;
  readonly secondmentFeePerHour: string | null;
  readonly from: string;
  /** Last day, ended early or not. */
  readonly until: string | null;
}

/** How old the company's answers are. `asOf`: the moment its data describe (null: nothing delivered yet). */
export interface Freshness {
  readonly asOf: string | null;
  readonly fresh: boolean;
}

/** Supervision hours per week at places that are not closed, and the part of it at open places. */
export interface SupervisionCapacity {
  readonly hoursPerWeek: string;
  readonly freeHoursPerWeek: string;
}

/** Contract hours per week in force on one month end, summed over workers who share the other columns. */
export interface LabourPosition {
  readonly monthEnd: string;
  readonly municipality: string;
  readonly category: Category;
  readonly workForm: WorkForm;
  readonly hoursPerWeek: string;
}

/** One statistics cell: `key` has one value per asked dimension, in the asked order. Unsuppressed: only services see it. */
export interface Cell {
  readonly key: readonly string[];
  readonly count: number;
}

/** A form of sheltered employment in the half-yearly statistics. `until`: null while it runs on the last day of the half-year. */
export interface FormStatistics {
  readonly from: string;
  readonly until: string | null;
  readonly hoursPerWeek: string | null;
  /** Whole percentage of the contract wage that is paid out. */
  readonly paidPercentage: number | null;
}

/** `secondment`: 1 none, 2 individual, 3 in a group; null: the company does not know it. */
export interface ContractStatistics extends FormStatistics {
  readonly secondment: 1 | 2 | 3 | null;
}

/** What the employing and paying side supplies to one record of the half-yearly statistics. The codes are those of the regulation. */
export interface EmploymentStatistics {
  readonly person: string;
  /** CBS code; null where the company was not told. */
  readonly payingMunicipality: string | null;
  readonly contract: ContractStatistics | null;
  readonly supervised: FormStatistics | null;
  readonly leavingReason: number | null;
  readonly destination: number | null;
}
