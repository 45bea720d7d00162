// Ends what share-employment allowed, when the agreement leaves without a signature. Nothing to end is no fault.
import { z } from 'zod';
import type { CommandHandler } from '#shell/service-definition.js';
import { removeShares } from '../store/shares.store.js';
import { commandOf, type CommandParts } from './parts.js';
import { agreementId } from './payload.js';

const payloadSchema = z.looseObject({ agreement: agreementId });

export function unshareEmployment(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload) => {
    await removeShares(tx, payload.agreement);
    return { shared: false };
  });
}
