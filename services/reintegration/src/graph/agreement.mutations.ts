/** The commands as mutations: form in, answer out; what is decided is decided in commands/ and domain/. */
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badInput } from '#kernel/faults.js';
import { policy, requiresScope } from '#shell/field-policy-directives.js';
import { acceptAgreement } from '../commands/accept.js';
import { amendAgreement } from '../commands/amend.js';
import { counterAgreement } from '../commands/counter.js';
import { endAgreement } from '../commands/end-agreement.js';
import { informWorker } from '../commands/inform-worker.js';
import { proposeAgreement } from '../commands/propose.js';
import { recordWorkerDecision } from '../commands/record-worker-decision.js';
import { rejectAgreement } from '../commands/reject.js';
import { resumeAgreement } from '../commands/resume.js';
import { suspendAgreement } from '../commands/suspend.js';
import { withdrawAgreement } from '../commands/withdraw.js';
import { checkCommandId, commandRequest, type AgreementContext } from './agreement-context.js';
import {
  AcceptAgreementInput, AmendAgreementInput, AgreementReasonInput, CounterAgreementInput, EndAgreementInput, InformWorkerInput, ProposeAgreementInput, WorkerDecisionInput,
} from './agreement.inputs.js';
import { agreementAnswer, AgreementResult } from './refusal.type.js';
import { wishOf } from './terms.input.js';

const MAX_TEXT = 2_000;
const MOST_REPRESENTATIVES = 5;
const DEFAULT_VALID_DAYS = 21;

@Resolver()
export class AgreementMutations {
  @Mutation(() => AgreementResult, { description: 'Needs a YES of the worker; proposing accepts one\'s own version.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async proposeAgreement(@Arg('input', () => ProposeAgreementInput) input: ProposeAgreementInput, @Ctx() context: AgreementContext) {
    const command = { commandId: checkCommandId(input.commandId), offer: input.offer, terms: wishOf(input.terms), validForDays: input.validForDays ?? DEFAULT_VALID_DAYS };
    return agreementAnswer(await proposeAgreement(context.agreements.services, commandRequest(context, input.terms), command), context);
  }

  @Mutation(() => AgreementResult, { description: 'Other terms: a new version that voids earlier acceptances and accepts itself.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async counterAgreement(@Arg('input', () => CounterAgreementInput) input: CounterAgreementInput, @Ctx() context: AgreementContext) {
    const command = { ...onAgreement(input), terms: wishOf(input.terms) };
    return agreementAnswer(await counterAgreement(context.agreements.services, commandRequest(context, input.terms), command), context);
  }

  @Mutation(() => AgreementResult, { description: 'Names the hash of the terms that are accepted.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async acceptAgreement(@Arg('input', () => AcceptAgreementInput) input: AcceptAgreementInput, @Ctx() context: AgreementContext) {
    const command = { ...onAgreement(input), termsHash: input.termsHash };
    return agreementAnswer(await acceptAgreement(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => AgreementResult)
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async rejectAgreement(@Arg('input', () => AgreementReasonInput) input: AgreementReasonInput, @Ctx() context: AgreementContext) {
    const command = { ...onAgreement(input), reason: input.reason };
    return agreementAnswer(await rejectAgreement(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => AgreementResult)
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async withdrawAgreement(@Arg('input', () => AgreementReasonInput) input: AgreementReasonInput, @Ctx() context: AgreementContext) {
    const command = { ...onAgreement(input), reason: input.reason };
    return agreementAnswer(await withdrawAgreement(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => AgreementResult, { description: 'Of the final terms, in time before the start.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async informWorker(@Arg('input', () => InformWorkerInput) input: InformWorkerInput, @Ctx() context: AgreementContext) {
    const command = { ...onAgreement(input), informedOn: input.informedOn, channel: input.channel };
    return agreementAnswer(await informWorker(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => AgreementResult, { description: 'The worker\'s own yes or no to the final terms.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async recordWorkerDecision(@Arg('input', () => WorkerDecisionInput) input: WorkerDecisionInput, @Ctx() context: AgreementContext) {
    const { decision, decidedOn, evidence = null, representative = null, alsoDecided } = input;
    if ((evidence?.length ?? 0) > MAX_TEXT) throw badInput('De toelichting is te lang.');
    if ((alsoDecided?.length ?? 0) > MOST_REPRESENTATIVES) throw badInput('Dat zijn te veel vertegenwoordigers.');
    const command = { ...onAgreement(input), decision, decidedOn, evidence, representative, ...(alsoDecided ? { alsoDecided } : {}) };
    return agreementAnswer(await recordWorkerDecision(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => AgreementResult, { description: 'Running work stands still, for illness or a strike for instance; the place stays taken.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async suspendAgreement(@Arg('input', () => AgreementReasonInput) input: AgreementReasonInput, @Ctx() context: AgreementContext) {
    const command = { ...onAgreement(input), reason: input.reason };
    return agreementAnswer(await suspendAgreement(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => AgreementResult)
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async resumeAgreement(@Arg('input', () => AgreementReasonInput) input: AgreementReasonInput, @Ctx() context: AgreementContext) {
    const command = { ...onAgreement(input), reason: input.reason };
    return agreementAnswer(await resumeAgreement(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => AgreementResult, { description: 'Other terms for a running agreement: a new proposal that replaces it when it starts. Answers the new one.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async amendAgreement(@Arg('input', () => AmendAgreementInput) input: AmendAgreementInput, @Ctx() context: AgreementContext) {
    const command = { ...onAgreement(input), terms: wishOf(input.terms) };
    return agreementAnswer(await amendAgreement(context.agreements.services, commandRequest(context, input.terms), command), context);
  }

  @Mutation(() => AgreementResult)
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async endAgreement(@Arg('input', () => EndAgreementInput) input: EndAgreementInput, @Ctx() context: AgreementContext) {
    const command = { ...onAgreement(input), endsOn: input.endsOn, reason: input.reason };
    return agreementAnswer(await endAgreement(context.agreements.services, commandRequest(context), command), context);
  }
}

function onAgreement({ commandId, id, expectedVersion }: { commandId: string; id: string; expectedVersion: number }) {
  return { commandId: checkCommandId(commandId), id, expectedVersion };
}
