/**
 * Guarantees that no internal sentence, address, SQL, stack or BSN leaves (architecture, section 6): every error is of a
 * known code, a body that is silent is named once, a null without an error gets one, and a client's mistake is never a 500.
 */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { publicText } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';
import type { Exchange } from '../exchange.js';
import type { Answer, StepWork } from '../step.js';
import { faultIn, publicError } from './public-error.js';

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, BAD_USER_INPUT: 400, LIMIT_EXCEEDED: 400, UNAVAILABLE: 503 };

export function presentErrors(logger: Logger, ofSubgraphs: 'keep' | 'mask'): StepWork {
  return {
    options: {
      includeStacktraceInErrorResponses: false,
      formatError: (formatted, thrown) => publicError(formatted, thrown, ofSubgraphs),
    },
    answer: (exchange, answer) => {
      explainBareNulls(answer);
      if (!answer.errors) return;
      answer.errors = oncePerSilentBody(answer.errors).map((error) => withRequestId(error, exchange));
      if (!answer.executed || answer.data === undefined) answer.status = statusOf(answer);
      logCauses(logger, exchange, answer);
    },
  };
}

/** The library hides errors of values that are null where they may not be in an extension; a client must see them. */
function explainBareNulls(answer: Answer): void {
  const { valueCompletion, ...others } = answer.extensions ?? {};
  if (valueCompletion === undefined) return;
  answer.extensions = Object.keys(others).length > 0 ? others : undefined;
  answer.errors = [...(answer.errors ?? []), { message: publicText('INTERNAL'), extensions: { code: 'INTERNAL' } }];
}

function oncePerSilentBody(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const named = new Set<unknown>();
  return errors.filter(({ extensions }) => {
    if (extensions?.['code'] !== 'UNAVAILABLE') return true;
    const body = extensions['body'];
    const first = !named.has(body);
    named.add(body);
    return first;
  });
}

function withRequestId(error: GraphQLFormattedError, { requestId }: Exchange): GraphQLFormattedError {
  return error.extensions?.['code'] === 'INTERNAL' ? { ...error, extensions: { ...error.extensions, requestId } } : error;
}

/** An HTTP status the server already chose (405, 413, 415) stays; its 500 for a client's mistake does not. */
function statusOf({ status, errors }: Answer): number {
  const chosen = STATUS[String(errors?.[0]?.extensions?.['code'])] ?? 500;
  return status >= 400 && status < 500 && chosen < 500 && status !== 400 ? status : chosen;
}

const CODE = /^\w{1,40}$/;

/** The sentence of an unknown error may hold values; its kind, its origin and its stack do not. */
function logCauses(logger: Logger, { requestId }: Exchange, { causes, errors }: Answer): void {
  if (!errors?.some(({ extensions }) => extensions?.['code'] === 'INTERNAL')) return;
  for (const cause of causes) if (!faultIn(cause)) logger.error({ requestId, ...describe(cause) }, 'masked error');
}

function describe(cause: unknown): object {
  const extensions = cause instanceof GraphQLError ? cause.extensions : {};
  const { serviceName, code } = extensions;
  if (typeof serviceName === 'string') return { subgraph: serviceName, code: CODE.test(String(code)) ? code : null };
  return { err: withoutSentence(cause) };
}

function withoutSentence(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const bare = new Error('masked');
  bare.name = cause.name;
  bare.stack = (cause.cause instanceof Error ? cause.cause : cause).stack;
  return bare;
}
