/** Work that stood still goes on, if the indication still carries it: asked before the transaction, as every fact. Domain brief 8.4 rows 13 and 14. */
import type { IndicationFacts } from '../domain/facts.js';
import { decideResume } from '../domain/suspension.js';
import type { CommandAnswer } from './answer.js';
import type { CommandRequest, CommandServices } from './command.js';
import { inAgreement } from './in-agreement.js';
import { checkReason, type ReasonInput } from './reason.js';

interface Known {
  readonly indication: IndicationFacts | null;
}

export function resumeAgreement(services: CommandServices, request: CommandRequest, input: ReasonInput): Promise<CommandAnswer> {
  const reason = checkReason(input.reason);
  const { expectedVersion } = input;
  return inAgreement<Known>(services, request, input, {
    verb: 'resume',
    prepare: async (agreement) => ({ indication: await services.ownFacts.indicationOf(agreement.person, request.businessDate) }),
    decide: (agreement, actor, { indication }) => decideResume(agreement, { expectedVersion, reason, indication }, actor),
  });
}
