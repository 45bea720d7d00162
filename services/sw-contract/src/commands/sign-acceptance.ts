// Signs one terms version with this body's own key, on its own officer's ticket, after recomputing the hash of the terms.
// The same version is signed once: a repeat gets the stored signature (architecture section 3; invariant I2).
import { CompactSign } from 'jose';
import { z } from 'zod';
import { canonicalJson, contentHash } from '#kernel/canonical.js';
import { badInput, forbidden } from '#kernel/faults.js';
import { openTicket, type TicketClaims } from '#kernel/ticket.js';
import type { CommandHandler } from '#shell/service-definition.js';
import { refusesToSign } from '../domain/acceptance.js';
import type { Tx } from '../port.js';
import { addAcceptance, findAcceptance } from '../store/acceptances.store.js';
import { commandOf, type CommandParts } from './parts.js';
import { agreementId, termsHash, termsVersion, text } from './payload.js';

const bodies = z.union([z.array(text), text.transform((one) => [one])]);
const payloadSchema = z.object({
  ticket: z.string().max(16_384),
  agreement: agreementId,
  termsVersion,
  terms: z.record(z.string(), z.unknown()),
  termsHash,
  roles: z.array(text),
  onBehalfOf: bodies,
});
type Payload = z.infer<typeof payloadSchema>;

/** Answers `{ signature, signedAt }`: a compact JWS (ES256) over agreement, terms version, hash and party. FORBIDDEN without a right to sign. */
export function signAcceptance(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload, command) => {
    const ticket = openTicket(payload.ticket, parts.envelopeKey);
    const refusal = refusesToSign(ticket, payload, parts.company.body, parts.authority, command.businessDate);
    if (refusal !== null || ticket === null) throw forbidden();
    if (contentHash(payload.terms) !== payload.termsHash) throw badInput('De voorwaarden passen niet bij hun kenmerk.');
    return signOnce(parts, tx, payload, ticket);
  });
}

async function signOnce(parts: CommandParts, tx: Tx, payload: Payload, ticket: TicketClaims): Promise<object> {
  const earlier = await findAcceptance(tx, payload.agreement, payload.termsVersion);
  if (earlier !== null) {
    if (earlier.termsHash !== payload.termsHash) throw badInput('Deze versie is met andere voorwaarden ondertekend.');
    return { signature: earlier.signature, signedAt: earlier.signedAt };
  }
  const signedAt = parts.now().toISOString();
  const signature = await sign(parts, payload, signedAt);
  await addAcceptance(tx, { ...payload, signedBy: ticket.viewer.subject, signature, signedAt });
  return { signature, signedAt };
}

/** The officer's own id stays here: the other parties need to know which body signed, not who. */
function sign(parts: CommandParts, payload: Payload, signedAt: string): Promise<string> {
  const { agreement, termsVersion: version, termsHash: hash, roles, onBehalfOf } = payload;
  const content = canonicalJson({ agreement, termsVersion: version, termsHash: hash, body: parts.company.body, roles, onBehalfOf, signedAt });
  return new CompactSign(Buffer.from(content))
    .setProtectedHeader({ alg: 'ES256', kid: parts.serviceName, typ: 'acceptance+jws' })
    .sign(parts.signingKey);
}
