/** Steps that several chapters take, told as they are taken. */
import type { AgreementView, OptionView, Party } from '../answers.js';
import * as deed from '../deeds.js';
import { dossierOf } from '../people.js';
import { roleWord } from '../words.js';
import { daysAfter, eventually, StoryBroken, type World } from '../world.js';

export const NOTICE_DAYS = 29;

export function termsFrom(today: string, hoursPerWeek: string): deed.TermsGiven {
  return { workForm: 'SECONDMENT_INDIVIDUAL', from: daysAfter(today, NOTICE_DAYS), hoursPerWeek, secondmentFeePerHour: '5.50', supervisionHoursPerWeek: '3' };
}

/** Open places of one company that miss nothing, best first. */
export async function fittingPlaces(world: World, person: string, company: string): Promise<OptionView[]> {
  const { options } = await deed.options(world.as.caseWorker, person);
  const fitting = options.filter(({ workplace, misses }) => workplace?.company?.code === company && workplace.status === 'OPEN' && misses.length === 0);
  if (fitting.length === 0) throw new StoryBroken(`geen open plek van ${company} past; begin opnieuw met een lege gegevensmap: npm run stop, verwijder de map, npm start`);
  return fitting;
}

export function placeId(option: OptionView | undefined): string {
  if (!option?.workplace) throw new StoryBroken('the place is not there');
  return option.workplace.id;
}

/** Offer of these places, and the worker's YES to the first. */
export async function offerAndYes(world: World, person: string, places: readonly string[], representative: string | null = null): Promise<string> {
  const today = await world.today();
  const offer = deed.recorded(await deed.recordOffer(world.as.caseWorker, person, places, today));
  deed.recorded(await deed.recordChoice(world.as.caseWorker, offer.id, places[0] ?? null, today, representative));
  return offer.id;
}

/** The agreement as one of its bodies sees it now. */
export async function agreementOf(world: World, person: string, id: string): Promise<{ state: string; version: number }> {
  const found = (await dossierOf(world.as.caseWorker, person)).agreements?.find((one) => one.id === id);
  if (!found) throw new StoryBroken('the dossier does not show the agreement');
  return found;
}

export function untilState(world: World, person: string, id: string, state: string): Promise<{ state: string; version: number }> {
  return eventually(() => agreementOf(world, person, id), (one) => one.state === state, `agreement in ${state}`);
}

/** After the last acceptance: the place is held, at once or within moments. */
export async function untilAgreed(world: World, person: string, outcome: AgreementView): Promise<AgreementView> {
  if (outcome.state === 'AGREED') return outcome;
  return { ...outcome, ...(await untilState(world, person, outcome.id, 'AGREED')) };
}

/** Who has signed which version, and for whom: only the dossier tells on whose behalf. */
export async function tellSignatures(world: World, person: string, agreement: string): Promise<void> {
  const found = (await dossierOf(world.as.caseWorker, person)).agreements?.find(({ id }) => id === agreement);
  for (const party of found?.parties ?? []) world.say.sees(signatureOf(party));
}

function signatureOf({ role, actingBody, onBehalfOf, acceptedTermsVersion }: Party): string {
  const behalf = onBehalfOf && onBehalfOf.name !== actingBody.name ? `, namens ${onBehalfOf.name}` : '';
  const signed = acceptedTermsVersion === null ? 'heeft nog niet getekend' : `heeft versie ${acceptedTermsVersion} getekend`;
  return `${roleWord(role)}: ${actingBody.name}${behalf}, ${role === 'HIRER' ? 'tekent niet zelf' : signed}`;
}
