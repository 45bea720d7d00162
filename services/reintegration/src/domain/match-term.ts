// Guarantees: from when and on what contract a worker can have a place is judged by the day, and the day on which his own employment ends is not told.
// Wsw art. 2 (a seconded worker keeps his employment) and art. 7 (an ordinary employer gives a contract); domain brief 2.10: a profile says no more than it must.
import { dutchDate } from './dutch.js';
import { type ContractKind, judge, type Judgement, type OpenWorkplace, type WorkerFacts } from './matching.js';

const CONTRACT: Record<ContractKind, string> = { FIXED_TERM: 'voor bepaalde tijd', OPEN_ENDED: 'voor onbepaalde tijd' };

/** A wish is about the employer's contract; without one it is the worker's own employment that must still run when the place is free. */
export function contract(facts: WorkerFacts, place: OpenWorkplace): Judgement | null {
  const { contract: wished = null, employment = null } = facts;
  if (wished !== null) return contractWished(wished, place.contract ?? null);
  if (employment === null) return null;
  const { until } = employment;
  if (until === null) return judge('CONTRACT', true, 'De dienstbetrekking is voor onbepaalde tijd.');
  if (place.availableFrom === null) return judge('CONTRACT', false, 'De dienstbetrekking is tijdelijk; of zij nog loopt als de werkplek vrij is, is niet bekend.');
  const runs = place.availableFrom <= until;
  return judge('CONTRACT', runs, `De dienstbetrekking is tijdelijk en ${runs ? 'loopt nog als' : 'eindigt voordat'} de werkplek vrij is.`);
}

function contractWished(wished: ContractKind, offered: ContractKind | null): Judgement {
  if (offered === null) return judge('CONTRACT', false, `Gewenst is een contract ${CONTRACT[wished]}; de werkplek meldt niet wat zij biedt.`);
  if (offered === wished) return judge('CONTRACT', true, `Een contract ${CONTRACT[offered]}, zoals gewenst.`);
  return judge('CONTRACT', false, `Een contract ${CONTRACT[offered]}; gewenst is ${CONTRACT[wished]}.`);
}

export function availableFrom(facts: WorkerFacts, place: OpenWorkplace): Judgement {
  const { availableFrom: free } = place;
  if (facts.promised === true) return judge('AVAILABLE_FROM', false, 'Met deze werknemer is al een andere afspraak gemaakt of bijna gemaakt.');
  if (free === null) return judge('AVAILABLE_FROM', false, 'De werkplek meldt niet vanaf wanneer zij vrij is.');
  if (facts.availableFrom === null) return judge('AVAILABLE_FROM', true, `Vrij vanaf ${dutchDate(free)}.`);
  const fits = free <= facts.availableFrom;
  return judge('AVAILABLE_FROM', fits, `Vrij vanaf ${dutchDate(free)}, ${fits ? 'op tijd voor' : 'later dan'} de gewenste datum ${dutchDate(facts.availableFrom)}.`);
}
