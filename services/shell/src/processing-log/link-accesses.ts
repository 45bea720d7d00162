/**
 * Ties the access audit into the audit chain in batches: each batch is one row of the chain, with a hash over all its entries, so that the heads
 * which the other bodies keep vouch for it too. Guarantees: an entry is linked once, at most a second after it was written; no request waits for it.
 * What is not linked yet can still be lost unseen: the tail is counted by the verification, and an old one is an alarm.
 */
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { contentHash } from '#kernel/canonical.js';
import type { Logger } from '#kernel/log.js';
import { appendAudit } from '../audit/append.js';
import type { Worker } from '../service-definition.js';

/** Actor of the rows of the chain that seal a batch. */
export const BATCH_ACTOR = 'access-audit';
const BATCH = 1_000;
const ALARM_AGE_S = 5;
const ALARM_EVERY_MS = 60_000;
const ALARM = 'entries of the access audit are not linked: see the runbook, The access audit is not linked';

/** Each column as the text that the database shows. */
export interface AccessEntry {
  readonly id: string;
  readonly at: string;
  readonly request: string;
  readonly service: string;
  readonly actor: string;
  readonly body: string;
  readonly roles: readonly string[];
  readonly action: string;
  readonly object: string;
  readonly result: string;
  readonly origin: string;
  readonly activity: string;
}

export const ENTRY_COLUMNS =
  'l.id::text as id, trunc(extract(epoch from l.at) * 1000000)::text as at, l.request, l.service, l.actor, l.body, l.roles, l.action, l.object, l.result, l.origin, l.activity';

/** Of the entries of a batch, by number. */
export function batchHash(entries: readonly AccessEntry[]): string {
  return contentHash(entries.map(({ id, at, request, service, actor, body, roles, action, object, result, origin, activity }) => ({ id, at, request, service, actor, body, roles, action, object, result, origin, activity })));
}

export class AccessLinker implements Worker {
  readonly name = 'access-links';
  readonly everyMs = 500;
  private alarmedAt = -Infinity;

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
  ) {}

  async runOnce(): Promise<void> {
    try {
      while ((await this.dataSource.transaction(linkBatch)) === BATCH);
    } finally {
      await this.alarm();
    }
  }

  private async alarm(): Promise<void> {
    const [old] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from access_unlinked u join access_log l on l.id = u.entry where l.at < now() - ${ALARM_AGE_S} * interval '1 second'`,
    );
    const unlinked = old?.count ?? 0;
    if (unlinked === 0 || performance.now() - this.alarmedAt < ALARM_EVERY_MS) return;
    this.alarmedAt = performance.now();
    this.logger.error({ event: 'alarm', unlinked }, ALARM);
  }
}

/** Two processes of one service take different entries: what another has taken is skipped. One statement: it runs twice a second for as long as anybody looks. */
const LINK = `
  with taken as (delete from access_unlinked where entry in (select entry from access_unlinked order by entry limit ${BATCH} for update skip locked) returning entry),
  placed as (insert into access_linked (entry, batch) select entry, $1::text from taken)
  select ${ENTRY_COLUMNS} from access_log l where l.id in (select entry from taken) order by l.id`;

async function linkBatch(manager: EntityManager): Promise<number> {
  const batch = randomUUID();
  const entries = await manager.query<AccessEntry[]>(LINK, [batch]);
  if (entries.length === 0) return 0;
  // Last: from here on the commands of this service wait for the end of the transaction.
  const hash = batchHash(entries);
  await appendAudit(manager, { actor: BATCH_ACTOR, verb: 'link', commandId: batch, requestHash: hash, outcomeHash: contentHash(entries.length), subject: null });
  return entries.length;
}
