/** The case worker records which places the worker was shown, by whom and when. Architecture section 5: the worker comes first. */
import { badInput, notFound } from '#kernel/faults.js';
import { parseId } from '#kernel/ids.js';
import { wrongRecordDate } from '../domain/client-dates.js';
import type { InformChannel, Offer } from '../domain/offer.js';
import { mayRecord } from '../domain/offer.js';
import { partyFor } from '../domain/parties.js';
import { isRefused, refuse, type Refused } from '../domain/refusals.js';
import { answerTo, storedRefusal, type CommandAnswer } from './answer.js';
import { orUnavailable, received, requirePurpose, type CommandRequest, type CommandServices } from './command.js';

export interface RecordOfferInput {
  readonly commandId: string;
  readonly person: string;
  readonly workplaces: readonly string[];
  readonly recordedOn: string;
  readonly channel: InformChannel;
}

const MAX_WORKPLACES = 20;

export async function recordOffer(services: CommandServices, request: CommandRequest, input: RecordOfferInput): Promise<CommandAnswer> {
  requirePurpose(request);
  const message = received(request, 'record-offer', input);
  const known = await services.store.recall(message);
  if (known !== null) return answerTo(services, request, known, null);
  checkForm(services, request, input);
  const prepared = await prepare(services, request, input);
  if (isRefused(prepared) && prepared.refused === 'BODY_UNAVAILABLE') return answerTo(services, request, storedRefusal(prepared, null), null);
  const outcome = await services.store.once(message, async (tx) => {
    if (isRefused(prepared)) return storedRefusal(prepared, null);
    await tx.insertOffer(prepared);
    return { kind: 'OFFER', id: prepared.id };
  });
  return answerTo(services, request, outcome, null);
}

async function prepare(services: CommandServices, request: CommandRequest, input: RecordOfferInput): Promise<Offer | Refused> {
  if (!request.viewer.roles.includes('CASE_WORKER')) return refuse('NO_AUTHORITY');
  const residence = await orUnavailable(services, async () => {
    const found = await services.bodies.residence(input.person, request);
    if (!found) throw notFound();
    return found;
  });
  if (isRefused(residence)) return residence;
  const authority = partyFor('RESIDENCE_AUTHORITY', `gm-${residence.municipality}`, services.matrix, request.businessDate);
  if (isRefused(authority)) return authority;
  const refused = mayRecord(request.viewer, authority.actingBody);
  const { person, recordedOn, channel } = input;
  const workplaces = [...new Set(input.workplaces)];
  const open = { choice: null, chosen: null, chosenOn: null, representative: null };
  return refused ?? { ...open, id: services.newId(), revision: 1, profile: services.newId(), person, recordedBy: authority.actingBody, recordedOn, channel, workplaces };
}

function checkForm(services: CommandServices, request: CommandRequest, { workplaces, recordedOn }: RecordOfferInput): void {
  if (workplaces.length < 1 || workplaces.length > MAX_WORKPLACES) throw badInput(`Een aanbod noemt 1 tot ${MAX_WORKPLACES} werkplekken.`);
  if (workplaces.some((id) => parseId(id)?.kind !== 'W')) throw badInput('Een van de werkplekken heeft geen geldig nummer.');
  if (workplaces.some((id) => !services.companyCodes.has(parseId(id)?.owner ?? ''))) throw badInput('Een van de werkplekken is niet van een aangesloten sw-bedrijf.');
  const wrong = wrongRecordDate(recordedOn, request.businessDate);
  if (wrong !== null) throw badInput(wrong);
}
