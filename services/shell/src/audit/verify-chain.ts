/**
 * Verifies this system's whole audit chain in one look at its database, row by row whatever its length.
 * Guarantees: the chain is unbroken from origin to head; every remembered command has one row with the same request and answer, and every row but
 * those of the system's own steps has its command; every head that another system was told of is still there; every batch of the access audit is as
 * it was sealed.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { contentHash } from '#kernel/canonical.js';
import { BATCH_ACTOR } from '../processing-log/link-accesses.js';
import { verifyAccesses } from '../processing-log/verify-accesses.js';
import { ChainVerifier, MOST_FAULTS, type Anchor, type AuditFault } from './chain-verifier.js';
import type { AuditRow, ChainHead } from './link.js';

/** The actor of what the system did by itself, for which no command came in. */
export const OWN_STEP = 'coordinator';

export interface ChainReport {
  readonly rows: number;
  readonly head: ChainHead | null;
  readonly anchors: number;
  /** Entries of the access audit, and how many of them no row seals yet. */
  readonly accesses: number;
  readonly unlinked: number;
  readonly faults: readonly AuditFault[];
}

interface JoinedRow extends AuditRow {
  readonly knownRequest: string | null;
  readonly knownOutcome: unknown;
}

const AT_ONCE = 5_000;
const NO_PLACE = '-';

const ROWS = `
  select a.seq::text as seq, trunc(extract(epoch from a.at) * 1000000)::text as at, a.actor, a.verb, a.command_id as "commandId", a.request_hash as "requestHash",
    a.outcome_hash as "outcomeHash", a.subject, a.prev, a.hash, i.request_hash as "knownRequest", i.outcome as "knownOutcome"
  from audit a left join inbox i on i.actor = a.actor and i.command_id = a.command_id
  order by a.seq`;
const UNTOLD = `
  select i.command_id as id from inbox i
  where not exists (select 1 from audit a where a.actor = i.actor and a.command_id = i.command_id) order by i.received_at limit ${MOST_FAULTS}`;
const TOLD_TWICE = `
  select max(a.seq)::text as seq, a.command_id as id from audit a join inbox i on i.actor = a.actor and i.command_id = a.command_id
  group by a.actor, a.command_id having count(*) > 1 order by max(a.seq) limit ${MOST_FAULTS}`;

/** `more`: what only the service itself can compare, in the same look at the database. */
export function verifyChain(dataSource: DataSource, anchors: readonly Anchor[], more?: (manager: EntityManager) => Promise<readonly AuditFault[]>): Promise<ChainReport> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('set transaction read only');
    const [start] = await manager.query<(ChainHead & { origin: string })[]>('select origin, seq::text as seq, hash from audit_head');
    const verifier = new ChainVerifier(start?.origin ?? '', anchors);
    await readRows(manager, verifier);
    verifier.end(start ?? null);
    await compareCommands(manager, verifier);
    const { entries: accesses, unlinked, faults } = await verifyAccesses(manager);
    for (const { seq, what } of [...faults, ...((await more?.(manager)) ?? [])]) verifier.fault(seq, what);
    const head = start ? { seq: start.seq, hash: start.hash } : null;
    return { rows: verifier.rows, head, anchors: anchors.length, accesses, unlinked, faults: verifier.faults };
  });
}

async function readRows(manager: EntityManager, verifier: ChainVerifier): Promise<void> {
  await manager.query(`declare chain no scroll cursor for ${ROWS}`);
  for (;;) {
    const rows = await manager.query<JoinedRow[]>(`fetch ${AT_ONCE} from chain`);
    if (rows.length === 0) return;
    for (const row of rows) {
      verifier.next(row);
      compareRow(row, verifier);
    }
  }
}

function compareRow(row: JoinedRow, verifier: ChainVerifier): void {
  if (row.knownRequest === null) {
    if (row.actor !== OWN_STEP && row.actor !== BATCH_ACTOR) verifier.fault(row.seq, 'tells of a command that nobody remembers');
    return;
  }
  if (row.knownRequest !== row.requestHash) verifier.fault(row.seq, 'the remembered command was changed');
  if (contentHash(row.knownOutcome) !== row.outcomeHash) verifier.fault(row.seq, 'the remembered answer was changed');
}

async function compareCommands(manager: EntityManager, verifier: ChainVerifier): Promise<void> {
  for (const { id } of await manager.query<{ id: string }[]>(UNTOLD)) verifier.fault(NO_PLACE, `command ${id} has no row`);
  for (const { seq, id } of await manager.query<{ seq: string; id: string }[]>(TOLD_TWICE)) verifier.fault(seq, `command ${id} has more than one row`);
}
