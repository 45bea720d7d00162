/** What a subgraph lets out of a failed resolver: its own faults by code, client mistakes, and for the rest one masked sentence. */
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Fault, HiddenField, publicText } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';

const CLIENT_MISTAKES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST']);

/** Every bug once, with the request that met it, so that the id which a user reports leads to the stack. */
export function logBugs(logger: Logger): ApolloServerPlugin<{ requestId: string }> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors.filter(isBug)) logger.error({ requestId: contextValue.requestId, err: unwrapResolverError(error) }, 'a resolver failed');
      },
    }),
  };
}

/** Neither a refusal nor a mistake of the client: a bug, or a body that did not answer. */
export function isBroken(error: GraphQLError): boolean {
  const cause = unwrapResolverError(error);
  return isBug(error) || (cause instanceof Fault && (cause.code === 'UNAVAILABLE' || cause.code === 'INTERNAL'));
}

function isBug(error: GraphQLError): boolean {
  const cause = unwrapResolverError(error);
  const isMeant = cause instanceof Fault || cause instanceof HiddenField || faultBehind(error) !== null;
  return !isMeant && !CLIENT_MISTAKES.has(String(error.extensions['code']));
}

export function presentErrors() {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof Fault || cause instanceof HiddenField) return place(formatted, cause.message, cause.extensions);
    const refused = faultBehind(error);
    if (refused) return place(formatted, refused.message, refused.extensions);
    if (CLIENT_MISTAKES.has(String(formatted.extensions?.['code']))) return place(formatted, withoutValues(formatted.message), { code: 'BAD_USER_INPUT' });
    return place(formatted, publicText('INTERNAL'), { code: 'INTERNAL' });
  };
}

/** A scalar's refusal of a value, below the sentence of the library, which repeats the value. */
function faultBehind(error: unknown): Fault | null {
  if (error instanceof Fault) return error;
  return error instanceof GraphQLError && error.originalError ? faultBehind(error.originalError) : null;
}

/** The library quotes what a client sent; it may be somebody's number. */
function withoutValues(message: string): string {
  return message.replace(/ got invalid value .*?(?=; |$)/s, ' is not valid').replace(/,? found .*?(?=[;.]|$)/s, '').replace(/"[^"]*\d{6,}[^"]*"/g, 'this value');
}

function place(formatted: GraphQLFormattedError, message: string, extensions: Readonly<Record<string, string>>): GraphQLFormattedError {
  return { message, ...(formatted.path ? { path: formatted.path } : {}), extensions: { ...extensions } };
}
