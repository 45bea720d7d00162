/**
 * Adds one row to this system's audit chain, in the transaction of the effect that it tells of: both are there or neither.
 * The head row is locked from here to the end of the transaction, so call it last: what comes after it, everybody waits for.
 */
import type { EntityManager } from 'typeorm';
import { linked, type AuditContent, type ChainHead } from './link.js';

/** A row as its writer gives it; number, time and link are the chain's. */
export type AuditEntry = Omit<AuditContent, 'seq' | 'at' | 'prev'>;

export async function appendAudit(manager: Pick<EntityManager, 'query'>, entry: AuditEntry): Promise<void> {
  const [head] = await manager.query<ChainHead[]>('select seq, hash from audit_head for update');
  if (!head) throw new Error('the audit chain has no head');
  const now = Date.now();
  const { actor, verb, commandId, requestHash, outcomeHash, subject } = entry;
  const row = linked({ seq: String(BigInt(head.seq) + 1n), at: `${now}000`, actor, verb, commandId, requestHash, outcomeHash, subject, prev: head.hash });
  // One statement: the row and the head that names it.
  await manager.query(
    `with added as (
       insert into audit (seq, at, actor, verb, command_id, request_hash, outcome_hash, subject, prev, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))
     update audit_head set seq = $1, hash = $10`,
    [row.seq, new Date(now).toISOString(), actor, verb, commandId, requestHash, outcomeHash, subject, row.prev, row.hash],
  );
}
