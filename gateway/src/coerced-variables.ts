/** The variables of one request as the schema wants them; worked out once, whoever asks first. */
import { getVariableValues, type GraphQLError } from 'graphql';
import type { Resolved } from './step.js';

/** Whoever sends more mistakes than this knows enough. */
const MAX_ERRORS = 50;
const NO_VARIABLES: Coerced = { coerced: {} };
const known = new WeakMap<Resolved, Coerced>();

export type Coerced =
  | { readonly coerced: Readonly<Record<string, unknown>>; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

export function coercedVariables(resolved: Resolved): Coerced {
  const definitions = resolved.operation?.variableDefinitions ?? [];
  if (definitions.length === 0) return NO_VARIABLES;
  const found = known.get(resolved);
  if (found) return found;
  const coerced: Coerced = getVariableValues(resolved.schema, definitions, resolved.variables, { maxErrors: MAX_ERRORS });
  known.set(resolved, coerced);
  return coerced;
}
