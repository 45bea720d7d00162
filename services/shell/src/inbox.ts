/** A command takes effect once per (actor, id), however often it arrives; the stored outcome answers the repeats, and the audit chain tells of it. */
import type { EntityManager } from 'typeorm';
import { contentHash } from '#kernel/canonical.js';
import { appendAudit, type AuditEntry } from './audit/append.js';

export interface ReceivedCommand {
  readonly commandId: string;
  /** Who gave it; ids of different actors never meet. */
  readonly actor: string;
  readonly payload: unknown;
  /** For the audit chain; without it the `verb` of the payload. */
  readonly verb?: string;
  /** For the audit chain: id of the thing that it is about; without it the `id` of the outcome. */
  readonly subject?: string | null;
}

export class CommandReused extends Error {
  constructor() {
    super('the command id was used before with another payload');
    this.name = 'CommandReused';
  }
}

interface StoredCommand {
  readonly request_hash: string;
  readonly outcome: object | null;
}

/** Runs `work` in the caller's transaction unless the command was done before. A repeat that runs meanwhile waits for the first. */
export async function onceOnly<T extends object>(manager: EntityManager, command: ReceivedCommand, work: () => Promise<T>): Promise<{ outcome: T; replayed: boolean }> {
  const hash = contentHash(command.payload);
  const key = [command.actor, command.commandId];
  const inserted: unknown[] = await manager.query(
    'insert into inbox (actor, command_id, request_hash) values ($1, $2, $3) on conflict do nothing returning actor',
    [...key, hash],
  );
  if (inserted.length === 0) return { outcome: await storedOutcome<T>(manager, key, hash), replayed: true };
  const outcome = await work();
  const stored = JSON.stringify(outcome);
  await manager.query('update inbox set outcome = $3 where actor = $1 and command_id = $2', [...key, stored]);
  // Last, because from here on every other command of this service waits for the end of the transaction.
  await appendAudit(manager, auditEntry(command, hash, JSON.parse(stored)));
  return { outcome, replayed: false };
}

async function storedOutcome<T extends object>(manager: EntityManager, key: string[], hash: string): Promise<T> {
  const [stored] = await manager.query<StoredCommand[]>('select request_hash, outcome from inbox where actor = $1 and command_id = $2', key);
  if (!stored || stored.request_hash !== hash) throw new CommandReused();
  return stored.outcome as T;
}

function auditEntry(command: ReceivedCommand, requestHash: string, outcome: unknown): AuditEntry {
  const { actor, commandId, payload } = command;
  const verb = command.verb ?? textOf(payload, 'verb') ?? 'command';
  return { actor, verb, commandId, requestHash, outcomeHash: contentHash(outcome), subject: command.subject ?? textOf(outcome, 'id') };
}

function textOf(value: unknown, name: string): string | null {
  const text = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
  return typeof text === 'string' ? text : null;
}
