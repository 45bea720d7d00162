// Ends what suspend-placement began: from this day on the placement is active again. Nothing to resume is no fault.
import { z } from 'zod';
import type { CommandHandler } from '#shell/service-definition.js';
import { resume } from '../store/suspensions.store.js';
import { commandOf, type CommandParts } from './parts.js';
import { agreementId, day } from './payload.js';

const payloadSchema = z.object({ agreement: agreementId, on: day });

/** Answers `{ resumed: true }` when a suspension ended now. */
export function resumePlacement(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload) => ({ resumed: await resume(tx, payload.agreement, payload.on) }));
}
