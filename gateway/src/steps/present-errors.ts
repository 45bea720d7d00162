/**
 * Guarantees that no internal sentence, address, SQL, stack or BSN leaves (architecture, section 6): every error is of a
 * known code, a body that is silent is named once, a null without an error gets one, and a client's mistake is never a 500.
 */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { publicText } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';
import type { Exchange } from '../exchange.js';
import type { Answer, StepWork } from '../step.js';
import { plainError } from './plain-error.js';
import { faultIn, publicError } from './public-error.js';

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  LIMIT_EXCEEDED: 400,
  UNAVAILABLE: 503,
  // A plain gateway's.
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  BAD_REQUEST: 400,
};
const OWN_MISTAKES: ReadonlySet<unknown> = new Set(['INTERNAL', 'INTERNAL_SERVER_ERROR']);

/** `profile`: a plain gateway keeps the codes of subgraphs, which are not ours, and speaks English. */
export function presentErrors(logger: Logger, profile: 'schakel' | 'plain'): StepWork {
  const present = profile === 'schakel' ? publicError : plainError;
  return {
    options: {
      includeStacktraceInErrorResponses: false,
      formatError: present,
    },
    answer: (exchange, answer) => {
      explainBareNulls(answer, profile);
      if (!answer.errors) return;
      // A refusal that never reached the GraphQL server is told here for the first time.
      if (profile === 'plain') answer.errors = answer.errors.map((error) => plainError(error, answer.executed ? null : answer.causes[0]));
      answer.errors = oncePerSilentBody(answer.errors).map((error) => withRequestId(error, exchange));
      if (!answer.executed || answer.data === undefined) answer.status = statusOf(answer);
      logCauses(logger, exchange, answer);
    },
  };
}

/** The library hides errors of values that are null where they may not be in an extension; a client must see them. */
function explainBareNulls(answer: Answer, profile: 'schakel' | 'plain'): void {
  const { valueCompletion, ...others } = answer.extensions ?? {};
  if (valueCompletion === undefined) return;
  answer.extensions = Object.keys(others).length > 0 ? others : undefined;
  const told = profile === 'plain' && Array.isArray(valueCompletion) ? (valueCompletion as GraphQLFormattedError[]) : [{ message: publicText('INTERNAL'), extensions: { code: 'INTERNAL' } }];
  answer.errors = [...(answer.errors ?? []), ...told];
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
  return OWN_MISTAKES.has(error.extensions?.['code']) ? { ...error, extensions: { ...error.extensions, requestId } } : error;
}

/** An HTTP status the server already chose (405, 413, 415) stays; its 500 for a client's mistake does not. */
function statusOf({ status, errors }: Answer): number {
  const chosen = STATUS[String(errors?.[0]?.extensions?.['code'])] ?? 500;
  return status >= 400 && status < 500 && chosen < 500 && status !== 400 ? status : chosen;
}

const CODE = /^\w{1,40}$/;

/** The sentence of an unknown error may hold values; its kind, its origin and its stack do not. */
function logCauses(logger: Logger, { requestId }: Exchange, { causes, errors }: Answer): void {
  if (!errors?.some(({ extensions }) => OWN_MISTAKES.has(extensions?.['code']))) return;
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
