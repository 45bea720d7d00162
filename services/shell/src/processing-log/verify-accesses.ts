/**
 * Holds the access audit against the chain, batch by batch, in the look at the database in which the chain itself is verified.
 * Guarantees: an entry that was changed, taken out or put into a batch is found, and so is one that stands in no batch and waits for none.
 */
import type { EntityManager } from 'typeorm';
import { MOST_FAULTS, type AuditFault } from '../audit/chain-verifier.js';
import { BATCH_ACTOR, batchHash, ENTRY_COLUMNS, type AccessEntry } from './link-accesses.js';

export interface AccessReport {
  readonly entries: number;
  /** Entries that no batch holds yet: an end that could still be lost unseen. */
  readonly unlinked: number;
  readonly faults: readonly AuditFault[];
}

/** An id of null: a batch whose entries are gone. */
interface SealedEntry extends Omit<AccessEntry, 'id'> {
  readonly id: string | null;
  readonly seq: string;
  readonly sealed: string;
  readonly forgotten: boolean;
}

interface Batch {
  readonly seq: string;
  readonly sealed: string;
  /** Went as a whole, by age (forget_logs). */
  readonly forgotten: boolean;
  readonly entries: AccessEntry[];
}

const AT_ONCE = 5_000;
const NO_PLACE = '-';
/** A batch without entries still gives a row. */
const SEALED = `
  select a.seq::text as seq, a.request_hash as sealed, f.batch is not null as forgotten, ${ENTRY_COLUMNS}
  from audit a left join access_linked k on k.batch = a.command_id left join access_log l on l.id = k.entry
    left join access_forgotten f on f.batch = a.command_id
  where a.actor = '${BATCH_ACTOR}' order by a.seq, l.id`;
const LOOSE = `
  select l.id::text as id from access_log l
  where not exists (select 1 from access_unlinked u where u.entry = l.id)
    and not exists (select 1 from access_linked k join audit a on a.command_id = k.batch and a.actor = '${BATCH_ACTOR}' where k.entry = l.id)
  order by l.id limit ${MOST_FAULTS}`;

export async function verifyAccesses(manager: EntityManager): Promise<AccessReport> {
  const faults: AuditFault[] = [];
  await eachBatch(manager, ({ seq, sealed, forgotten, entries }) => {
    const isWhole = forgotten ? entries.length === 0 : batchHash(entries) === sealed;
    if (!isWhole) faults.push({ seq, what: 'the access audit that it seals was changed' });
  });
  for (const { id } of await manager.query<{ id: string }[]>(LOOSE)) faults.push({ seq: NO_PLACE, what: `entry ${id} of the access audit was never sealed` });
  const [counted] = await manager.query<{ entries: number; unlinked: number }[]>(
    'select (select count(*)::int from access_log) as entries, (select count(*)::int from access_unlinked) as unlinked',
  );
  return { entries: counted?.entries ?? 0, unlinked: counted?.unlinked ?? 0, faults };
}

async function eachBatch(manager: EntityManager, check: (batch: Batch) => void): Promise<void> {
  await manager.query(`declare accesses no scroll cursor for ${SEALED}`);
  let open: Batch[] = [];
  for (;;) {
    const rows = await manager.query<SealedEntry[]>(`fetch ${AT_ONCE} from accesses`);
    const batches = [...open, ...batchesOf(rows, open.at(-1))];
    // The last one may go on in what comes next.
    open = rows.length === 0 ? [] : batches.slice(-1);
    batches.slice(0, batches.length - open.length).forEach(check);
    if (rows.length === 0) return;
  }
}

/** New batches of these rows; what belongs to `last` is added to it. */
function batchesOf(rows: readonly SealedEntry[], last: Batch | undefined): Batch[] {
  const found: Batch[] = [];
  for (const { seq, sealed, forgotten, ...entry } of rows) {
    let batch = found.at(-1) ?? last;
    if (batch?.seq !== seq) found.push((batch = { seq, sealed, forgotten, entries: [] }));
    if (entry.id !== null) batch.entries.push({ ...entry, id: entry.id });
  }
  return found;
}
