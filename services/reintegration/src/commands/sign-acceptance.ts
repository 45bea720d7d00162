/**
 * Has the accepting body sign: by its own service under the gateway's ticket, for all roles in which it acts.
 * Architecture section 3: nobody signs for a body but its own system; the joint service's key lives here.
 */
import type { Acceptance, TermsVersion } from '../domain/agreement.js';
import { signedParties, type Party } from '../domain/party.js';
import type { Refused } from '../domain/refusals.js';
import { isRefused } from '../domain/refusals.js';
import type { Actor } from '../domain/standing.js';
import { orUnavailable, type CommandRequest, type CommandServices } from './command.js';

export interface ToSign {
  readonly agreement: string;
  readonly amends: string | null;
  readonly version: TermsVersion;
  /** The parties for whom the actor's body acts and that have not accepted this version. */
  readonly parties: readonly Party[];
}

export interface Signed {
  readonly acceptances: readonly Acceptance[];
}

/** One signature, one acceptance per role. BODY_UNAVAILABLE when the body's own service does not answer. */
export async function signAcceptance(services: CommandServices, request: CommandRequest, actor: Actor, toSign: ToSign): Promise<Signed | Refused> {
  const { agreement, amends, version, parties } = toSign;
  const body = actor.viewer.body;
  const signature = await orUnavailable(services, async () => ({
    jws: await services.signer.sign(
      body,
      {
        agreement,
        amends,
        termsVersion: version.number,
        termsHash: version.hash,
        terms: version.terms,
        parties: signedParties(parties, body),
        given: request.given,
      },
      request.ticket,
      request,
    ),
  }));
  if (isRefused(signature)) return signature;
  return { acceptances: parties.map(({ role }) => ({ role, actingBody: body, termsVersion: version.number, at: actor.at, signature: signature.jws })) };
}
