/** A party lets running work stand still; both companies are told from which day. Domain brief 8.4 rows 13 and 14. */
import { decideSuspend } from '../domain/suspension.js';
import type { CommandAnswer } from './answer.js';
import type { CommandRequest, CommandServices } from './command.js';
import { inAgreement } from './in-agreement.js';
import { checkReason, type ReasonInput } from './reason.js';

export function suspendAgreement(services: CommandServices, request: CommandRequest, input: ReasonInput): Promise<CommandAnswer> {
  const reason = checkReason(input.reason);
  return inAgreement(services, request, input, {
    verb: 'suspend',
    decide: (agreement, actor) => decideSuspend(agreement, input.expectedVersion, reason, actor),
  });
}
