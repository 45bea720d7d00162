/** The case worker records that the worker knows the final terms, and how. Domain brief 8.3 invariant 3 (lead time). */
import type { InformChannel } from '../domain/offer.js';
import { decideInform } from '../domain/worker-steps.js';
import type { CommandAnswer } from './answer.js';
import { orBadInput, type CommandRequest, type CommandServices } from './command.js';
import { inAgreement, type AgreementInput } from './in-agreement.js';

export interface InformInput extends AgreementInput {
  readonly informedOn: string;
  readonly channel: InformChannel;
}

export function informWorker(services: CommandServices, request: CommandRequest, input: InformInput): Promise<CommandAnswer> {
  const { expectedVersion, informedOn, channel } = input;
  return inAgreement(services, request, input, {
    verb: 'inform-worker',
    decide: (agreement, actor) => orBadInput(decideInform(agreement, { expectedVersion, informedOn, channel }, actor)),
  });
}
