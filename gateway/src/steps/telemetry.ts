/**
 * Guarantees one log line per request, without personal data: who (body and role), what (operation name), how long, with what
 * codes.
 */
import { flatLines, type Logger } from '#kernel/log.js';
import { linkOf, TRACE_HEADER, traceIdOf } from '#kernel/trace.js';
import type { Exchange } from '../exchange.js';
import { maskedName } from '../observation/masked-name.js';
import type { Answer, StepWork } from '../step.js';

export function telemetry(logger: Logger): StepWork {
  const lines = flatLines(logger);
  return { answer: (exchange, answer) => (lines.isLevelEnabled('info') ? lines.info(accessLine(exchange, answer), 'request') : undefined) };
}

type Flat = Readonly<Record<string, string | number | null | readonly (string | null)[]>>;

function accessLine({ requestId, startedAt, headers, operation, viewer, silent }: Exchange, { status, errors }: Answer): Flat {
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
    codes: [...new Set(errors?.map(({ extensions }) => codeOf(extensions?.['code'])) ?? [])],
    silent: [...silent],
  };
}

/** A subgraph may have put anything there. */
function codeOf(code: unknown): string | null {
  return code === undefined || code === null ? null : String(code);
}
