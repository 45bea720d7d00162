/** A new immutable terms version with the acceptance of the body that wrote it: the common part of proposing and countering. */
import { contentHash } from '#kernel/canonical.js';
import type { TermsVersion } from '../domain/agreement.js';
import type { TermsFacts } from '../domain/facts.js';
import { checkDraft, type Draft } from '../domain/negotiation.js';
import { requiredParties } from '../domain/parties.js';
import { isRefused, refuse, type Refused } from '../domain/refusals.js';
import type { Actor } from '../domain/standing.js';
import type { CommandRequest, CommandServices } from './command.js';
import { completeTerms, type TermsWish } from './gather-facts.js';
import { signAcceptance } from './sign-acceptance.js';

/** The draft without the overlapping agreements, which only the transaction knows for sure. */
export type PreparedDraft = Omit<Draft, 'overlapping'>;

/** Checks before it asks for a signature: a body does not sign what will be refused. */
export async function draftTerms(
  services: CommandServices,
  request: CommandRequest,
  actor: Actor,
  draft: { readonly agreement: string; readonly amends: string | null; readonly atOwn: boolean; readonly facts: TermsFacts; readonly wish: TermsWish; nextNumber(): Promise<number> },
): Promise<PreparedDraft | Refused> {
  const terms = await completeTerms(services, request, draft.wish, draft.facts);
  const content = { hash: contentHash(terms), terms, proposedBy: actor.viewer.body, proposedAt: actor.at, facts: draft.facts };
  const parties = requiredParties(draft.facts, services.matrix, request.businessDate);
  if (isRefused(parties)) return parties;
  const own = parties.filter((party) => party.actingBody === actor.viewer.body);
  if (own.length === 0) return refuse('NO_AUTHORITY');
  const refused = checkDraft({ version: { number: 0, ...content }, parties, overlapping: [], acceptances: [] }, actor, draft.atOwn);
  if (refused) return refused;
  const version: TermsVersion = { number: await draft.nextNumber(), ...content };
  const signed = await signAcceptance(services, request, actor, { agreement: draft.agreement, amends: draft.amends, version, parties: own });
  return isRefused(signed) ? signed : { version, parties, acceptances: signed.acceptances };
}
