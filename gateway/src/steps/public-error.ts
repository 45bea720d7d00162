/** The public form of one error in the Schakel profile: an allow-list. What is not known to be meant for the client is INTERNAL, and says nothing. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { Fault, HIDDEN_FIELD, isFaultCode, publicText, type FaultCode } from '#kernel/faults.js';
import { NoPlan } from '../engine/planning/no-plan.js';
import type { WhyHidden } from '../authorization/why-hidden.js';

const whyHiddenSchema: z.ZodType<WhyHidden> = z.object({ reason: z.enum(['PURPOSE', 'ROLE', 'SCOPE']), purposes: z.array(z.string().regex(/^[\w-]{1,40}$/)) });

/** Where a subgraph's error belongs, put on it by the engine; replaces the path that the gateway library guesses. */
export const TRUE_PATH = 'pathInAnswer';

type PublicCode = FaultCode | typeof HIDDEN_FIELD;

const OF_THE_LIBRARY: Readonly<Record<string, FaultCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  INVALID_GRAPHQL: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  MAX_RECURSIVE_SELECTIONS_EXCEEDED: 'LIMIT_EXCEEDED',
  QUERY_PLAN_COMPLEXITY_EXCEEDED: 'LIMIT_EXCEEDED',
};

/** Limits that the libraries report without a code of their own. */
const LIMIT_SENTENCES = /^(Syntax Error: Document contains more that \d+ tokens|Too many options generated|Too many validation errors|Validation aborted)/;
/** A value of the client in a sentence of the library: it may be a BSN. */
const ECHOED_VALUE = /^(Variable "\$[\w]+" )(?:got invalid value|of (?:required|non-null) type)/;
const DIGITS = /\d{6,}/g;
/** Traces of the inside: addresses, stacks, SQL, network errors, markup, numbers as long as a BSN. */
export const INSIDE = /https?:\/\/|node_modules|\n\s*at |\bE(?:CONN|NOT|HOST|PIPE)\w*|DETAIL:|duplicate key|relation "|\b(?:select|insert|update|delete)\b.+\b(?:from|into|set|where)\b|<\/?[a-z]|\d{8,}/i;
const MAX_TEXT = 400;

export function publicError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const extensions = formatted.extensions ?? {};
  const code = codeOf(formatted, thrown);
  const body = typeof extensions['body'] === 'string' ? { body: extensions['body'] } : {};
  const path = pathOf(formatted, extensions);
  return {
    message: textOf(code, formatted, thrown),
    ...(formatted.locations && !path ? { locations: formatted.locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code, ...body, ...(code === HIDDEN_FIELD ? whyHiddenIn(extensions) : {}) },
  };
}

/** Why a field is null and what would show it; codes of the register of processing activities, nothing else. */
function whyHiddenIn({ whyHidden }: Readonly<Record<string, unknown>>): { whyHidden?: WhyHidden } {
  const parsed = whyHiddenSchema.safeParse(whyHidden);
  return parsed.success ? { whyHidden: parsed.data } : {};
}

function codeOf({ message, extensions }: GraphQLFormattedError, thrown: unknown): PublicCode {
  const code = faultIn(thrown)?.code ?? extensions?.['validationErrorCode'] ?? extensions?.['code'];
  if (isFaultCode(code) || code === HIDDEN_FIELD) return LIMIT_SENTENCES.test(message) ? 'LIMIT_EXCEEDED' : code;
  if (LIMIT_SENTENCES.test(message)) return 'LIMIT_EXCEEDED';
  return (typeof code === 'string' && Object.hasOwn(OF_THE_LIBRARY, code) ? OF_THE_LIBRARY[code] : undefined) ?? 'INTERNAL';
}

function textOf(code: PublicCode, { message, extensions }: GraphQLFormattedError, thrown: unknown): string {
  const fault = faultIn(thrown);
  if (code === 'INTERNAL') return fault instanceof NoPlan ? fault.message : publicText(code);
  if (fault) return message;
  if (code === 'LIMIT_EXCEEDED') return publicText(code);
  if ('serviceName' in (extensions ?? {})) return INSIDE.test(message) || message.length > MAX_TEXT ? publicText(code) : message;
  const echoed = ECHOED_VALUE.exec(message);
  return echoed ? `${echoed[1]}is missing or of the wrong type.` : message.slice(0, MAX_TEXT).replace(DIGITS, '...');
}

export function pathOf({ path }: GraphQLFormattedError, extensions: Readonly<Record<string, unknown>>): readonly (string | number)[] | undefined {
  const truePath = extensions[TRUE_PATH];
  if (Array.isArray(truePath)) return truePath.filter((part) => typeof part === 'string' || typeof part === 'number');
  return path?.includes('@') ? undefined : path;
}

/** A fault of our own, however the library wrapped it. */
export function faultIn(thrown: unknown): Fault | null {
  if (thrown instanceof Fault) return thrown;
  return thrown instanceof GraphQLError && thrown.originalError instanceof Fault ? thrown.originalError : null;
}
