/**
 * Guarantees that what reaches the GraphQL server is one request of the right shape (GraphQL over HTTP): no batch, no form, no compressed
 * body, a text or the id of one. By GET only what a page elsewhere cannot make a browser send, and never for a purpose: addresses are kept in histories and logs.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { badInput, type Fault } from '#kernel/faults.js';
import type { GraphQLRequestBody } from './step.js';
import { PURPOSE_HEADER } from './steps/purpose.js';

export class HttpRefusal extends Error {
  constructor(
    readonly fault: Fault,
    /** HTTP status that says it better than the fault's own. */
    readonly status: number,
  ) {
    super(fault.message);
    this.name = 'HttpRefusal';
  }
}

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** What we can answer in; checked before anything is executed, so that no command runs whose answer cannot be read. */
const ACCEPTABLE = /application\/(?:json|graphql-response\+json|\*)|text\/event-stream|\*\/\*/i;

/** Headers that a browser sends to another site only after asking it (a preflight), and we say no. */
const PREFLIGHT_HEADERS = ['graphql-require-preflight', 'apollo-require-preflight', 'x-apollo-operation-name'];
const PARAMETERS = ['query', 'documentId'];

const objectOrNull = z.record(z.string(), z.unknown()).nullish();
const bodySchema = z
  .object({ query: z.string().min(1).optional(), documentId: z.string().min(1).optional(), operationName: z.string().nullish(), variables: objectOrNull, extensions: objectOrNull })
  .refine(({ query, documentId }) => (query === undefined) !== (documentId === undefined));

const SHAPE = badInput('De vraag moet JSON zijn: {"query": "...", "variables": {...}, "operationName": "..."}, met documentId in plaats van query voor een bekende bewerking.');

/** Throws HttpRefusal. */
export function graphqlBody(headers: IncomingHttpHeaders, body: unknown): GraphQLRequestBody {
  const encoding = headers['content-encoding'];
  if (!JSON_TYPE.test(headers['content-type'] ?? '') || (encoding !== undefined && encoding !== 'identity')) {
    throw new HttpRefusal(badInput('Stuur de vraag als application/json, in UTF-8 en niet ingepakt.'), 415);
  }
  demandAcceptable(headers);
  return shaped(parseJson(textOf(body)));
}

/** True when an address carries a question, well-formed or not. */
export const carriesQuestion = (parameters: URLSearchParams): boolean => PARAMETERS.some((name) => parameters.has(name));

/** The question in an address. Throws HttpRefusal. */
export function graphqlParameters(headers: IncomingHttpHeaders, parameters: URLSearchParams): GraphQLRequestBody {
  if (!PREFLIGHT_HEADERS.some((name) => headers[name] !== undefined)) {
    throw new HttpRefusal(badInput('Een vraag met GET heeft de header "graphql-require-preflight: 1" nodig; of stuur haar met POST, als application/json.'), 400);
  }
  if (headers[PURPOSE_HEADER] !== undefined) throw new HttpRefusal(badInput(`Met ${PURPOSE_HEADER} alleen met POST: een adres blijft staan in logboeken, en hoort geen persoonsgegevens te bevatten.`), 400);
  demandAcceptable(headers);
  const given = [...parameters].map(([name, value]): [string, unknown] => [name, name === 'variables' || name === 'extensions' ? parseJson(value) : value]);
  if (new Set(parameters.keys()).size !== given.length || given.some(([, value]) => value === undefined)) throw new HttpRefusal(SHAPE, 400);
  return shaped(Object.fromEntries(given));
}

function shaped(value: unknown): GraphQLRequestBody {
  const parsed = bodySchema.safeParse(value);
  if (!parsed.success) throw new HttpRefusal(SHAPE, 400);
  return parsed.data;
}

function demandAcceptable({ accept }: IncomingHttpHeaders): void {
  if (accept && !ACCEPTABLE.test(accept)) throw new HttpRefusal(badInput('Het antwoord is application/json.'), 406);
}

function textOf(body: unknown): string {
  try {
    return Buffer.isBuffer(body) ? new TextDecoder('utf-8', { fatal: true }).decode(body) : '';
  } catch {
    return '';
  }
}

/** Undefined for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
