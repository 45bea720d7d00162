/** What a subgraph lets out of a failed resolver: its own faults by code, client mistakes, and for the rest one masked sentence. */
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { Fault, publicText } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';

const CLIENT_MISTAKES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST']);

export function presentErrors(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof Fault) return place(formatted, cause.message, cause.extensions);
    if (CLIENT_MISTAKES.has(String(formatted.extensions?.['code']))) return place(formatted, formatted.message, { code: 'BAD_USER_INPUT' });
    logger.error({ err: cause }, 'a resolver failed');
    return place(formatted, publicText('INTERNAL'), { code: 'INTERNAL' });
  };
}

function place(formatted: GraphQLFormattedError, message: string, extensions: Readonly<Record<string, string>>): GraphQLFormattedError {
  return { message, ...(formatted.path ? { path: formatted.path } : {}), extensions: { ...extensions } };
}
