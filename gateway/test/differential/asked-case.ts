/** One question about one federation, with what goes wrong meanwhile. */
import type { Question } from './answer.js';
import type { FaultKind } from './case.js';
import type { Faults } from './faults.js';
import type { Federation } from './federation.js';

export interface Case {
  readonly federation: Federation;
  readonly world: number;
  readonly question: Question;
  readonly kind: FaultKind;
  readonly faults: Faults;
}
