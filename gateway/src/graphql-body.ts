/** Guarantees that what reaches the GraphQL server is one JSON request of the right shape: no batch, no form, no compressed body. */
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { badInput, type Fault } from '#kernel/faults.js';
import type { GraphQLRequestBody } from './run-pipeline.js';

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

const objectOrNull = z.record(z.string(), z.unknown()).nullish();
const bodySchema = z.object({ query: z.string().min(1), operationName: z.string().nullish(), variables: objectOrNull, extensions: objectOrNull });

/** Throws HttpRefusal. */
export function graphqlBody(headers: IncomingHttpHeaders, body: unknown): GraphQLRequestBody {
  const encoding = headers['content-encoding'];
  if (!JSON_TYPE.test(headers['content-type'] ?? '') || (encoding !== undefined && encoding !== 'identity')) {
    throw new HttpRefusal(badInput('Stuur de vraag als application/json, in UTF-8 en niet ingepakt.'), 415);
  }
  if (headers.accept && !ACCEPTABLE.test(headers.accept)) throw new HttpRefusal(badInput('Het antwoord is application/json.'), 406);
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) throw new HttpRefusal(badInput('De vraag moet JSON zijn: {"query": "...", "variables": {...}, "operationName": "..."}.'), 400);
  return parsed.data;
}

function parseJson(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return null;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return null;
  }
}
