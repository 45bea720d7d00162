/** What the steps say of documents and errors, read from the options that they give a GraphQL server: both fronts obey the same. */
import { GraphQLError, specifiedRules, validate, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Step } from '../step.js';
import { selectionBound } from './selection-bound.js';

export interface FrontRules {
  /** Of a parsed document; empty when it is valid. */
  faultsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[];
  /** The error as a client sees it. */
  format(error: GraphQLError): GraphQLFormattedError;
}

const SUGGESTION = / ?Did you mean(.+?)\?$/;

/** Throws when a step leaves open what this front must know. */
export function frontRules(steps: readonly Step[]): FrontRules {
  const { maxRecursiveSelections, validationOptions, hideSchemaDetailsFromClientErrors, formatError } = Object.assign({}, ...steps.map(({ options }) => options ?? {})) as NonNullable<Step['options']>;
  if (typeof maxRecursiveSelections !== 'number' || !validationOptions || !formatError) throw new TypeError('the steps do not say how documents are bounded and errors are shown');
  const rules = [...specifiedRules, selectionBound(maxRecursiveSelections)];
  const shown = (error: GraphQLError): GraphQLError => (hideSchemaDetailsFromClientErrors ? withoutSuggestion(error) : error);
  return {
    faultsOf: (schema, document) => validate(schema, document, rules, validationOptions).map((error) => coded(shown(error), 'GRAPHQL_VALIDATION_FAILED')),
    format: (error) => formatError({ ...error.toJSON(), extensions: { ...error.extensions, code: error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR' } }, error),
  };
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  error.message = error.message.replace(SUGGESTION, '');
  return error;
}

/** The same error, of a kind that `public-error` knows. */
export function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path, originalError, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions: { ...extensions, code } });
}

/** As errors travel in a front; a fault of ours stays recognisable inside. */
export function asGraphQLError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(`thrown: ${typeof thrown}`);
  return new GraphQLError(error.message, { originalError: error });
}
