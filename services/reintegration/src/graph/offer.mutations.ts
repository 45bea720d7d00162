/** What the worker was shown and what he chose, recorded by his case worker. */
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { policy, requiresScope } from '#shell/field-policy-directives.js';
import { recordOffer } from '../commands/record-offer.js';
import { recordWorkerChoice } from '../commands/record-worker-choice.js';
import { checkCommandId, commandRequest, type AgreementContext } from './agreement-context.js';
import { RecordOfferInput, RecordWorkerChoiceInput } from './agreement.inputs.js';
import { offerAnswer, OfferResult } from './refusal.type.js';

@Resolver()
export class OfferMutations {
  @Mutation(() => OfferResult, { description: 'The worker was shown these places, by whom, when.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async recordOffer(@Arg('input', () => RecordOfferInput) input: RecordOfferInput, @Ctx() context: AgreementContext) {
    const { person, workplaces, recordedOn, channel } = input;
    const command = { commandId: checkCommandId(input.commandId), person, workplaces, recordedOn, channel };
    return offerAnswer(await recordOffer(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => OfferResult, { description: 'YES to one place, NO, or TALK_TO_ME.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async recordWorkerChoice(@Arg('input', () => RecordWorkerChoiceInput) input: RecordWorkerChoiceInput, @Ctx() context: AgreementContext) {
    const { offer, choice, workplace = null, chosenOn, representative = null } = input;
    const command = { commandId: checkCommandId(input.commandId), offer, choice, workplace, chosenOn, representative };
    return offerAnswer(await recordWorkerChoice(context.agreements.services, commandRequest(context), command), context);
  }
}
