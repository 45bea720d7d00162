// Carries out a decided agreement in this company's own records: the receiving company's held place becomes taken, and each
// company gets its own placement row (architecture decision 10, step confirm; idempotent per agreement and role). Guarantees that
// a company carries out only what it signed itself: this version with this hash, field by field (invariant I2).
import { z } from 'zod';
import { notFound } from '#kernel/faults.js';
import type { CommandHandler } from '#shell/service-definition.js';
import { isCarriedOut } from '../domain/carried-out.js';
import type { AgreedPlacement, Tx } from '../port.js';
import { acceptedTerms } from '../store/acceptances.store.js';
import { removeLease } from '../store/leases.store.js';
import { confirmSuccession } from '../store/successions.store.js';
import { lockWorkplace } from '../store/workplace-lock.js';
import { commandOf, ownLocalId, type CommandParts } from './parts.js';
import { agreementId, day, decimal, ownedId, termsHash, termsVersion, text, workForm } from './payload.js';

const payloadSchema = z.object({
  agreement: agreementId,
  termsVersion,
  termsHash,
  role: z.enum(['RECEIVING', 'PLACING']),
  workplace: ownedId.nullish(),
  employment: ownedId.nullish(),
  hirer: z.object({ id: text, name: text }).nullish(),
  function: text.nullish(),
  workForm,
  hoursPerWeek: decimal,
  secondmentFeePerHour: decimal.nullish(),
  from: day,
  until: day.nullish(),
});
type Payload = z.infer<typeof payloadSchema>;

/**
 * Answers `{ confirmed: true }`; NOT_FOUND, changing nothing and remembering nothing, when the place is not held for this
 * agreement or is not ours, or when we did not sign these terms or signed others. After the decision there is only forward: the coordinator asks again under the same id, and what
 * an operator mended meanwhile must count.
 */
export function confirmAgreement(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload) => {
    const signed = await acceptedTerms(tx, payload);
    if (signed === null || !isCarriedOut(signed, payload)) throw notFound();
    const placement = agreedPlacement(parts, payload);
    if (payload.role === 'RECEIVING') return confirmReceiving(parts, tx, payload, placement);
    if (placement.employment === null) throw notFound();
    await parts.system.recordPlacement(tx, placement);
    return { confirmed: true };
  });
}

async function confirmReceiving(parts: CommandParts, tx: Tx, { agreement, termsVersion: version }: Payload, placement: AgreedPlacement): Promise<object> {
  const { workplace } = placement;
  if (workplace === null) throw notFound();
  await lockWorkplace(tx, workplace);
  const taken = (await confirmSuccession(tx, workplace, agreement, version)) || (await parts.system.take(tx, workplace, agreement, version));
  if (!taken) throw notFound();
  await removeLease(tx, workplace, agreement);
  await parts.system.recordPlacement(tx, placement);
  return { confirmed: true };
}

/** What is another company's stays null: its side is read through the agreement. */
function agreedPlacement(parts: CommandParts, payload: Payload): AgreedPlacement {
  const { hirer } = payload;
  return {
    agreement: payload.agreement,
    employment: ownLocalId(parts, payload.employment, 'E'),
    workplace: ownLocalId(parts, payload.workplace, 'W'),
    hirer: hirer ? { kvkNumber: /^kvk:(\d{8})$/.exec(hirer.id)?.[1] ?? null, name: hirer.name, postcodeArea: null } : null,
    function: payload.function ?? '',
    workForm: payload.workForm,
    hoursPerWeek: payload.hoursPerWeek,
    secondmentFeePerHour: payload.secondmentFeePerHour ?? null,
    from: payload.from,
    until: payload.until ?? null,
  };
}
