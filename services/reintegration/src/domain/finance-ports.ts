// Guarantees: the money of agreements and municipalities is read only by these promises; rows about persons take the viewer's scope.
// Wsw arts 8 to 10; architecture decision 9.
import type { PersonScope } from './directory-policy.js';
import type { MunicipalFinance, ResidenceMove } from './finance-facts.js';

export interface FinanceReads {
  /** Oldest first. */
  movesOf(persons: readonly string[], scope: PersonScope): Promise<ReadonlyMap<string, readonly ResidenceMove[]>>;
  /** Of everybody who works and moved since his employment began, as far as a college of the scope may know; oldest first. For tasks: who is shown stands in the log then. */
  movesOfWorkers(scope: PersonScope): Promise<ReadonlyMap<string, readonly ResidenceMove[]>>;
  /** Public figures, by CBS code; earliest year first. */
  published(municipalities: readonly string[]): Promise<readonly MunicipalFinance[]>;
}
