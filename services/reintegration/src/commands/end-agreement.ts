/** A party ends a running agreement with the agreed notice; both companies record the last day. Domain brief 8.4 row 2 and BW 7:672. */
import { badInput } from '#kernel/faults.js';
import { impossibleDate } from '../domain/client-dates.js';
import { decideEnd } from '../domain/worker-steps.js';
import type { CommandAnswer } from './answer.js';
import type { CommandRequest, CommandServices } from './command.js';
import { inAgreement } from './in-agreement.js';
import { checkReason, type ReasonInput } from './reason.js';

export interface EndInput extends ReasonInput {
  readonly endsOn: string;
}

export function endAgreement(services: CommandServices, request: CommandRequest, input: EndInput): Promise<CommandAnswer> {
  const reason = checkReason(input.reason);
  // Not whether the day is past: a repeat of a later day is told what came of its first time (security-and-reliability I5), and the notice sees to the rest.
  const impossible = impossibleDate([input.endsOn], request.businessDate);
  if (impossible !== null) throw badInput(impossible);
  return inAgreement(services, request, input, {
    verb: 'end',
    async decide(agreement, actor, _prepared, tx) {
      const live = await tx.liveAmendment(agreement.id);
      return decideEnd(agreement, input.expectedVersion, { endsOn: input.endsOn, reason, live }, actor);
    },
  });
}
