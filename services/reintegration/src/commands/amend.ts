/**
 * A party proposes other terms for a running agreement: a new agreement, negotiated like any other, that replaces the running one when it starts.
 * Architecture section 5. Guarantees: at most one live amendment per agreement, also under two simultaneous ones (the version of the running one is raised).
 */
import type { Agreement, ProposedEvent } from '../domain/agreement.js';
import { decideAmend, mayAmendNow } from '../domain/amendment.js';
import { addDays } from '#law/terms/calendar.js';
import type { AgreementTransaction } from '../domain/ports.js';
import { isRefused } from '../domain/refusals.js';
import type { Actor } from '../domain/standing.js';
import type { CommandAnswer } from './answer.js';
import { beginAgreement } from './begin-agreement.js';
import type { CommandRequest, CommandServices } from './command.js';
import { draftTerms, type PreparedDraft } from './draft-terms.js';
import { gatherFacts, refreshFacts, type TermsWish } from './gather-facts.js';
import { inAgreement, type AgreementInput } from './in-agreement.js';

export interface AmendInput extends AgreementInput {
  readonly terms: TermsWish;
}

/** As long as a proposal that names no term (contract: ProposeAgreementInput.validForDays). */
const VALID_DAYS = 21;

type Prepared = PreparedDraft & { readonly id: string };

export function amendAgreement(services: CommandServices, request: CommandRequest, input: AmendInput): Promise<CommandAnswer> {
  return inAgreement<Prepared>(services, request, input, {
    verb: 'amend',
    async prepare(agreement, actor) {
      const live = await services.store.transaction((tx) => tx.liveAmendment(agreement.id));
      const refused = mayAmendNow(agreement, input.expectedVersion, live, actor);
      if (refused) return refused;
      const facts = await factsFor(services, request, agreement);
      if (isRefused(facts)) return facts;
      const id = services.newId();
      const draft = await draftTerms(services, request, actor, { agreement: id, amends: agreement.id, atOwn: true, nextNumber: () => Promise.resolve(1), facts, wish: input.terms });
      return isRefused(draft) ? draft : { ...draft, id };
    },
    async decide(agreement, actor, prepared, tx) {
      const { id, ...draft } = prepared;
      const { from, until } = draft.version.terms;
      const overlapping = await tx.overlapping(agreement.person, from, until, [agreement.id]);
      const live = await tx.liveAmendment(agreement.id);
      const decision = decideAmend(agreement, { expectedVersion: input.expectedVersion, by: id, draft: { ...draft, overlapping }, live }, actor);
      if (!isRefused(decision)) await insertAmendment(tx, agreement, prepared, actor);
      return decision;
    },
    answersWith: ({ id }) => id,
  });
}

/** The case worker may ask where the worker lives now, so that the right college becomes a party; the firms keep what the running agreement knows. */
function factsFor(services: CommandServices, request: CommandRequest, { person, current }: Agreement): ReturnType<typeof gatherFacts> {
  return request.viewer.roles.includes('CASE_WORKER') ? gatherFacts(services, request, person, current.terms.workplace) : refreshFacts(services, request, person, current.facts);
}

async function insertAmendment(tx: AgreementTransaction, amended: Agreement, { id, version, parties, acceptances }: Prepared, actor: Actor): Promise<void> {
  const { person, profile, offer } = amended;
  const event: ProposedEvent = { type: 'PROPOSED', id, person, profile, offer, terms: version, parties, acceptances, expiresOn: addDays(actor.on, VALID_DAYS), amends: amended.id };
  await beginAgreement(tx, event, actor);
}
