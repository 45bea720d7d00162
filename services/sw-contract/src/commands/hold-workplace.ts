// Holds a place for one agreement: of two that race, one wins, by the company's guarded statement. A hold that its own
// release overtook is refused as cancelled (invariants I1 and I9; architecture decision 10).
import { z } from 'zod';
import type { CommandHandler } from '#shell/service-definition.js';
import { isCancelled } from '../domain/tombstone.js';
import type { HoldOutcome, HoldRequest, Tx } from '../port.js';
import { putLease } from '../store/leases.store.js';
import { putSuccession } from '../store/successions.store.js';
import { findTombstone } from '../store/tombstones.store.js';
import { lockWorkplace } from '../store/workplace-lock.js';
import { commandOf, ownLocalId, type CommandParts } from './parts.js';
import { agreementId, day, decimal, ownedId, termsVersion, text } from './payload.js';

const payloadSchema = z.object({
  agreement: agreementId,
  workplace: ownedId,
  termsVersion,
  /** The running agreement that this one amends. */
  replaces: agreementId.nullish(),
  from: day,
  until: day.nullish(),
  hoursPerWeek: decimal,
  function: text.nullish(),
});

/** Answers `{ held: true }` or `{ held: false, reason }`. */
export function holdWorkplace(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload, command) => {
    const workplace = ownLocalId(parts, payload.workplace, 'W');
    if (workplace === null) return { held: false, reason: 'UNKNOWN' };
    const hold = { ...payload, workplace, until: payload.until ?? null, function: payload.function ?? '' };
    const outcome = await holdOnce(parts, tx, hold, { epoch: command.epoch, replaces: payload.replaces ?? null });
    if (outcome.held) await putLease(tx, { ...hold, businessDate: command.businessDate }, parts.holdAskSeconds);
    return outcome;
  });
}

interface Holding {
  readonly epoch: number;
  readonly replaces: string | null;
}

async function holdOnce(parts: CommandParts, tx: Tx, hold: HoldRequest, { epoch, replaces }: Holding): Promise<HoldOutcome> {
  await lockWorkplace(tx, hold.workplace);
  const tombstone = await findTombstone(tx, hold.workplace, hold.agreement);
  if (isCancelled(tombstone, { epoch, termsVersion: hold.termsVersion })) return { held: false, reason: 'CANCELLED' };
  if (replaces === null || (await parts.system.takenPlace(tx, replaces)) !== hold.workplace) return parts.system.hold(tx, hold);
  return (await putSuccession(tx, hold, replaces)) ? { held: true } : { held: false, reason: 'TAKEN' };
}
