// Asks the directory about places that have been held for long. Guarantees that a held place is never freed on a clock: only
// on the directory's word, and then exactly as release-workplace does it; no answer keeps the place (security-and-reliability
// section 3, trap a; invariants I4 and I9).
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Fault } from '#kernel/faults.js';
import { formatId } from '#kernel/ids.js';
import type { Logger } from '#kernel/log.js';
import { onceOnly } from '#shell/inbox.js';
import type { PartyClient } from '#shell/party-client.js';
import type { Worker } from '#shell/service-definition.js';
import { highestEpoch } from '../store/epochs.store.js';
import { dueLeases, postpone, stands, type Lease } from '../store/leases.store.js';
import { lockWorkplace } from '../store/workplace-lock.js';
import type { CommandParts } from './parts.js';
import { releaseHold } from './release-workplace.js';

const BATCH = 50;
/** After a question without an answer the others go first. */
const AGAIN_SECONDS = 30;
const answerSchema = z.object({ keep: z.boolean() });

export class HoldWatch implements Worker {
  readonly name = 'hold-watch';
  readonly everyMs = 5_000;

  constructor(
    private readonly parts: CommandParts,
    private readonly parties: PartyClient,
    private readonly logger: Logger,
  ) {}

  /** One question after the other; the first that is not answered ends the round, so that a directory that is away is not hammered. */
  async runOnce(): Promise<void> {
    const due = await this.parts.transaction((tx) => dueLeases(tx, BATCH));
    for (const lease of due) {
      const keep = await this.ask(lease);
      if (keep === null) return this.unanswered(lease);
      if (keep) await this.parts.transaction((tx) => postpone(tx, lease, this.parts.holdAskSeconds));
      else await this.release(lease);
    }
  }

  private async ask(lease: Lease): Promise<boolean | null> {
    const { agreement, termsVersion, businessDate } = lease;
    const workplace = formatId({ owner: this.parts.code, kind: 'W', local: lease.workplace });
    const question = { id: randomUUID(), payload: { agreement, workplace, termsVersion }, businessDate, viewer: null, epoch: 0 };
    try {
      const answer = answerSchema.safeParse(await this.parties.command(this.parts.company.directory, 'hold-status', question));
      return answer.success ? answer.data.keep : null;
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  }

  private async unanswered(lease: Lease): Promise<void> {
    this.logger.warn({ agreement: lease.agreement }, 'the directory does not say whether a hold must stay; it stays');
    await this.parts.transaction((tx) => postpone(tx, lease, Math.min(AGAIN_SECONDS, this.parts.holdAskSeconds)));
  }

  /** The answer is about the hold that was asked about: one that was renewed meanwhile is another. Remembered as a command of our own. */
  private release(lease: Lease): Promise<void> {
    return this.parts.transaction(async (tx) => {
      await lockWorkplace(tx, lease.workplace);
      if (!(await stands(tx, lease))) return;
      const epoch = (await highestEpoch(tx, this.parts.company.directory)) ?? 0;
      const { workplace, agreement, termsVersion } = lease;
      const own = { commandId: randomUUID(), actor: this.parts.serviceName, payload: { workplace, agreement, termsVersion }, verb: 'release-workplace', subject: agreement };
      await onceOnly(tx, own, async () => ({ released: await releaseHold(this.parts, tx, lease, epoch) }));
      this.logger.info({ agreement: lease.agreement }, 'a hold that nobody needs any more is released');
    });
  }
}
