// Ends the placement of an agreement on a given last day. At the receiving company the place is free from the day after, unless an
// amendment waits for it: that one has it at once, whoever else asks (invariants I1 and I3).
import { z } from 'zod';
import type { CommandHandler } from '#shell/service-definition.js';
import type { Successor, Tx } from '../port.js';
import { endSuccession, takeSuccessor } from '../store/successions.store.js';
import { lockWorkplace } from '../store/workplace-lock.js';
import { commandOf, type CommandParts } from './parts.js';
import { agreementId, day } from './payload.js';

/** `successor` says what the sender expects; who waits is what counts, so that a place goes to nobody who did not hold it. */
const payloadSchema = z.object({ agreement: agreementId, endsOn: day, successor: agreementId.nullish() });

/** Answers `{ ended: true }`, or `{ ended: false }` for an agreement without a placement here. */
export function endPlacement(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, { agreement, endsOn }) => {
    await endSuccession(tx, agreement);
    return { ended: await parts.system.endPlacement(tx, agreement, endsOn, await successorOf(parts, tx, agreement)) };
  });
}

async function successorOf(parts: CommandParts, tx: Tx, agreement: string): Promise<Successor | null> {
  const place = await parts.system.takenPlace(tx, agreement);
  if (place === null) return null;
  await lockWorkplace(tx, place);
  return takeSuccessor(tx, place, agreement);
}
