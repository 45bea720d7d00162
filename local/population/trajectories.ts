/**
 * Reintegration trajectories: more than 80 % of the clients on welfare have one, and in a year more than a third of them find
 * work (the joint service's own claim, domain brief 1b). Own staff do most of it, agencies now and then.
 */
import { anyDay, laterOf, plusDays, type Day } from './dates.js';
import type { Client } from './clients.js';
import { residenceOf, type Person } from './model.js';
import { BUSINESS_DATE } from './parameters.js';
import { Dice } from './random.js';

export interface Trajectory {
  readonly number: string;
  readonly person: Person;
  readonly municipality: string;
  readonly instrument: string;
  readonly programme: string | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly outcome: string | null;
  readonly providerName: string;
  readonly providerKind: 'OWN_STAFF' | 'AGENCY' | 'SW_COMPANY';
}

const FIRST_NUMBER = 700_001;
const SHARE = 0.83;
const INSTRUMENTS = {
  'Sollicitatietraining': 0.24, 'Werkervaringsplaats': 0.2, 'Taaltraining': 0.12, 'Scholing': 0.16, 'Jobcoaching': 0.1,
  'Proefplaatsing': 0.06, 'Participatieplaats': 0.07, 'Tijdelijke loonkostensubsidie': 0.05,
} as const;
const OUTCOMES = {
  PLACED_FULL_TIME: 0.17, PLACED_PART_TIME: 0.2, EDUCATION: 0.13, COMPLETED_WITHOUT_WORK: 0.33, STOPPED_EARLY: 0.17,
} as const;
const PROVIDERS = {
  OWN_STAFF: 'Dienst Werk en Inkomen',
  AGENCY: 'Re-integratiebureau Stapsteen (verzonnen)',
  SW_COMPANY: 'Sw-bedrijf Zoetermeer-Rijswijk',
} as const;
const PROGRAMMES = ['Direct aan de slag', 'Werk op maat', null, null] as const;

export function trajectoriesOf(clients: readonly Client[]): Trajectory[] {
  const dice = new Dice('trajectories');
  let number = FIRST_NUMBER;
  return clients.filter((one) => one.kind !== 'former').flatMap(({ person, kind }) => {
    if (!dice.chance(kind === 'sheltered' ? 0.15 : SHARE)) return [];
    const count = dice.chance(0.18) ? 2 : 1;
    return Array.from({ length: count }, (_, index) => trajectory(dice, person, String(number++), index === 0 && count === 2));
  });
}

/** `past` ones have ended; the others run in half of the cases. */
function trajectory(dice: Dice, person: Person, number: string, past: boolean): Trajectory {
  const from = past ? anyDay(dice, '2011-02-01', '2012-06-30') : anyDay(dice, '2012-07-01', plusDays(BUSINESS_DATE, -10));
  const ended = past || dice.chance(0.5);
  const latest = past ? '2012-12-31' : BUSINESS_DATE;
  const providerKind = dice.weighted({ OWN_STAFF: 0.8, AGENCY: 0.12, SW_COMPANY: 0.08 });
  return {
    number, person, municipality: residenceOf(person), instrument: dice.weighted(INSTRUMENTS), programme: dice.pick(PROGRAMMES), from,
    until: ended ? laterOf(from, anyDay(dice, plusDays(from, 20), latest)) : null,
    outcome: ended ? dice.weighted(OUTCOMES) : null, providerName: PROVIDERS[providerKind], providerKind,
  };
}
