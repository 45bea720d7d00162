/**
 * The case worker records what the worker chose: YES to one place, NO, or TALK_TO_ME. A no or a wish to talk costs him nothing.
 * Guarantees: recorded by who acts for the worker's college today, not only when the offer was made (domain brief 8.4 row 19).
 */
import { badInput, notFound } from '#kernel/faults.js';
import { wrongRecordDate } from '../domain/client-dates.js';
import { decideChoice, mayRecord, type ChoiceMade, type Offer } from '../domain/offer.js';
import { partyFor } from '../domain/parties.js';
import { offerScope } from '../domain/policy.js';
import { isRefused, refuse, type Refused } from '../domain/refusals.js';
import { representativeIsKnown } from '../domain/worker-steps.js';
import { answerTo, storedRefusal, type CommandAnswer } from './answer.js';
import { orUnavailable, received, requirePurpose, type CommandRequest, type CommandServices } from './command.js';
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
  const { commandId: _commandId, offer: id, ...made } = input;
  const message = received(request, 'record-worker-choice', input);
  const known = await services.store.recall(message);
  if (known !== null) return answerTo(services, request, known, null);
  if (visible) checkForm(request, visible, input);
  const stopped = visible ? ((await mayStillRecord(services, request, visible)) ?? (await namesAStranger(services, request, visible, input))) : null;
  if (stopped?.refused === 'BODY_UNAVAILABLE') return answerTo(services, request, storedRefusal(stopped, null), null);
  const outcome = await retrying(() =>
    services.store.once(message, async (tx) => {
      const before = allowed ? await tx.loadOffer(id) : null;
      if (!before) return storedRefusal(refuse('NO_AUTHORITY'), null);
      if (stopped) return storedRefusal(stopped, null);
      const after = decideChoice(before, await tx.offerUse(id), request.viewer, made);
      if (isRefused(after)) return storedRefusal(after, null);
      await tx.updateOffer(before, after);
      return { kind: 'OFFER', id };
    }),
  );
  return answerTo(services, request, outcome, null);
}

/** While the worker's residence cannot be asked, nobody can propose either, so a no comes in time. */
async function mayStillRecord(services: CommandServices, request: CommandRequest, { person }: Offer): Promise<Refused | null> {
  const residence = await orUnavailable(services, async () => (await services.bodies.residence(person, request)) ?? refuse('NO_AUTHORITY'));
  if (isRefused(residence)) return residence;
  const authority = partyFor('RESIDENCE_AUTHORITY', `gm-${residence.municipality}`, services.matrix, request.businessDate);
  return isRefused(authority) ? authority : mayRecord(request.viewer, authority.actingBody);
}

/** Only a choice that names a representative asks who stands by the worker. */
async function namesAStranger(services: CommandServices, request: CommandRequest, { person }: Offer, { representative, chosenOn }: RecordWorkerChoiceInput): Promise<Refused | null> {
  if (representative === null) return null;
  const known = await orUnavailable(services, () => services.bodies.representatives(person, request));
  return isRefused(known) ? known : representativeIsKnown(representative, known, chosenOn);
}

function checkForm(request: CommandRequest, offer: Offer, { choice, workplace, chosenOn }: RecordWorkerChoiceInput): void {
  const wrong = wrongRecordDate(chosenOn, request.businessDate);
  if (wrong !== null) throw badInput(wrong);
  if (chosenOn < offer.recordedOn) throw badInput('De keuze ligt voor het aanbod.');
  if (choice === 'YES' && (workplace === null || !offer.workplaces.includes(workplace))) throw badInput('Een ja noemt een van de aangeboden werkplekken.');
  if (choice !== 'YES' && workplace !== null) throw badInput('Alleen een ja noemt een werkplek.');
}
