/** The case worker records what the worker chose: YES to one place, NO, or TALK_TO_ME. A no or a wish to talk costs him nothing. */
import { badInput, notFound } from '#kernel/faults.js';
import { decideChoice, type ChoiceMade, type Offer } from '../domain/offer.js';
import { offerScope } from '../domain/policy.js';
import { isRefused, refuse } from '../domain/refusals.js';
import { answerTo, storedRefusal, type CommandAnswer } from './answer.js';
import { received, requirePurpose, type CommandRequest, type CommandServices } from './command.js';
import { retrying } from './in-agreement.js';

export interface RecordWorkerChoiceInput extends ChoiceMade {
  readonly commandId: string;
  readonly offer: string;
}

export async function recordWorkerChoice(services: CommandServices, request: CommandRequest, input: RecordWorkerChoiceInput): Promise<CommandAnswer> {
  requirePurpose(request);
  const allowed = request.viewer.roles.includes('CASE_WORKER');
  const visible = allowed ? await services.store.findOffer(input.offer, offerScope(request.viewer)) : null;
  if (allowed && !visible) throw notFound();
  if (visible) checkForm(request, visible, input);
  const { commandId: _commandId, offer: id, ...made } = input;
  const outcome = await retrying(() =>
    services.store.once(received(request, 'record-worker-choice', input), async (tx) => {
      const before = allowed ? await tx.loadOffer(id) : null;
      if (!before) return storedRefusal(refuse('NO_AUTHORITY'), null);
      const after = decideChoice(before, await tx.offerUse(id), request.viewer, made);
      if (isRefused(after)) return storedRefusal(after, null);
      await tx.updateOffer(before, after);
      return { kind: 'OFFER', id };
    }),
  );
  return answerTo(services, request, outcome, null);
}

function checkForm(request: CommandRequest, offer: Offer, { choice, workplace, chosenOn }: RecordWorkerChoiceInput): void {
  if (chosenOn > request.businessDate) throw badInput('U legt vast wat is gebeurd: de datum ligt niet in de toekomst.');
  if (chosenOn < offer.recordedOn) throw badInput('De keuze ligt voor het aanbod.');
  if (choice === 'YES' && (workplace === null || !offer.workplaces.includes(workplace))) throw badInput('Een ja noemt een van de aangeboden werkplekken.');
  if (choice !== 'YES' && workplace !== null) throw badInput('Alleen een ja noemt een werkplek.');
}
