/** A party puts other terms on the table: a new immutable version that voids what was accepted and accepts itself. Architecture section 5. */
import type { Agreement } from '../domain/agreement.js';
import { startsWhileRunning } from '../domain/amendment.js';
import { decideCounter, hasOwnPlace, mayCounter } from '../domain/negotiation.js';
import { firstRefusal, isRefused } from '../domain/refusals.js';
import { speaksForAParty, versionIs } from '../domain/standing.js';
import type { CommandAnswer } from './answer.js';
import type { CommandRequest, CommandServices } from './command.js';
import { draftTerms, type PreparedDraft } from './draft-terms.js';
import { refreshFacts, type TermsWish } from './gather-facts.js';
import { inAgreement, itselfAndAmended, type AgreementInput } from './in-agreement.js';

export interface CounterInput extends AgreementInput {
  readonly terms: TermsWish;
}

export function counterAgreement(services: CommandServices, request: CommandRequest, input: CounterInput): Promise<CommandAnswer> {
  return inAgreement<PreparedDraft>(services, request, input, {
    verb: 'counter',
    async prepare(agreement, actor) {
      const amended = await amendedBy(services, agreement);
      const refused = firstRefusal(
        () => speaksForAParty(agreement, actor),
        () => versionIs(agreement, input.expectedVersion),
        () => mayCounter(agreement, actor),
        () => (amended ? startsWhileRunning(amended, input.terms.from) : null),
      );
      if (refused) return refused;
      const facts = await refreshFacts(services, request, agreement.person, agreement.current.facts);
      if (isRefused(facts)) return facts;
      return draftTerms(services, request, actor, {
        agreement: agreement.id,
        amends: agreement.amends,
        atOwn: hasOwnPlace(agreement),
        facts,
        wish: input.terms,
        nextNumber: () => services.store.transaction((tx) => tx.nextTermsNumber(agreement.id)),
      });
    },
    async decide(agreement, actor, draft, tx) {
      const { from, until } = draft.version.terms;
      const overlapping = await tx.overlapping(agreement.person, from, until, itselfAndAmended(agreement));
      return decideCounter(agreement, input.expectedVersion, { ...draft, overlapping }, actor);
    },
  });
}

/** Its terms are signed and do not change any more, so they may be looked at before the transaction. */
async function amendedBy({ store }: CommandServices, { amends }: Agreement): Promise<Agreement | null> {
  return amends === null ? null : store.transaction((tx) => tx.load(amends));
}
