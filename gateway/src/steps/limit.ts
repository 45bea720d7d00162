/**
 * Guarantees that no document costs more to read than it is worth: bounded tokens, bounded selections after expanding
 * fragments, few validation errors, no batches, no persisted queries. The body's 100 kB are refused by the server before this.
 */
import type { StepWork } from '../step.js';

const MAX_TOKENS = 2000;
const MAX_SELECTIONS = 5000;
const MAX_VALIDATION_ERRORS = 5;

export function limit(suggestions: boolean): StepWork {
  return {
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
