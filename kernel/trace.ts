/**
 * Which lines of which logs tell of one request (W3C Trace Context). The trace id is the gateway's request id, so that nobody outside chooses it:
 * two requests never share one, and whoever forges a header moves nothing but the parent of a span.
 */
import { randomUUID } from 'node:crypto';
import { sha256Hex } from './canonical.js';

export const TRACE_HEADER = 'traceparent';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
const NONE = /^0+$/;

/**
 * Of a request: a UUID of version 7 (RFC 9562 5.7), 48 bits of time before 74 random ones. What is written down under it stands beside what was written just before,
 * so that an index over years of log lines is touched at its end only.
 */
export function newRequestId(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** 32 hexadecimal digits: the request id without its dashes; of an id that is no uuid the beginning of its hash. */
export function traceIdOf(requestId: string): string {
  const bare = requestId.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(bare) && !NONE.test(bare) ? bare : sha256Hex(requestId).slice(0, 32);
}

/** 16 hexadecimal digits, random: the last of an uuid, whose randomness Node fetches for many at once. Never all noughts. */
export function newSpanId(): string {
  return randomUUID().slice(19).replace('-', '');
}

/** `sampled`: the sender keeps its own spans of this request. */
export function traceparentOf(requestId: string, span = newSpanId(), sampled = true): string {
  return `00-${traceIdOf(requestId)}-${span}-${sampled ? '01' : '00'}`;
}

/** The span that asked, when the header tells of this very request; else null. */
export function parentSpanOf(header: unknown, requestId: string): string | null {
  const parsed = parsedOf(header);
  return parsed && parsed.trace === traceIdOf(requestId) ? parsed.span : null;
}

/** The trace that a client says it is in: a link for who reads both logs, never a key. */
export function linkOf(header: unknown): string | null {
  return parsedOf(header)?.trace ?? null;
}

/** The same with the span that asked. */
export function linkedSpanOf(header: unknown): { readonly trace: string; readonly span: string } | null {
  return parsedOf(header);
}

function parsedOf(header: unknown): { readonly trace: string; readonly span: string } | null {
  const [, trace = '', span = ''] = (typeof header === 'string' && TRACEPARENT.exec(header)) || [];
  return trace === '' || NONE.test(trace) || NONE.test(span) ? null : { trace, span };
}
