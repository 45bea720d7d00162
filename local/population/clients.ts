/**
 * The clients of the joint service: residents on welfare, the sheltered workers of its three municipalities, and a few who
 * moved away. The people on the waiting list are among those on welfare.
 */
import { anyDay } from './dates.js';
import type { BsnIssuer } from './bsn.js';
import { waitingPerson } from './fixed-people.js';
import { residenceOf, worksOn, type Person, type Worker } from './model.js';
import { BENEFIT_CLIENTS, BUSINESS_DATE, FORMER_CLIENTS, JOINT_SERVICE, MOVED_SHARE, MUNICIPALITIES, WAITING_LIST } from './parameters.js';
import { makePerson, personOf, type Home } from './people.js';
import { Dice } from './random.js';

export type ClientKind = 'welfare' | 'waiting' | 'sheltered' | 'former';

export interface Client {
  readonly number: string;
  readonly person: Person;
  readonly kind: ClientKind;
}

const FIRST_NUMBER = 100_001;

/** In the order of their numbers; `workers` of all companies. */
export function clientsOf(workers: readonly Worker[], issuer: BsnIssuer): Client[] {
  const dice = new Dice('clients');
  const people = [...JOINT_SERVICE.flatMap((code) => onWelfare(dice, issuer, code)), ...sheltered(workers), ...movedAway(dice, issuer)];
  return people.map((one, index) => ({ ...one, number: String(FIRST_NUMBER + index) }));
}

function onWelfare(dice: Dice, issuer: BsnIssuer, municipality: string): Omit<Client, 'number'>[] {
  const waiting = WAITING_LIST[municipality] ?? 0;
  return Array.from({ length: BENEFIT_CLIENTS[municipality] ?? 0 }, (_, index) => {
    const kind = index < waiting ? 'waiting' : 'welfare';
    if (index === 0 && municipality === waitingPerson.municipality) return { person: personOf(waitingPerson), kind };
    return { person: makePerson(dice, issuer, dice.around(43, 11, 19, 64), homeIn(dice, municipality)), kind };
  });
}

function homeIn(dice: Dice, municipality: string): Home {
  if (!dice.chance(MOVED_SHARE)) return { municipality };
  return { municipality, movedFrom: { municipality: anotherThan(dice, municipality), on: anyDay(dice, '2010-03-01', '2014-02-20') } };
}

function anotherThan(dice: Dice, municipality: string): string {
  return dice.pick(Object.keys(MUNICIPALITIES).filter((one) => one !== municipality).sort());
}

function sheltered(workers: readonly Worker[]): Omit<Client, 'number'>[] {
  const residents = workers.filter((one) => worksOn(one, BUSINESS_DATE) && (JOINT_SERVICE as readonly string[]).includes(residenceOf(one.person)));
  return residents.map(({ person }) => ({ person, kind: 'sheltered' }));
}

/** The register keeps them; the joint service acts for them no longer. */
function movedAway(dice: Dice, issuer: BsnIssuer): Omit<Client, 'number'>[] {
  const elsewhere = Object.keys(MUNICIPALITIES).filter((one) => !(JOINT_SERVICE as readonly string[]).includes(one)).sort();
  return Array.from({ length: FORMER_CLIENTS }, () => {
    const home: Home = { municipality: dice.pick(elsewhere), movedFrom: { municipality: dice.pick(JOINT_SERVICE), on: anyDay(dice, '2012-03-01', '2014-02-10') } };
    return { person: makePerson(dice, issuer, dice.around(40, 10, 20, 64), home), kind: 'former' as const };
  });
}
