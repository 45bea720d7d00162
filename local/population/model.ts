/** The population as it is thought of before any body writes it down in its own format. Hours are whole, money is in cents. */
import type { Day } from './dates.js';
import type { CompanyCode } from './parameters.js';

export interface Residence {
  readonly municipality: string;
  readonly from: Day;
  /** Last day, null for the present residence. */
  readonly until: Day | null;
}

export interface Person {
  readonly bsn: string;
  readonly name: string;
  readonly birthDate: Day;
  readonly sex: 'M' | 'F';
  readonly postcodeArea: string;
  /** Oldest first; the last one is the present residence. */
  readonly residences: readonly Residence[];
}

export type WorkForm = 'INTERNAL' | 'SECONDMENT_INDIVIDUAL' | 'SECONDMENT_GROUP' | 'SUPERVISED_EMPLOYMENT';
export type Category = 'MODERATE' | 'SEVERE';
export type Limitation = 'physical' | 'intellectual' | 'psychic' | 'other';

export interface Outflow {
  /** Code of "reden ontslag" in the statistics. */
  readonly reason: number;
  /** Code of "bestemming uitstroom" in the statistics. */
  readonly destination: number;
}

export interface Worker {
  readonly company: CompanyCode;
  /** The company's own number of the employment. */
  readonly number: string;
  readonly person: Person;
  readonly workForm: WorkForm;
  readonly hours: number;
  readonly from: Day;
  readonly until: Day | null;
  readonly payingMunicipality: string;
  /** Body id. */
  readonly formalEmployer: string;
  readonly category: Category;
  readonly limitation: Limitation;
  /** Whole percentage of the contract wage that is paid out. */
  readonly wagePercentage: number;
  /** In sheltered employment on 31 December 1997. */
  readonly oldCohort: boolean;
  readonly outflow: Outflow | null;
}

/** Some came to supervised employment from a contract: they were in sheltered employment when it did not exist yet. */
export function changedForm(worker: Worker, supervised: Placement): boolean {
  return worker.oldCohort && worker.from < supervised.from;
}

export interface Employer {
  readonly kvk: string;
  readonly name: string;
  readonly postcodeArea: string;
}

export type WorkplaceStatus = 'OPEN' | 'TAKEN' | 'CLOSED';

export interface Workplace {
  readonly company: CompanyCode;
  readonly number: string;
  readonly employer: Employer;
  readonly title: string;
  readonly function: string;
  readonly postcodeArea: string;
  readonly hoursMin: number;
  readonly hoursMax: number;
  readonly adaptations: readonly string[];
  readonly supervisionHours: number;
  readonly availableFrom: Day;
  readonly status: WorkplaceStatus;
}

export interface Placement {
  readonly number: string;
  readonly worker: Worker;
  readonly workplace: Workplace | null;
  readonly employer: Employer;
  readonly function: string;
  readonly supervisor: string;
  readonly workForm: WorkForm;
  readonly hours: number;
  /** Cents per hour; null for supervised employment, where the firm itself is the employer. */
  readonly fee: number | null;
  readonly from: Day;
  readonly until: Day | null;
}

export interface Indication {
  readonly number: string;
  readonly person: Person;
  readonly category: Category;
  readonly appliedOn: Day;
  readonly decidedOn: Day;
  readonly validUntil: Day | null;
  readonly reindicationRequestedOn: Day | null;
  readonly adviceSupervisedEmployment: boolean;
  readonly adaptations: readonly string[];
  readonly waitingSince: Day | null;
}

/** All that one company has and delivers. */
export interface CompanyPopulation {
  readonly code: CompanyCode;
  readonly workers: readonly Worker[];
  readonly workplaces: readonly Workplace[];
  readonly placements: readonly Placement[];
  readonly employers: readonly Employer[];
}

export function residenceOf(person: Person): string {
  const last = person.residences.at(-1);
  if (!last) throw new RangeError('a person without a residence');
  return last.municipality;
}

/** In service on `day`. */
export function worksOn(worker: Worker, day: Day): boolean {
  return worker.from <= day && (worker.until === null || day <= worker.until);
}
