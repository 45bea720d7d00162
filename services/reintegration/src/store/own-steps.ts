/**
 * What changes an agreement is told to the audit chain. A step of the coordinator is a row like that of any command, written at the end of its
 * transaction; what a command wrote in the history stands, as a hash, in its answer, which the command's own row seals.
 */
import type { EntityManager } from 'typeorm';
import { contentHash } from '#kernel/canonical.js';
import type { Agreement, HistoryEntry } from '../domain/agreement.js';
import type { SealedStep } from '../domain/ports.js';

/** One row for the audit chain; ids, names of events and hashes only. */
export interface AuditedStep {
  readonly actor: string;
  readonly verb: string;
  readonly commandId: string;
  readonly requestHash: string;
  readonly outcomeHash: string;
  readonly subject: string;
}

/** Adds a row to the service's audit chain, in the same transaction. */
export type AppendAudit = (manager: EntityManager, step: AuditedStep) => Promise<void>;

export const COORDINATOR = 'coordinator';

/** The events are the request, the state that they left is the outcome. */
export function auditedStep({ id, revision, state }: Agreement, history: readonly HistoryEntry[]): AuditedStep {
  return {
    actor: COORDINATOR,
    verb: history.map(({ event }) => event.type).join(' '),
    commandId: `${id}:${revision}`,
    requestHash: eventsHash(history),
    outcomeHash: contentHash({ revision, state }),
    subject: id,
  };
}

export function sealedStep({ id, revision }: Agreement, history: readonly HistoryEntry[]): SealedStep {
  return { agreement: id, revision, count: history.length, events: eventsHash(history) };
}

export function eventsHash(history: readonly Pick<HistoryEntry, 'revision' | 'event'>[]): string {
  // As it is read back: a member that is undefined is not stored.
  return contentHash(JSON.parse(JSON.stringify(history.map(({ revision, event }) => ({ revision, event })))));
}
