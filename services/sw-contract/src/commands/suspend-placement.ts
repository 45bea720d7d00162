// Interrupts the placement of an agreement from a day on (domain brief 8.4, case 13: ill for more than 13 weeks). Said twice is
// said once; the placement itself is not changed.
import { z } from 'zod';
import type { CommandHandler } from '#shell/service-definition.js';
import { suspend } from '../store/suspensions.store.js';
import { commandOf, type CommandParts } from './parts.js';
import { agreementId, day } from './payload.js';

const payloadSchema = z.object({ agreement: agreementId, from: day });

export function suspendPlacement(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload) => {
    await suspend(tx, payload.agreement, payload.from);
    return { suspended: true };
  });
}
