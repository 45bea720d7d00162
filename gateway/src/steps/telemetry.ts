/**
 * Guarantees one log line per request, without personal data: who (body and role), what (operation name), how long, with what
 * codes. The name is the client's own text: digits that could be somebody's number are masked.
 */
import type { Logger } from '#kernel/log.js';
import { linkOf, TRACE_HEADER, traceIdOf } from '#kernel/trace.js';
import type { Exchange } from '../exchange.js';
import type { Answer, StepWork } from '../step.js';

const MAX_NAME_LENGTH = 64;

export function telemetry(logger: Logger): StepWork {
  return { answer: (exchange, answer) => logger.info(accessLine(exchange, answer), 'request') };
}

function accessLine({ requestId, startedAt, headers, operation, viewer, silent }: Exchange, { status, errors }: Answer): object {
  return {
    requestId,
    trace: traceIdOf(requestId),
    // The trace that the client says it is in: to find both logs by, never a key.
    link: linkOf(headers.get(TRACE_HEADER)),
    operation: operation?.name?.slice(0, MAX_NAME_LENGTH).replace(/\d{4,}/g, 'N') ?? null,
    kind: operation?.kind ?? null,
    body: viewer?.body ?? null,
    roles: viewer?.roles ?? [],
    purpose: viewer?.purpose ?? null,
    status,
    ms: Date.now() - startedAt,
    codes: [...new Set(errors?.map(({ extensions }) => extensions?.['code']) ?? [])],
    silent: [...silent],
  };
}
