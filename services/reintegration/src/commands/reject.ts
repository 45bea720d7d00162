/** A party that has not accepted the terms on the table ends the negotiation, with its reason. */
import { decideReject } from '../domain/negotiation.js';
import type { CommandAnswer } from './answer.js';
import type { CommandRequest, CommandServices } from './command.js';
import { inAgreement } from './in-agreement.js';
import { checkReason, type ReasonInput } from './reason.js';

export function rejectAgreement(services: CommandServices, request: CommandRequest, input: ReasonInput): Promise<CommandAnswer> {
  const reason = checkReason(input.reason);
  return inAgreement(services, request, input, {
    verb: 'reject',
    decide: (agreement, actor) => decideReject(agreement, input.expectedVersion, reason, actor),
  });
}
