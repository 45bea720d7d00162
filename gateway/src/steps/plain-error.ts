/** The public form of an error in a plain gateway: the codes that are usual in the field, in English. What shows the inside of a process does not leave here either. */
import type { GraphQLFormattedError } from 'graphql';
import { isFaultCode, publicText, type FaultCode } from '#kernel/faults.js';
import { DOWNSTREAM_ERROR } from '../engine/plain-manner.js';
import { faultIn, INSIDE, pathOf } from './public-error.js';

const LIMIT_OF_PLANNER = /^Too many options generated/;

const USUAL: Readonly<Record<FaultCode, string>> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  LIMIT_EXCEEDED: 'LIMIT_EXCEEDED',
  UNAVAILABLE: DOWNSTREAM_ERROR,
  INTERNAL: 'INTERNAL_SERVER_ERROR',
};

const TEXT: Readonly<Record<FaultCode, string>> = {
  UNAUTHENTICATED: 'Not signed in.',
  FORBIDDEN: 'Not allowed.',
  NOT_FOUND: 'Not found.',
  BAD_USER_INPUT: 'The request is not valid.',
  LIMIT_EXCEEDED: 'The request is too large.',
  UNAVAILABLE: 'A subgraph did not answer.',
  INTERNAL: 'Internal server error',
};

const NO_PLAN = 'No query plan: the subgraphs offer no way to this answer. Ask for less at once.';

/** Of the steps that a plain gateway has too. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^De variabelen zijn te groot: hoogstens (\d+) waarden, (\d+) diep\.$/, 'The variables are too large: at most $1 values, $2 levels deep.'],
  [/^De vraag herhaalt zich: hoogstens (\d+) keer .*$/, 'The document repeats itself: at most $1 times the same field in one place, under whatever aliases.'],
  [/^De vraag vraagt te veel tegelijk: hoogstens (\d+) velden bovenaan en (\d+) aanwijzingen \(@\)\.$/, 'The document asks too much at once: at most $1 root fields and $2 directives.'],
  [/^De vraag gaat te diep: hoogstens (\d+) velden onder elkaar, en hoogstens (\d+) keer dezelfde soort\.$/, 'The document nests too deep: at most $1 fields below each other, and at most $2 times the same type.'],
  [/^Het is niet duidelijk welke bewerking bedoeld is.*$/, 'Must provide operation name if query contains multiple operations.'],
  [/^Deze bewerking \(documentId\) staat niet .*$/, 'PersistedQueryNotSupported: this gateway knows no documents by id.'],
  [/^Voor deze vraag is geen weg naar het antwoord gevonden\..*$/, NO_PLAN],
  [/^Abonnementen kunnen hier niet\.$/, 'Subscriptions are not supported.'],
  [/^Met GET kan alleen een vraag\..*$/, 'GET requests must be queries; send everything else with POST.'],
  [/^De vraag moet JSON zijn: .*$/, 'The body must be a JSON object: {"query": "...", "variables": {...}, "operationName": "..."}.'],
  [/^Stuur de vraag als application\/json.*$/, 'Send the request as application/json, in UTF-8 and not compressed.'],
  [/^Een vraag met GET heeft de header .*$/, 'A GET request needs the header "graphql-require-preflight: 1" (protection against CSRF); or use POST with application/json.'],
  [/^Het antwoord is application\/json\.$/, 'Not acceptable: the answer is application/json or application/graphql-response+json.'],
];

/** What the executors say of a value that is not what the schema promises; it names types and fields that the client asked for. */
const OF_VALUES = /^(?:Cannot return null|Invalid value found|Expected a list|No type is known) for /;
const MAX_TEXT = 1000;

/** Of an error as the GraphQL server has it, or as a step refused with it; what is public already stays as it is. */
export function plainError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const { message, locations, extensions = {} } = formatted;
  const own = ownCode(formatted, thrown);
  const path = pathOf(formatted, extensions);
  return {
    message: own ? inEnglish(own, message) : textOf(message, extensions),
    ...(locations && !path ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: own ? { code: USUAL[own] } : keptOf(extensions),
  };
}

/** The code when the sentence is one of ours, and Dutch. */
function ownCode({ message, extensions }: GraphQLFormattedError, thrown: unknown): FaultCode | null {
  if (LIMIT_OF_PLANNER.test(message)) return 'LIMIT_EXCEEDED';
  const fault = faultIn(thrown);
  const code = fault?.code ?? extensions?.['code'];
  return isFaultCode(code) && (message === fault?.message || message === publicText(code) || sentenceOf(message)) ? code : null;
}

function inEnglish(code: FaultCode, message: string): string {
  const found = sentenceOf(message);
  return found ? message.replace(found[0], found[1]) : TEXT[code];
}

function sentenceOf(message: string): (typeof SENTENCES)[number] | undefined {
  return SENTENCES.find(([dutch]) => dutch.test(message));
}

function textOf(message: string, { code, serviceName }: Readonly<Record<string, unknown>>): string {
  // It is told twice to this function when nothing was executed.
  if (message === NO_PLAN || (isOfServer(code) && serviceName === undefined)) return message;
  const told = serviceName !== undefined || OF_VALUES.test(message);
  return told && !INSIDE.test(message) ? message.slice(0, MAX_TEXT) : TEXT.INTERNAL;
}

/** The GraphQL server's own codes are about the request; its mistakes have another. */
function isOfServer(code: unknown): code is string {
  return typeof code === 'string' && code !== USUAL.INTERNAL;
}

function keptOf({ code, serviceName }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (typeof serviceName === 'string') return { code: typeof code === 'string' ? code : DOWNSTREAM_ERROR, serviceName };
  return { code: isOfServer(code) ? code : USUAL.INTERNAL };
}
