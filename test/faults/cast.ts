/**
 * Who is negotiated about, and where: workers of the three companies and fewer open places than workers, so that places are
 * contended for. Seeded: the same seed casts the same people.
 */
import { pseudonymOf } from '#kernel/pseudonym.js';
import { DEVELOPMENT_FEDERATION_KEY } from '../../local/development-keys.js';
import { residenceOf, worksOn, type Worker, type Workplace } from '../../local/population/model.js';
import { COMPANIES, JOINT_SERVICE, LEIDSCHENDAM_VOORBURG, VOORSCHOTEN, WASSENAAR } from '../../local/population/parameters.js';
import { makePopulation, type Population } from '../../local/population/population.js';
import { expiredWorker, expiringWorker, curatorWorker, mentorWorker, secondedWorker } from '../../local/population/fixed-people.js';
import type { Random } from './random.js';

export interface Pair {
  /** Person id, the same at every body. */
  readonly person: string;
  readonly workplace: string;
  readonly hours: number;
  /** Service and body of the worker's own company, and of the one that has the place. */
  readonly placing: string;
  readonly receiving: string;
}

export interface Cast {
  readonly people: number;
  readonly places: number;
  readonly pairs: readonly Pair[];
}

/** Nobody's agreement begins later than this before the date has moved a year. */
const AVAILABLE_BY = '2014-03-17';
const HOME_FIRM: Readonly<Record<string, string>> = { [VOORSCHOTEN]: 'leiden', [LEIDSCHENDAM_VOORBURG]: 'zoetermeer-rijswijk', [WASSENAAR]: 'wassenaar' };
/** Their agreements are refused by design. */
const APART = new Set([expiredWorker, expiringWorker, curatorWorker, mentorWorker, secondedWorker].map(({ bsn }) => bsn));

export function castOf(random: Random, sizes: { readonly people: number; readonly places: number }): Cast {
  const population = makePopulation();
  const workers = random.shuffled(COMPANIES.flatMap((code) => population.companies[code].workers.filter((one) => isFree(one, population)))).slice(0, sizes.people);
  const places = random.shuffled(COMPANIES.flatMap((code) => population.companies[code].workplaces.filter(isOpen))).slice(0, sizes.places);
  const pairs = workers.flatMap((worker) => places.flatMap((place) => pairOf(worker, place) ?? []));
  return { people: new Set(pairs.map(({ person }) => person)).size, places: new Set(pairs.map(({ workplace }) => workplace)).size, pairs };
}

const isOpen = ({ status, availableFrom }: Workplace): boolean => status === 'OPEN' && availableFrom <= AVAILABLE_BY;

/** In the firm, resident and paid for by one of the three municipalities, with an indication for years. */
function isFree(worker: Worker, { indications, companies }: Population): boolean {
  const home = residenceOf(worker.person);
  if (!(JOINT_SERVICE as readonly string[]).includes(home) || HOME_FIRM[home] !== worker.company || worker.payingMunicipality !== home) return false;
  if (worker.workForm !== 'INTERNAL' || worker.until !== null || !worksOn(worker, '2014-03-03') || worker.person.residences.length > 1) return false;
  const indication = indications.get(worker.person.bsn)?.at(-1);
  const covered = indication !== undefined && (indication.validUntil === null || indication.validUntil > '2016-12-31');
  const placed = companies[worker.company].placements.some((one) => one.worker.person.bsn === worker.person.bsn && (one.until === null || one.until > '2014-03-03'));
  return covered && !placed && !APART.has(worker.person.bsn);
}

/** At another firm than one's own, for hours that both can have. */
function pairOf(worker: Worker, place: Workplace): Pair | null {
  const hours = Math.min(worker.hours, place.hoursMax);
  if (place.company === worker.company || hours < place.hoursMin) return null;
  const person = pseudonymOf(Buffer.from(DEVELOPMENT_FEDERATION_KEY, 'base64url'), worker.person.bsn);
  return { person, workplace: `${place.company}:W:${place.number}`, hours, placing: `sw-${worker.company}`, receiving: `sw-${place.company}` };
}
