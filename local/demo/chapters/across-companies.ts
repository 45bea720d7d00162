/**
 * The main story: a resident of Voorschoten employed at Leiden's firm, a workplace of Zoetermeer-Rijswijk, three bodies that
 * must say yes to the same terms, and a worker who is asked first and last.
 */
import { scenarioWorkers } from '../../population/fixed-people.js';
import type { AgreementView, OptionsView, OptionView, PlacementsView } from '../answers.js';
import * as deed from '../deeds.js';
import type { GraphClient } from '../graph-client.js';
import { describeDossier, dossierOf, firstFree } from '../people.js';
import { actionWord, roleWord, stateWord, statusWord } from '../words.js';
import { dataOf, eventually, StoryBroken, type World } from '../world.js';
import { fittingPlaces, NOTICE_DAYS, placeId, tellSignatures, termsFrom, untilAgreed, untilState } from './steps.js';

export interface Signed {
  readonly person: string;
  readonly agreement: string;
  readonly workplace: string;
}

export async function acrossCompanies(world: World): Promise<Signed> {
  const { say, as } = world;
  say.chapter('Een inwoner van Voorschoten, in dienst bij het Leidse bedrijf, zoekt werk buiten de deur');
  const { person } = await firstFree(world, scenarioWorkers);
  say.deed('Consulent (voor het college van Voorschoten)', 'opent het dossier; vijf systemen antwoorden in één vraag');
  describeDossier(await dossierOf(as.caseWorker, person)).forEach((line) => say.sees(line));

  const places = await lookForPlaces(world, person);
  const today = await world.today();
  const offer = deed.recorded(await deed.recordOffer(as.caseWorker, person, places, today));
  say.deed('Consulent', `legt vast dat ${places.length === 1 ? '1 plek is' : `${places.length} plekken zijn`} besproken, in een gesprek`);
  deed.recorded(await deed.recordChoice(as.caseWorker, offer.id, places[0] ?? null, today));
  say.deed('Werknemer', 'zegt ja tegen de eerste plek');

  const agreed = await negotiate(world, person, offer.id, today);
  await informAndSign(world, person, agreed, today);
  const workplace = places[0] ?? '';
  await start(world, { person, agreement: agreed.id, workplace }, today);
  return { person, agreement: agreed.id, workplace };
}

async function lookForPlaces(world: World, person: string): Promise<string[]> {
  const found = await deed.options(world.as.caseWorker, person);
  world.say.deed('Consulent', 'zoekt werkplekken bij alle drie de bedrijven');
  tellOptions(world, found);
  await tellMiss(world, person);
  return (await fittingPlaces(world, person, 'zoetermeer-rijswijk')).slice(0, 2).map(placeId);
}

function tellOptions(world: World, found: OptionsView): void {
  world.say.sees(found.sources.map(({ body, answered }) => `${body.name} ${answered ? 'antwoordt' : 'antwoordt niet'}`).join('; '));
  for (const option of found.options.slice(0, 3)) world.say.sees(described(option, found));
}

/** The best of those that miss something: the list is in order of fit, so they come after the ten that the desk shows. */
async function tellMiss(world: World, person: string): Promise<void> {
  const found = await deed.manyOptions(world.as.caseWorker, person);
  const missing = found.options.find(({ misses }) => misses.length > 0);
  world.say.sees(missing ? `past niet: ${described(missing, found)}` : `van de ${found.options.length} plekken in de lijst is er geen die iets mist`);
}

/** With + what fits and - what does not. */
function described({ workplace, fits, misses, travelKilometres }: OptionView, { sources }: OptionsView): string {
  const company = sources.find(({ body }) => body.id === `sw-${workplace?.company?.code}`)?.body.name ?? '?';
  const reasons = [...fits.map(({ text }) => `+ ${text}`), ...misses.map(({ text }) => `- ${text}`)];
  return `${workplace?.title ?? '?'} bij ${workplace?.employer?.name ?? '?'} (${company}), ${travelKilometres ?? '?'} km: ${reasons.join('; ')}`;
}

async function negotiate(world: World, person: string, offer: string, today: string): Promise<AgreementView> {
  const { say, as } = world;
  const first = deed.agreed(await deed.propose(as.caseWorker, offer, termsFrom(today, '24')));
  say.deed('Consulent (namens Voorschoten)', 'stelt 24 uur per week voor en tekent daarmee zelf');
  await tellSignatures(world, person, first.id);
  await tellWaiting(world, as.zoetermeerRijswijk, 'zoetermeer-rijswijk', first.id);
  const second = deed.agreed(await deed.counter(as.zoetermeerRijswijk, first, termsFrom(today, '26')));
  say.deed('Detacheerder Zoetermeer-Rijswijk', 'doet een tegenvoorstel: 26 uur; de eerdere handtekening vervalt');
  await tellSignatures(world, person, second.id);
  const third = deed.agreed(await deed.accept(as.leiden, second, second.terms.hash));
  say.deed('Detacheerder Leiden', `tekent, als plaatsend bedrijf en als formele werkgever, dezelfde voorwaarden ${third.terms.hash.slice(0, 12)}...`);
  const last = await untilAgreed(world, person, deed.agreed(await deed.accept(as.caseWorker, third, third.terms.hash)));
  say.deed('Consulent (namens Voorschoten)', 'tekent dezelfde voorwaarden; de plek wordt vastgehouden');
  await tellSignatures(world, person, last.id);
  return last;
}

