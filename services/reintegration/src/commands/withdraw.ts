/** A party takes back what it accepted, or the residence authority its proposal, before anything is signed; what was held is released. */
import { decideWithdraw } from '../domain/negotiation.js';
import type { CommandAnswer } from './answer.js';
import type { CommandRequest, CommandServices } from './command.js';
import { inAgreement } from './in-agreement.js';
import { checkReason, type ReasonInput } from './reason.js';

export function withdrawAgreement(services: CommandServices, request: CommandRequest, input: ReasonInput): Promise<CommandAnswer> {
  const reason = checkReason(input.reason);
  return inAgreement(services, request, input, {
    verb: 'withdraw',
    decide: (agreement, actor) => decideWithdraw(agreement, input.expectedVersion, reason, actor),
  });
}
