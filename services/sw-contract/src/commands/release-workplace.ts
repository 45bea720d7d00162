// Releases a place that was held and not confirmed, and leaves a tombstone, also when the hold did not arrive yet
// (architecture decision 10; invariant I9: a rejected agreement holds nothing).
import { z } from 'zod';
import type { CommandHandler } from '#shell/service-definition.js';
import type { Tx } from '../port.js';
import { removeLease } from '../store/leases.store.js';
import { releaseSuccession } from '../store/successions.store.js';
import { putTombstone } from '../store/tombstones.store.js';
import { lockWorkplace } from '../store/workplace-lock.js';
import { commandOf, ownLocalId, type CommandParts } from './parts.js';
import { agreementId, ownedId, termsVersion } from './payload.js';

const payloadSchema = z.object({ agreement: agreementId, workplace: ownedId, termsVersion: termsVersion.nullish() });

/** Answers `{ released: true }` when a hold ended now, `{ released: false }` when there was none. */
export function releaseWorkplace(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload, command) => {
    const workplace = ownLocalId(parts, payload.workplace, 'W');
    if (workplace === null) return { released: false };
    const hold = { workplace, agreement: payload.agreement, termsVersion: payload.termsVersion ?? null };
    return { released: await releaseHold(parts, tx, hold, command.epoch) };
  });
}

interface ReleasedHold {
  /** Local id. */
  readonly workplace: string;
  readonly agreement: string;
  /** Null: whatever is held. */
  readonly termsVersion: number | null;
}

/** The one way in which a hold ends without a placement. True when there was one. */
export async function releaseHold(parts: CommandParts, tx: Tx, { workplace, agreement, termsVersion }: ReleasedHold, epoch: number): Promise<boolean> {
  await lockWorkplace(tx, workplace);
  const held = (await releaseSuccession(tx, workplace, agreement)) ?? (await parts.system.release(tx, workplace, agreement));
  await putTombstone(tx, workplace, agreement, { epoch, termsVersion: termsVersion ?? held });
  await removeLease(tx, workplace, agreement);
  return held !== null;
}