/** What the receiving company's desk shows: no name and no number, a profile. */
async function tellWaiting(world: World, who: GraphClient, code: string, id: string): Promise<void> {
  const { agreements } = dataOf(await who.run<PlacementsView>('partner-placements', 'MyPlacements', { code }));
  const waiting = agreements.nodes.find((one) => one.id === id);
  if (!waiting) throw new StoryBroken('the proposal does not wait at the receiving company');
  world.say.deed('Detacheerder Zoetermeer-Rijswijk', `ziet een voorstel dat op antwoord wacht (${agreements.totalCount} in totaal), en kan: ${waiting.availableActions.map(actionWord).join(', ')}`);
}

async function informAndSign(world: World, person: string, agreed: AgreementView, today: string): Promise<void> {
  const informed = deed.agreed(await deed.inform(world.as.caseWorker, agreed, today));
  world.say.deed('Consulent', 'bespreekt de definitieve voorwaarden met de werknemer');
  const decided = deed.agreed(await deed.workerDecides(world.as.caseWorker, informed, 'AGREED', today));
  world.say.deed('Werknemer', 'stemt in');
  await untilState(world, person, decided.id, 'SIGNED');
  world.say.sees('alle handtekeningen zijn gecontroleerd, beide bedrijven hebben bevestigd: de afspraak is getekend');
}

async function start(world: World, signed: Signed, today: string): Promise<void> {
  const { say, as } = world;
  const from = termsFrom(today, '26').from;
  await world.moveDate(from);
  say.deed('De tijd', `gaat ${NOTICE_DAYS} dagen vooruit, naar de begindatum ${from}`);
  await untilState(world, signed.person, signed.agreement, 'ACTIVE');
  say.sees('de afspraak loopt');
  const received = await placementOf(as.zoetermeerRijswijk, 'zoetermeer-rijswijk', signed.agreement);
  say.deed('Detacheerder Zoetermeer-Rijswijk', `ziet de werkplek bezet: ${received.workplace?.title ?? '?'} (status: ${statusWord(received.workplace?.status)}), door ${received.agreement?.employment?.workerName?.full ?? '?'}`);
  if (received.workplace?.status !== 'TAKEN') throw new StoryBroken('the workplace is not taken');
  const placed = await placementOf(as.leiden, 'leiden', signed.agreement);
  say.deed('Detacheerder Leiden', `ziet ${placed.employment?.workerName?.full ?? '?'} gedetacheerd bij ${placed.hirer?.name ?? '?'}, op ${placed.agreement?.workplace?.title ?? '?'}`);
  const dossier = await dossierOf(as.caseWorker, signed.person);
  say.deed('Consulent', 'ziet het hele verhaal in één dossier');
  dossier.agreements?.forEach(({ state, terms, parties }) => say.sees(`afspraak vanaf ${terms.from}, ${terms.hoursPerWeek} uur: ${stateWord(state)}; getekend: ${parties.filter((party) => party.acceptedTermsVersion !== null).map(({ role }) => roleWord(role)).join(', ')}`));
}

async function placementOf(who: GraphClient, code: string, agreement: string): Promise<NonNullable<NonNullable<NonNullable<PlacementsView['swCompany']>['placements']>['nodes'][number]>> {
  return eventually(
    async () => findPlacement(who, code, agreement),
    (found) => found !== null,
    `placement of the agreement at ${code}`,
  ).then((found) => found!);
}

async function findPlacement(who: GraphClient, code: string, agreement: string): Promise<NonNullable<NonNullable<PlacementsView['swCompany']>['placements']>['nodes'][number]> {
  for (let after: string | null = null; ; ) {
    const page: NonNullable<PlacementsView['swCompany']>['placements'] = dataOf(await who.run<PlacementsView>('partner-placements', 'MyPlacements', { code, after })).swCompany?.placements ?? null;
    const found = page?.nodes.find((node) => node?.agreement?.id === agreement);
    if (found) return found;
    if (!page?.pageInfo.hasNextPage) return null;
    after = page.pageInfo.endCursor;
  }
}
