/** A party accepts the terms it has seen, by their hash, signed by its own service. The last one starts the reservation. Architecture section 5. */
import { decideAccept, mayAcceptNow, type AcceptRequest } from '../domain/negotiation.js';
import { openParties } from '../domain/standing.js';
import type { CommandAnswer } from './answer.js';
import type { CommandRequest, CommandServices } from './command.js';
import { inAgreement, itselfAndAmended, type AgreementInput } from './in-agreement.js';
import { signAcceptance, type Signed } from './sign-acceptance.js';

export interface AcceptInput extends AgreementInput {
  readonly termsHash: string;
}

export function acceptAgreement(services: CommandServices, request: CommandRequest, input: AcceptInput): Promise<CommandAnswer> {
  const { expectedVersion, termsHash } = input;
  return inAgreement<Signed>(services, request, input, {
    verb: 'accept',
    async prepare(agreement, actor) {
      const asked: AcceptRequest = { expectedVersion, termsHash, overlapping: [] };
      const refused = mayAcceptNow(agreement, asked, actor);
      if (refused) return refused;
      const parties = openParties(agreement).filter((party) => party.actingBody === actor.viewer.body);
      return signAcceptance(services, request, actor, { agreement: agreement.id, amends: agreement.amends, version: agreement.current, parties });
    },
    async decide(agreement, actor, { acceptances }, tx) {
      const { from, until } = agreement.current.terms;
      const overlapping = await tx.overlapping(agreement.person, from, until, itselfAndAmended(agreement));
      return decideAccept(agreement, { expectedVersion, termsHash, overlapping }, acceptances, actor);
    },
  });
}
