// What three bodies supply to a record of the half-yearly statistics: the municipality of residence knows who somebody is and the indication, the
// paying side the employment. Explanatory note to the annex to art. 11 of the Regeling uitvoering sw en begeleid werken.
import type { Indication } from '../indication.js';

/** As the register of residents has it. */
export interface Identity {
  readonly person: string;
  readonly bsn: string;
  readonly birthDate: string;
  /** Where the person is registered on the last day of the half-year: CBS code, null when the register does not say. */
  readonly residence: string | null;
}

export interface SuppliedForm {
  readonly from: string;
  readonly until: string | null;
  readonly hoursPerWeek: string | null;
  readonly paidPercentage: number | null;
}

/** One employment as a company supplies it, in the codes of the annex. */
export interface SuppliedEmployment {
  readonly person: string;
  readonly payingMunicipality: string | null;
  readonly contract: (SuppliedForm & { readonly secondment: number | null }) | null;
  readonly supervised: SuppliedForm | null;
  readonly leavingReason: number | null;
  readonly destination: number | null;
}

/** Of a decision what the record asks; advice on adaptations is no part of it. */
export type StatisticsDecision = Pick<
  Indication,
  'municipality' | 'kind' | 'category' | 'appliedOn' | 'decidedOn' | 'validUntil' | 'reindicationRequestedOn' | 'adviceSupervisedEmployment' | 'waitingSince'
>;

/** A resident with his decisions, oldest first, and the bodies at which the index of employments has him in the half-year. */
export interface Indicated {
  readonly person: string;
  readonly decisions: readonly StatisticsDecision[];
  readonly companies: readonly string[];
}
