// Lets the named bodies read one employment (with the worker's name) while an agreement about it is negotiated: the directory
// sends it only after the worker's YES (architecture section 5; domain brief 2.10).
import { z } from 'zod';
import { badInput } from '#kernel/faults.js';
import type { CommandHandler } from '#shell/service-definition.js';
import { addShares } from '../store/shares.store.js';
import { commandOf, ownLocalId, type CommandParts } from './parts.js';
import { agreementId, ownedId, text } from './payload.js';

const payloadSchema = z.object({ agreement: agreementId, employment: ownedId, with: z.array(text).max(20) });

export function shareEmployment(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload) => {
    const employment = ownLocalId(parts, payload.employment, 'E');
    if (employment === null) throw badInput('Deze dienstbetrekking is niet van dit bedrijf.');
    await addShares(tx, { agreement: payload.agreement, employment }, payload.with);
    return { shared: true };
  });
}
