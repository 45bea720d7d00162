/** What every compiled fetch is made of, whether it asks at the root or about objects that are there already. */
import type { PathStep } from '../plan.js';
import type { ErrorOrigin } from './fetch-errors.js';
import type { Merging } from './merging.js';
import type { WayStep } from './placing.js';
import type { Position } from './positions.js';
import type { Asked } from './reply.js';

export interface FetchParts {
  readonly path: readonly PathStep[];
  /** Null: the path narrows to types, and the objects are looked for. */
  readonly position: Position | null;
  readonly asked: Asked;
  readonly origin: ErrorOrigin;
  /** Number of the question, when other fetches of the plan ask it too. A command is never shared. */
  readonly question: number | null;
  readonly merging: Merging;
  /** Below keys taken by reference. */
  readonly shared: readonly WayStep[];
  /** Below keys of which each target has its own. */
  readonly owned: readonly WayStep[];
}
