/** The second case: a worker of Wassenaar's joint arrangement, whose board signs in place of the college (Wsw art. 1(2)). */
import { arrangementWorkers } from '../../population/fixed-people.js';
import * as deed from '../deeds.js';
import { firstFree } from '../people.js';
import { type World } from '../world.js';
import type { Signed } from './across-companies.js';
import { fittingPlaces, offerAndYes, placeId, tellSignatures, termsFrom, untilAgreed, untilState } from './steps.js';

export async function arrangementBoard(world: World): Promise<Signed> {
  const { say, as } = world;
  say.chapter('Een werknemer van de gemeenschappelijke regeling van Wassenaar: het bestuur tekent in de plaats van het college');
  const { person } = await firstFree(world, arrangementWorkers);
  const today = await world.today();
  const workplace = placeId((await fittingPlaces(world, person, 'zoetermeer-rijswijk'))[0]);
  const offer = await offerAndYes(world, person, [workplace]);
  const proposed = deed.agreed(await deed.propose(as.caseWorker, offer, termsFrom(today, '24')));
  say.deed('Consulent (namens Wassenaar)', 'stelt 24 uur voor');
  await tellSignatures(world, person, proposed.id);
  const byBoard = deed.agreed(await deed.accept(as.wassenaar, proposed, proposed.terms.hash));
  say.deed('Detacheerder van de regeling', 'tekent als plaatsend bedrijf en, voor het bestuur, als formele werkgever in de plaats van het college');
  const agreed = await untilAgreed(world, person, deed.agreed(await deed.accept(as.zoetermeerRijswijk, byBoard, byBoard.terms.hash)));
  say.deed('Detacheerder Zoetermeer-Rijswijk', 'tekent; de plek wordt vastgehouden');
  const informed = deed.agreed(await deed.inform(as.caseWorker, agreed, today));
  deed.agreed(await deed.workerDecides(as.caseWorker, informed, 'AGREED', today));
  await untilState(world, person, agreed.id, 'SIGNED');
  say.deed('Werknemer', 'stemt in; de afspraak is getekend');
  await tellSignatures(world, person, agreed.id);
  return { person, agreement: agreed.id, workplace };
}
