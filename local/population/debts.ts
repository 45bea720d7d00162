/** Debt trajectories (Wgs): one at a time for each client, in the phases that DDAS names. */
import { anyDay, laterOf, plusDays, type Day } from './dates.js';
import type { Client } from './clients.js';
import { residenceOf } from './model.js';
import { BUSINESS_DATE } from './parameters.js';
import { dealt, Dice } from './random.js';

export interface DebtTrajectory {
  readonly number: string;
  readonly client: Client;
  readonly municipality: string;
  readonly appliedOn: Day;
  readonly threatened: boolean;
  readonly phase: string;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly outcome: string | null;
}

const FIRST_NUMBER = 800_001;
const SHARE = 0.065;
const PHASES = { REGISTRATION: 0.1, INTAKE: 0.15, STABILISATION: 0.2, DEBT_SETTLEMENT: 0.33, SOLUTION: 0.15, AFTERCARE: 0.07 } as const;
const OUTCOMES = ['Afgerond', 'Afgerond', 'Ingetrokken', 'Niet verschenen', 'Niet passend', 'Zelf opgelost'] as const;

export function debtTrajectoriesOf(clients: readonly Client[]): DebtTrajectory[] {
  const dice = new Dice('debts');
  const residents = clients.filter((one) => one.kind !== 'former');
  const shown = dealt(dice, { yes: SHARE, no: 1 - SHARE }, residents.length);
  return residents.filter((_, index) => shown[index] === 'yes').map((client, index) => trajectory(dice, client, String(FIRST_NUMBER + index)));
}

function trajectory(dice: Dice, client: Client, number: string): DebtTrajectory {
  const phase = dice.weighted(PHASES);
  const threatened = dice.chance(0.15);
  const early = phase === 'REGISTRATION' || phase === 'INTAKE';
  const appliedOn = early ? anyDay(dice, '2014-01-10', plusDays(BUSINESS_DATE, -1)) : anyDay(dice, '2011-03-01', '2013-11-30');
  const from = phase === 'REGISTRATION' ? null : plusDays(appliedOn, threatened ? dice.whole(1, 3) : dice.whole(7, 28));
  const ended = !early && dice.chance(0.3);
  const begun = from !== null && from <= BUSINESS_DATE ? from : null;
  return {
    number, client, municipality: residenceOf(client.person), appliedOn, threatened, phase, from: begun,
    until: ended ? anyDay(dice, laterOf(plusDays(begun ?? appliedOn, 30), '2012-01-01'), BUSINESS_DATE) : null,
    outcome: ended ? dice.pick(OUTCOMES) : null,
  };
}
