/**
 * Guarantees one log line per request, without personal data: who (body and role), what (operation name), how long, with what
 * codes.
 */
import type { Logger } from '#kernel/log.js';
import { linkOf, TRACE_HEADER, traceIdOf } from '#kernel/trace.js';
import type { Exchange } from '../exchange.js';
import { maskedName } from '../observation/masked-name.js';
import type { Answer, StepWork } from '../step.js';

export function telemetry(logger: Logger): StepWork {
  return { answer: (exchange, answer) => (logger.isLevelEnabled('info') ? logger.info(accessLine(exchange, answer), 'request') : undefined) };
}

function accessLine({ requestId, startedAt, headers, operation, viewer, silent }: Exchange, { status, errors }: Answer): object {
  return {
    requestId,
    trace: traceIdOf(requestId),
    // The trace that the client says it is in: to find both logs by, never a key.
    link: linkOf(headers.get(TRACE_HEADER)),
    operation: maskedName(operation?.name ?? null),
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
