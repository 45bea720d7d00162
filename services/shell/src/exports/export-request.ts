/** What an export works with: who asks, its parameters, and reads in batches of one short transaction each. */
import { Fault, unavailable } from '#kernel/faults.js';
import { rightsOf } from '#kernel/field-policy.js';
import { parentSpanOf } from '#kernel/trace.js';
import type { Caller } from '../doors.js';
import { ReadSession } from '../read-session.js';
import type { ServiceParts } from '../service-definition.js';
import type { ExportDefinition, ExportRequest } from './export-definition.js';

/** No batch keeps a connection longer. */
const BATCH_MS = 10_000;

export interface ExportAsked {
  readonly caller: Caller;
  readonly definition: ExportDefinition;
  readonly parameters: Readonly<Record<string, string>>;
  readonly traceparent: unknown;
  readonly ending: AbortSignal;
}

export function exportRequest(parts: ServiceParts, { caller, definition, parameters, traceparent, ending }: ExportAsked): ExportRequest {
  const { viewer, businessDate, requestId, deadline, from, ticket } = caller;
  const parentSpan = parentSpanOf(traceparent, requestId);
  const session = (): ReadSession => {
    const log = parts.log.of({ ...caller, parentSpan, action: `export ${definition.name}` });
    return new ReadSession(parts.reads, { ...caller, deadline: Math.min(deadline, Date.now() + BATCH_MS) }, parts, log);
  };
  return {
    viewer, businessDate, requestId, deadline, from, ticket, parameters, ending,
    rights: rightsOf(viewer, parts.registers.purposes),
    batch: (work) => {
      ending.throwIfAborted();
      return inBatch(parts, requestId, session(), work);
    },
  };
}

/** What was read by work that failed is written down too: somebody's data were touched. */
async function inBatch<T>(parts: ServiceParts, requestId: string, session: ReadSession, work: (session: ReadSession) => Promise<T>): Promise<T> {
  const done = await work(session).then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  if ('error' in done && isBroken(done.error)) session.log?.failed();
  await session.close().catch((error: unknown) => {
    parts.logger.error({ event: 'alarm', requestId, err: error }, 'a part of an export was withheld: its processings could not be written down');
    throw unavailable(parts.body);
  });
  if ('error' in done) throw done.error;
  return done.result;
}

/** A refusal, or a mistake of who asks, is no breakdown. */
function isBroken(error: unknown): boolean {
  return !(error instanceof Fault) || error.code === 'UNAVAILABLE' || error.code === 'INTERNAL';
}
