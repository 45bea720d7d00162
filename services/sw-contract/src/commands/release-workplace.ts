// Releases a place that was held and not confirmed, and leaves a tombstone, also when the hold did not arrive yet
// (architecture decision 10; invariant I9: a rejected agreement holds nothing).
import { z } from 'zod';
import type { CommandHandler } from '#shell/service-definition.js';
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
    await lockWorkplace(tx, workplace);
    const held = await parts.system.release(tx, workplace, payload.agreement);
    await putTombstone(tx, workplace, payload.agreement, { epoch: command.epoch, termsVersion: payload.termsVersion ?? held });
    return { released: held !== null };
  });
}
