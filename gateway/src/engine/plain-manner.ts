/**
 * How a plain gateway speaks with a subgraph: headers of the client go along by rule, with how long we wait; of a silent one the client is told
 * its name, with the code that is usual among gateways.
 */
import { GraphQLError } from 'graphql';
import { TRACE_HEADER } from '#kernel/trace.js';
import type { FetchWatch } from '../observation/watch.js';
import type { Manner } from './subgraph-request.js';

/** Names in lower case; 'all' but those between two neighbours on the way. */
export type ForwardRule = 'all' | readonly string[];

export const DOWNSTREAM_ERROR = 'DOWNSTREAM_SERVICE_ERROR';

/** Milliseconds that the answer is waited for: a header that proxies of service meshes know, and not a time of day, because clocks differ. */
export const TIMEOUT_HEADER = 'x-envoy-expected-rq-timeout-ms';

/** Of one connection (RFC 9110, 7.6.1), or about the body that we write ourselves. */
const OF_ONE_CONNECTION: ReadonlySet<string> = new Set([
  'connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade',
  'host', 'expect', 'accept', 'accept-encoding', 'content-type', 'content-length', 'content-encoding', TIMEOUT_HEADER,
]);

const OF_A_TRACE: ReadonlySet<string> = new Set([TRACE_HEADER, 'tracestate']);

export function plainManner(name: string, rule: ForwardRule): Manner {
  return {
    headers: ({ headers, requestId }, _question, deadline, watch) => [...traced(headers, rule, requestId, watch), TIMEOUT_HEADER, String(Math.max(1, deadline - Date.now()))],
    silence: (mutating) => new GraphQLError(`Subgraph "${name}" did not answer${mutating ? '; whether the mutation was done is not known' : ''}.`, { extensions: { code: DOWNSTREAM_ERROR, serviceName: name } }),
  };
}

/** Where spans are kept the subgraph is told of ours, and not of those of the client. */
function traced(headers: ReadonlyMap<string, string>, rule: ForwardRule, requestId: string, watch: FetchWatch): string[] {
  if (!watch.traced) return forwarded(headers, rule);
  const others = new Map([...headers].filter(([name]) => !OF_A_TRACE.has(name)));
  return [...forwarded(others, rule), TRACE_HEADER, watch.traceparent(requestId)];
}

export function forwarded(headers: ReadonlyMap<string, string>, rule: ForwardRule): string[] {
  const named = rule === 'all' ? [...headers.keys()].filter((name) => isForAll(name, headers)) : rule;
  return named.flatMap((name) => {
    const value = headers.get(name);
    return value === undefined ? [] : [name, value];
  });
}

/** A client may name further headers as those of its connection. */
function isForAll(name: string, headers: ReadonlyMap<string, string>): boolean {
  const own = headers.get('connection')?.toLowerCase().split(',').map((part) => part.trim()) ?? [];
  return !OF_ONE_CONNECTION.has(name) && !own.includes(name);
}

/** `*`, or names with commas between. */
export function forwardRule(text: string): ForwardRule {
  const names = text.split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  return names.includes('*') ? 'all' : names.filter((name) => !OF_ONE_CONNECTION.has(name));
}
