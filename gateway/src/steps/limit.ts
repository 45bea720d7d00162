/**
 * Guarantees that no document costs more to read or to plan than it is worth: bounded tokens, bounded selections after expanding
 * fragments, bounded nesting, few validation errors, no batches, no persisted queries. The body's 100 kB are refused by the
 * server before this.
 */
import { Fault } from '#kernel/faults.js';
import type { StepWork } from '../step.js';
import { nestsTooDeep, type NestingBounds } from './nesting.js';

const MAX_TOKENS = 2000;
const MAX_SELECTIONS = 5000;
const MAX_VALIDATION_ERRORS = 5;

/** The deepest contract operation has 7 fields; nobody's work turns the same ring three times. */
export const NESTING: NestingBounds = { depth: 14, turns: 3 };
/** A graph that we do not know may be deeper; a ring is a ring everywhere. */
export const PLAIN_NESTING: NestingBounds = { depth: 40, turns: 8 };

export function limit(suggestions: boolean, nesting: NestingBounds): StepWork {
  return {
    operation: (_exchange, { operation, document, schema }) => {
      if (!operation || !nestsTooDeep(document, operation, schema, nesting)) return;
      throw new Fault('LIMIT_EXCEEDED', `De vraag gaat te diep: hoogstens ${nesting.depth} velden onder elkaar, en hoogstens ${nesting.turns} keer dezelfde soort.`);
    },
    options: {
      parseOptions: { maxTokens: MAX_TOKENS },
      maxRecursiveSelections: MAX_SELECTIONS,
      validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      hideSchemaDetailsFromClientErrors: !suggestions,
    },
  };
}
