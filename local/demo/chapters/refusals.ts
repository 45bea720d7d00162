/** The unhappy ways. Each ends in a refusal that says what is the matter, and changes nothing. */
import { scenarioWorkers } from '../../population/fixed-people.js';
import type { AgreementView, RefusalView } from '../answers.js';
import * as deed from '../deeds.js';
import { firstFree } from '../people.js';
import { stateWord } from '../words.js';
import { dataOf, eventually, StoryBroken, type World } from '../world.js';
import { fittingPlaces, offerAndYes, placeId, termsFrom, untilAgreed, untilState } from './steps.js';

export async function refusals(world: World): Promise<void> {
  world.say.chapter('Wat niet kan, en waarom');
  const { person } = await firstFree(world, scenarioWorkers);
  const places = (await fittingPlaces(world, person, 'zoetermeer-rijswijk')).map(placeId);
  const place = places[0] ?? '';
  await noChoice(world, person, place);
  const agreed = await upToAgreed(world, person, place);
  await placeTaken(world, place, agreed);
  await workerDeclines(world, person, agreed, place);
}

async function noChoice(world: World, person: string, place: string): Promise<void> {
  const { say, as } = world;
  const today = await world.today();
  const offer = deed.recorded(await deed.recordOffer(as.caseWorker, person, [place], today));
  say.deed('Consulent', 'stelt een afspraak voor zonder dat de werknemer iets heeft gekozen');
  tell(world, deed.refused(await deed.propose(as.caseWorker, offer.id, termsFrom(today, '24')), 'NO_WORKER_CHOICE'));
}

/** On the way to an agreed place: nobody without authority, nobody out of turn, nobody on an old version. */
async function upToAgreed(world: World, person: string, place: string): Promise<AgreementView> {
  const { say, as } = world;
  const today = await world.today();
  const offer = await offerAndYes(world, person, [place]);
  say.deed('Beleidsmedewerker', 'probeert een voorstel te doen');
  await tellForbidden(world, offer, today);
  const proposed = deed.agreed(await deed.propose(as.caseWorker, offer, termsFrom(today, '24')));
  say.deed('Consulent', 'wil het eigen voorstel wijzigen terwijl de anderen aan zet zijn');
  tell(world, deed.refused(await deed.counter(as.caseWorker, proposed, termsFrom(today, '25')), 'NOT_YOUR_TURN'));
  const countered = deed.agreed(await deed.counter(as.zoetermeerRijswijk, proposed, termsFrom(today, '26')));
  say.deed('Detacheerder Leiden', 'tekent de oude versie, van voor het tegenvoorstel');
  tell(world, deed.refused(await deed.accept(as.leiden, proposed, proposed.terms.hash), 'STALE_VERSION'));
  const byLeiden = deed.agreed(await deed.accept(as.leiden, countered, countered.terms.hash));
  return untilAgreed(world, person, deed.agreed(await deed.accept(as.caseWorker, byLeiden, byLeiden.terms.hash)));
}

async function tellForbidden(world: World, offer: string, today: string): Promise<void> {
  const { extensions, message } = await deed.proposeForbidden(world.as.policyOfficer, offer, termsFrom(today, '24'));
  world.say.refusal(extensions.code, message);
}

/** Two agreements, one place: one holds it, the other is told, with other places. */
async function placeTaken(world: World, place: string, holder: AgreementView): Promise<void> {
  const { say, as } = world;
  const { person } = await firstFree(world, scenarioWorkers);
  const today = await world.today();
  const offer = deed.recorded(await deed.recordOffer(as.caseWorker, person, [place], today));
  deed.recorded(await deed.recordChoice(as.caseWorker, offer.id, place, today));
  say.deed('Consulent', `stelt voor een ander dezelfde plek voor, die ${holder.state === 'AGREED' ? 'al wordt vastgehouden' : 'vrij lijkt'}`);
  tell(world, deed.refused(await deed.propose(as.caseWorker, offer.id, termsFrom(today, '24')), 'WORKPLACE_TAKEN'));
}

async function workerDeclines(world: World, person: string, agreed: AgreementView, place: string): Promise<void> {
  const { say, as } = world;
  const today = await world.today();
  const informed = deed.agreed(await deed.inform(as.caseWorker, agreed, today));
  deed.agreed(await deed.workerDecides(as.caseWorker, informed, 'DECLINED', today));
  say.deed('Werknemer', 'zegt nee tegen de definitieve voorwaarden; dat heeft geen gevolgen voor hem');
  const { state } = await untilState(world, person, agreed.id, 'DECLINED');
  say.sees(`de afspraak is ${stateWord(state)}`);
  await eventually(() => statusOf(world, place), (status) => status === 'OPEN', 'the place is open again');
  say.sees('de plek is meteen weer vrij');
}

async function statusOf(world: World, place: string): Promise<string | null> {
  const query = `{ swCompany(code: "zoetermeer-rijswijk") { workplaces(filter: { status: OPEN }, first: 200) { nodes { id status } } } }`;
  const answer = dataOf(await world.as.caseWorker.query<{ swCompany: { workplaces: { nodes: ({ id: string; status: string } | null)[] } | null } | null }>(query));
  return answer.swCompany?.workplaces?.nodes.find((node) => node?.id === place)?.status ?? null;
}

function tell(world: World, refusal: RefusalView): void {
  if (refusal.message === '') throw new StoryBroken('a refusal says nothing');
  world.say.refusal(refusal.code, refusal.message);
  const others = (refusal.alternatives ?? []).flatMap((one) => (one ? [one.title ?? one.id] : []));
  if (others.length > 0) world.say.sees(`wel vrij: ${others.join(', ')}`);
}
