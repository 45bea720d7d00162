// Guarantees: the way to work is judged twice, by its length and by how long it takes with the transport that the worker has, and never by an address.
// Domain brief 1b (travel complaints) and 3.3 (maximum distance and maximum time are two wishes); the speeds are rows of schema/parameters.json.
import { Big } from 'big.js';
import { dutchNumber } from './dutch.js';
import { judge, type Judgement, type MatchGround, type OpenWorkplace, type Transport, type WorkerFacts } from './matching.js';

const BY: Record<Transport, string> = {
  CAR: 'met de auto', MOPED: 'met de bromfiets', BICYCLE: 'met de fiets', MOTORCYCLE: 'met de motor', PUBLIC_TRANSPORT: 'met het openbaar vervoer',
};

export function travel(facts: WorkerFacts, place: OpenWorkplace, ground: MatchGround): Judgement {
  const kilometres = ground.travel(facts.postcodeArea, place.postcodeArea);
  if (kilometres === null) return judge('TRAVEL', false, 'De reisafstand is niet te berekenen: een postcodegebied is niet bekend.');
  const fits = new Big(kilometres).lte(facts.maxTravelKilometres);
  const compared = fits ? 'binnen' : 'verder dan';
  return judge('TRAVEL', fits, `${dutchNumber(kilometres)} km enkele reis, ${compared} de grens van ${facts.maxTravelKilometres} km.`);
}

/** An unknown way is said once, by its length. */
export function travelTime(facts: WorkerFacts, place: OpenWorkplace, ground: MatchGround): Judgement | null {
  const { maxTravelMinutes: most = null, transport = null } = facts;
  const kilometres = ground.travel(facts.postcodeArea, place.postcodeArea);
  if (kilometres === null || most === null || transport === null) return null;
  const minutes = ground.travelMinutes(kilometres, transport);
  const fits = minutes <= most;
  return judge('TRAVEL_TIME', fits, `Ongeveer ${minutesText(minutes)} enkele reis ${BY[transport]}, ${fits ? 'binnen' : 'langer dan'} de grens van ${minutesText(most)}.`);
}

function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}
