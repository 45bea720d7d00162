/** Structured logs, one JSON line per event, without personal data: callers log codes, counts and ids of requests, never values. */
import { pino, type Logger } from 'pino';

export type { Logger };

const NEVER = ['bsn', 'name', 'token', 'authorization', 'variables', 'query', 'password'];
const NEVER_INSIDE = ['*.bsn', '*.name', '*.authorization', '*.variables', '*.query'];
const CENSOR = '[weg]';

export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...NEVER, ...NEVER_INSIDE], censor: CENSOR },
    serializers: { err: describeError },
  });
}

/** For lines without objects in them, one for each request: looking inside for what may not be told costs more than the line. */
export function flatLines(logger: Logger): Logger {
  return logger.child({}, { redact: { paths: NEVER, censor: CENSOR } });
}

/** Class, code and stack of an error; a database error's detail and parameters hold values and stay out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as { code?: unknown }).code;
  const databaseError = 'severity' in error;
  return { kind: error.name, code, message: databaseError ? undefined : error.message, stack: frames(error.stack) };
}

function frames(stack: string | undefined): string[] {
  return (stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());
}
