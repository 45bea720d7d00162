/** The case worker records the worker's own yes (instemming) or no; a yes starts the commitment. Domain brief 8.3 invariant 4 and 2.11. */
import type { WorkerDecision } from '../domain/agreement.js';
import type { IndicationFacts, RepresentativeFacts } from '../domain/facts.js';
import { decideWorkerAnswer, mayAnswerNow } from '../domain/worker-steps.js';
import { isRefused } from '../domain/refusals.js';
import type { CommandAnswer } from './answer.js';
import { orBadInput, orUnavailable, type CommandRequest, type CommandServices } from './command.js';
import { inAgreement, type AgreementInput } from './in-agreement.js';

export interface WorkerDecisionInput extends AgreementInput {
  readonly decision: WorkerDecision;
  readonly decidedOn: string;
  readonly evidence: string | null;
  readonly representative: string | null;
  /** Other representatives who decided with them; absent: none. */
  readonly alsoDecided?: readonly string[];
}

interface Known {
  readonly representatives: readonly RepresentativeFacts[];
  readonly indication: IndicationFacts | null;
}

export function recordWorkerDecision(services: CommandServices, request: CommandRequest, input: WorkerDecisionInput): Promise<CommandAnswer> {
  const { expectedVersion, decision, decidedOn, evidence, representative, alsoDecided = [] } = input;
  const others = alsoDecided.length > 0 ? { alsoDecided } : {};
  const answerBy = (body: string) => ({ decision, decidedOn, recordedBy: body, evidence, representative, ...others });
  return inAgreement<Known>(services, request, input, {
    verb: 'record-worker-decision',
    async prepare(agreement, actor) {
      const stopped = mayAnswerNow(agreement, { expectedVersion, answer: answerBy(actor.viewer.body) }, actor);
      if (stopped) return orBadInput(stopped);
      // A no asks nobody's leave, so it is recorded while other systems are away.
      if (decision === 'DECLINED') return { representatives: [], indication: null };
      const asked = await orUnavailable(services, () => services.bodies.representatives(agreement.person, request));
      if (isRefused(asked)) return asked;
      return { representatives: asked, indication: await services.ownFacts.indicationOf(agreement.person, request.businessDate) };
    },
    decide(agreement, actor, known) {
      return orBadInput(decideWorkerAnswer(agreement, { expectedVersion, answer: answerBy(actor.viewer.body), ...known }, actor));
    },
  });
}
