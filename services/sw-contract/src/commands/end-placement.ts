// Ends the placement of an agreement on a given last day; at the receiving company the place is free from the day after.
import { z } from 'zod';
import type { CommandHandler } from '#shell/service-definition.js';
import { commandOf, type CommandParts } from './parts.js';
import { agreementId, day } from './payload.js';

const payloadSchema = z.object({ agreement: agreementId, endsOn: day });

/** Answers `{ ended: true }`, or `{ ended: false }` for an agreement without a placement here. */
export function endPlacement(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload) => ({
    ended: await parts.system.endPlacement(tx, payload.agreement, payload.endsOn),
  }));
}
