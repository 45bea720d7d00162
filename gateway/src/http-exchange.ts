/** From an HTTP request to an exchange, and from an answer back: the same for GraphQL and for what is not. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { timesSent } from '#kernel/http-server.js';
import { newExchange, type Arrival, type Exchange } from './exchange.js';
import type { HttpAnswer } from './http-answer.js';

const UNIQUE = new Set(['authorization', 'x-doelbinding', 'last-event-id']);

/** Of a header that may stand once, and stands twice, nobody can say which was meant: it counts as absent. */
export function exchangeOf({ headers, raw }: FastifyRequest, arrival: Arrival, wanted: string | null = null): Exchange {
  const once = new Map<string, string>();
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (typeof value === 'string' && (!UNIQUE.has(name) || timesSent(raw, name) === 1)) once.set(name, value);
  }
  return newExchange(once, arrival, wanted);
}

/** As bytes: a text would be laid out twice, to be counted and to be sent. */
export function send(reply: FastifyReply, { requestId }: Exchange, { status, headers, body }: HttpAnswer): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value);
  return reply.code(status).headers({ 'x-request-id': requestId, 'cache-control': 'no-store' }).send(Buffer.from(body));
}
