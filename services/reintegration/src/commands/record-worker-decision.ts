/** The case worker records the worker's own yes (instemming) or no; a yes starts the commitment. Domain brief 8.3 invariant 4 and 2.11. */
import type { WorkerDecision } from '../domain/agreement.js';
import type { RepresentativeFacts } from '../domain/facts.js';
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
}

interface Known {
  readonly representatives: readonly RepresentativeFacts[];
}

export function recordWorkerDecision(services: CommandServices, request: CommandRequest, input: WorkerDecisionInput): Promise<CommandAnswer> {
  const { expectedVersion, decision, decidedOn, evidence, representative } = input;
  const answerBy = (body: string) => ({ decision, decidedOn, recordedBy: body, evidence, representative });
  return inAgreement<Known>(services, request, input, {
    verb: 'record-worker-decision',
    async prepare(agreement, actor) {
      const stopped = mayAnswerNow(agreement, { expectedVersion, answer: answerBy(actor.viewer.body) }, actor);
      if (stopped) return orBadInput(stopped);
      // A no asks nobody's leave, so it is recorded while other systems are away.
      if (decision === 'DECLINED') return { representatives: [] };
      const asked = await orUnavailable(services, () => services.bodies.representatives(agreement.person, request));
      return isRefused(asked) ? asked : { representatives: asked };
    },
    decide(agreement, actor, { representatives }) {
      return orBadInput(decideWorkerAnswer(agreement, { expectedVersion, answer: answerBy(actor.viewer.body), representatives }, actor));
    },
  });
}
