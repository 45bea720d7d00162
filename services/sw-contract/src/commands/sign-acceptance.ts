// Signs one terms version with this body's own key, on its own officer's ticket, after recomputing the hash of the terms.
// The same version is signed once with one key: a repeat gets the stored signature; after a change of key it is signed anew, and
// what was signed before stays (architecture section 3; invariant I2).
import { CompactSign } from 'jose';
import { z } from 'zod';
import { canonicalJson, contentHash } from '#kernel/canonical.js';
import { badInput, forbidden } from '#kernel/faults.js';
import { openTicket, type TicketClaims } from '#kernel/ticket.js';
import type { CommandHandler } from '#shell/service-definition.js';
import { refusesToSign } from '../domain/acceptance.js';
import type { Tx } from '../port.js';
import { addAcceptance, lockSignatures, storedSignatures, type StoredSignature } from '../store/acceptances.store.js';
import { commandOf, type CommandParts } from './parts.js';
import { agreementId, termsHash, termsVersion, text } from './payload.js';

const json = z.record(z.string(), z.unknown());
const payloadSchema = z.object({
  ticket: z.string().max(16_384),
  agreement: agreementId,
  /** The running agreement that an amendment would replace. */
  amends: agreementId.nullish(),
  termsVersion,
  terms: json,
  termsHash,
  /** The terms input of the officer's own proposal or counter, as he sent it. */
  given: json.nullish(),
  parties: z.array(z.object({ role: text, onBehalfOf: text, basis: text })).max(10),
});
type Payload = z.infer<typeof payloadSchema>;

/** Answers `{ signature, signedAt }`: a compact JWS (ES256) over agreement, the one it amends, terms version, hash and parties. FORBIDDEN without a right to sign. */
export function signAcceptance(parts: CommandParts): CommandHandler {
  return commandOf(parts, payloadSchema, async (tx, payload, command) => {
    const ticket = openTicket(payload.ticket, parts.envelopeKey);
    const given = payload.given ? { hash: contentHash(payload.given), terms: payload.given } : null;
    const own = { body: parts.company.body, rules: parts.authority, date: command.businessDate };
    const refusal = refusesToSign(ticket, { ...payload, amends: payload.amends ?? null, given }, own);
    if (refusal !== null || ticket === null) throw forbidden();
    if (contentHash(payload.terms) !== payload.termsHash) throw badInput('De voorwaarden passen niet bij hun kenmerk.');
    return signOnce(parts, tx, payload, ticket);
  });
}

async function signOnce(parts: CommandParts, tx: Tx, payload: Payload, ticket: TicketClaims): Promise<object> {
  await lockSignatures(tx, payload.agreement);
  const earlier = await storedSignatures(tx, payload.agreement, payload.termsVersion);
  if (!earlier.every((one) => isSame(one, payload))) throw badInput('Deze versie is met een andere inhoud ondertekend.');
  const own = earlier.find((one) => one.keyThumbprint === parts.keyThumbprint);
  if (own) return { signature: own.signature, signedAt: own.signedAt };
  const signedAt = parts.now().toISOString();
  const signature = await sign(parts, payload, signedAt);
  await addAcceptance(tx, { ...payload, signedBy: ticket.viewer.subject, signature, signedAt, keyThumbprint: parts.keyThumbprint });
  return { signature, signedAt };
}

function isSame(earlier: StoredSignature, { termsHash: hash, parties }: Payload): boolean {
  return earlier.termsHash === hash && canonicalJson(earlier.parties) === canonicalJson(parties);
}

/** The officer's own id stays here: the other parties need to know which body signed, not who. */
function sign(parts: CommandParts, payload: Payload, signedAt: string): Promise<string> {
  const { agreement, amends, termsVersion: version, termsHash: hash, parties } = payload;
  // Who accepts an amendment accepts that it ends the running agreement, so the signature names that one.
  const content = canonicalJson({ agreement, ...(amends ? { amends } : {}), termsVersion: version, termsHash: hash, body: parts.company.body, parties, signedAt });
  return new CompactSign(Buffer.from(content))
    .setProtectedHeader({ alg: 'ES256', kid: parts.serviceName, typ: 'acceptance+jws' })
    .sign(parts.signingKey);
}
