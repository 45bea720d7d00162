/** Makes a person: number, name, date of birth, home and the residences that led there. */
import { anyDay, laterOf, plusDays, plusYears, type Day } from './dates.js';
import type { BsnIssuer } from './bsn.js';
import type { Person, Residence } from './model.js';
import { personName } from './names.js';
import { BUSINESS_DATE } from './parameters.js';
import type { Dice } from './random.js';
import { areasOf } from './registers.js';
import type { FixedPerson } from './fixed-people.js';

export interface Home {
  readonly municipality: string;
  /** Where the person came from, and the first day in the present municipality. */
  readonly movedFrom?: { readonly municipality: string; readonly on: Day };
}

/** `age` in whole years on the business date. */
export function makePerson(dice: Dice, issuer: BsnIssuer, age: number, home: Home): Person {
  const birthDate = birthDateOf(dice, age);
  return {
    bsn: issuer.next(),
    name: personName(dice),
    birthDate,
    sex: dice.chance(0.52) ? 'M' : 'F',
    postcodeArea: dice.pick(areasOf(home.municipality)),
    residences: residencesOf(dice, birthDate, home),
  };
}

export function personOf(fixed: FixedPerson): Person {
  return {
    bsn: fixed.bsn,
    name: fixed.name,
    birthDate: fixed.birthDate,
    sex: Number(fixed.bsn.slice(-2)) % 2 === 0 ? 'F' : 'M',
    postcodeArea: fixed.postcodeArea,
    residences: residencesSince(laterOf(fixed.birthDate, '1994-10-01'), fixed),
  };
}

function birthDateOf(dice: Dice, age: number): Day {
  return plusDays(plusYears(BUSINESS_DATE, -age), -dice.whole(0, 364));
}

function residencesOf(dice: Dice, birthDate: Day, home: Home): Residence[] {
  const latest = home.movedFrom ? plusYears(home.movedFrom.on, -1) : '2012-12-31';
  return residencesSince(anyDay(dice, laterOf(birthDate, '1985-01-01'), latest), home);
}

function residencesSince(since: Day, { municipality, movedFrom }: Home): Residence[] {
  if (!movedFrom) return [{ municipality, from: since, until: null }];
  return [
    { municipality: movedFrom.municipality, from: since, until: plusDays(movedFrom.on, -1) },
    { municipality, from: movedFrom.on, until: null },
  ];
}
