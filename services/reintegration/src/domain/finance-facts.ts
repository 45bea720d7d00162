// Guarantees: the money of an agreement is computed from facts that were written down with its terms, so that it can be computed again the same way.
// Wsw arts 8 to 10 (grant, minimum, moves); domain brief 8.4 rows 5, 7 and 12.
import type { DisabilityCategory } from './indication.js';

/** A change of the municipality where somebody is registered, from the first day in the new one. CBS codes. */
export interface ResidenceMove {
  readonly person: string;
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

/** What a municipality gets and owes in one year, as the ministry published it. Euros and labour years are decimal texts. */
export interface MunicipalFinance {
  readonly municipality: string;
  readonly year: number;
  readonly stateGrant: string;
  readonly minimumLabourYears: string;
  /** As the municipality accounted for it; null as long as it has not. */
  readonly realisedLabourYears: string | null;
}

/** Kept with a terms version. The category is finance data: nobody reads it here but the functions that count. */
export interface FinanceFacts {
  readonly category: DisabilityCategory | null;
  readonly moves: readonly Omit<ResidenceMove, 'person'>[];
  /** Of every municipality that may have to pay. */
  readonly municipalities: readonly MunicipalFinance[];
}
