/**
 * The heads of the chains, told by every system to the others in turn and kept by them, so that nobody can cut off or rewrite the end of his own chain unseen.
 * Guarantees: what was kept first about a row stays; heads are not rows of the chain, so that telling them makes no new ones.
 * A row younger than the last head that was told can still be lost with its system: at most a second of work, longer while all others are away. One other a
 * second, so that what is told grows with the number of systems and not with its square (decision 0013).
 */
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Logger } from '#kernel/log.js';
import { badInput } from '#kernel/faults.js';
import type { PartyClient } from '../party-client.js';
import type { CommandHandler, Worker } from '../service-definition.js';
import type { ChainHead } from './link.js';

const headShape = z.object({ seq: z.string().regex(/^\d{1,18}$/), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const VERB = 'audit-head';
const PATIENCE_MS = 1_000;

/** Who is away is passed over for the next one, until one has heard it; so often in a round. */
const TRIES = 3;

/** Tells the newest head to one other system that has not heard of it, who heard longest ago first; in the end all have heard the last one. */
export class AnchorWorker implements Worker {
  readonly name = 'audit-anchors';
  readonly everyMs = 1_000;
  private readonly told = new Map<string, string>();
  /** Who comes next stands first. */
  private turns: readonly string[];

  constructor(
    private readonly dataSource: DataSource,
    private readonly parties: Pick<PartyClient, 'command'>,
    others: readonly string[],
  ) {
    this.turns = others;
  }

  async runOnce(): Promise<void> {
    const [head] = await this.dataSource.query<ChainHead[]>('select seq::text as seq, hash from audit_head');
    if (!head) return;
    for (const other of this.turns.filter((one) => this.told.get(one) !== head.hash).slice(0, TRIES)) {
      this.turns = [...this.turns.filter((one) => one !== other), other];
      if (await this.tell(other, head)) return;
    }
  }

  private tell(other: string, head: ChainHead): Promise<boolean> {
    // A head has no business date; the token of the door asks for one.
    const businessDate = new Date().toISOString().slice(0, 10);
    const command = { id: `${head.seq}:${head.hash}`, payload: head, businessDate, viewer: null, epoch: 0, timeoutMs: PATIENCE_MS };
    const heard = (): boolean => {
      this.told.set(other, head.hash);
      return true;
    };
    return this.parties.command(other, VERB, command).then(heard, () => false);
  }
}

/** Keeps the heads that others tell. A head that contradicts an earlier one is told to the log; the earlier one stays. */
export function anchorCommands(dataSource: DataSource, logger: Logger): Readonly<Record<string, CommandHandler>> {
  return {
    [VERB]: async ({ from, payload }) => {
      const head = headShape.safeParse(payload);
      if (!head.success) throw badInput('Het uiteinde van de keten is niet begrepen.');
      const { seq, hash } = head.data;
      const kept: unknown[] = await dataSource.query('insert into audit_anchor (body, seq, hash) values ($1, $2, $3) on conflict do nothing returning seq', [from, seq, hash]);
      if (kept.length === 0 && (await keptHash(dataSource, from, seq)) !== hash) logger.error({ of: from, seq }, 'a head of the audit chain contradicts an earlier one');
      return {};
    },
  };
}

async function keptHash(dataSource: DataSource, body: string, seq: string): Promise<string | null> {
  const [row] = await dataSource.query<{ hash: string }[]>('select hash from audit_anchor where body = $1 and seq = $2', [body, seq]);
  return row?.hash ?? null;
}
