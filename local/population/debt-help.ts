/** What a debt trajectory was made of: its phases and measures, the decision, the settlement, the debts. Only the delivery to the CBS reads it (DDAS). */
import type { Client } from './clients.js';
import { daysBetween, plusDays, type Day } from './dates.js';
import type { DebtTrajectory } from './debts.js';
import { residenceOf } from './model.js';
import { BUSINESS_DATE } from './parameters.js';
import { Dice } from './random.js';

export interface DebtPeriod {
  readonly trajectory: string;
  readonly kind: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly askedOn: Day | null;
  readonly approvedOn: Day | null;
}

export interface Debt {
  readonly trajectory: string;
  readonly number: string;
  readonly cents: number;
  readonly assessedOn: Day | null;
  readonly kind: keyof typeof CREDITORS;
  readonly business: boolean;
  readonly isPerson: boolean;
}

export interface DebtHelp {
  readonly trajectory: DebtTrajectory;
  readonly partner: Client | null;
  readonly decidedOn: Day | null;
  readonly filedOn: Day | null;
  readonly grantedOn: Day | null;
  readonly forced: boolean;
  readonly solution: string | null;
  readonly freeCents: number | null;
  readonly outflowReason: string | null;
  readonly periods: readonly DebtPeriod[];
  readonly debts: readonly Debt[];
}

export const CREDITORS = { CARE: 'Zorgverzekeraar Sterappel (verzonnen)', PUBLIC: 'Waterschap Hogedrift (verzonnen)', UTILITIES: 'Energiehuis Vonk (verzonnen)', OTHER: 'Postorderhuis Kram (verzonnen)' } as const;
const ORDER = ['REGISTRATION', 'INTAKE', 'STABILISATION', 'DEBT_SETTLEMENT', 'SOLUTION', 'AFTERCARE'] as const;
const SOLUTIONS = { MEDIATION: 0.5, RESTRUCTURING_LOAN: 0.25, PAYMENT_ARRANGEMENT: 0.15, ZERO_OFFER: 0.06, REFINANCING: 0.04 } as const;
const GUIDANCE = ['BUDGET_COACHING', 'BUDGET_MANAGEMENT', 'PROTECTIVE_ADMINISTRATION', 'BUDGET_GUIDANCE'] as const;
const REASONS: Readonly<Record<string, string>> = { Afgerond: 'COMPLETED', Ingetrokken: 'WITHDRAWN', 'Niet verschenen': 'DID_NOT_APPEAR', 'Niet passend': 'NOT_FITTING', 'Zelf opgelost': 'SELF' };
const COUPLES = 0.12;
const WAYS = { settlement: ORDER.indexOf('DEBT_SETTLEMENT'), solution: ORDER.indexOf('SOLUTION') };

/** A partner is somebody of the same municipality who has no trajectory of his own: a client has one at a time. */
export function debtHelpOf(trajectories: readonly DebtTrajectory[], clients: readonly Client[]): DebtHelp[] {
  const dice = new Dice('debt-help');
  const taken = new Set(trajectories.map(({ client }) => client.person));
  const partnerFor = (municipality: string): Client | null => {
    const partner = clients.find((one) => one.kind === 'welfare' && !taken.has(one.person) && residenceOf(one.person) === municipality) ?? null;
    if (partner) taken.add(partner.person);
    return partner;
  };
  return trajectories.map((trajectory) => debtHelp(dice, trajectory, dice.chance(COUPLES) ? partnerFor(trajectory.municipality) : null));
}

function debtHelp(dice: Dice, trajectory: DebtTrajectory, partner: Client | null): DebtHelp {
  const reached = trajectory.from === null ? 0 : ORDER.indexOf(trajectory.phase as (typeof ORDER)[number]);
  const steps = stepsOf(trajectory, reached);
  const solved = reached >= WAYS.solution;
  return {
    trajectory,
    partner,
    decidedOn: reached >= 2 ? (steps[2] ?? null) : null,
    filedOn: reached >= WAYS.settlement ? (steps[WAYS.settlement] ?? null) : null,
    grantedOn: solved ? (steps[WAYS.solution] ?? null) : null,
    forced: solved && dice.chance(0.08),
    solution: solved ? dice.weighted(SOLUTIONS) : null,
    freeCents: solved ? dice.whole(95_000, 165_000) : null,
    outflowReason: REASONS[trajectory.outcome ?? ''] ?? null,
    periods: [...phasesOf(trajectory, steps, reached), ...measuresOf(dice, trajectory, steps)],
    debts: reached < 1 ? [] : debtsOf(dice, trajectory, steps[1] ?? null),
  };
}

/** The first day of each phase that was reached, evenly over the time that there was. */
function stepsOf({ appliedOn, from, until }: DebtTrajectory, reached: number): Day[] {
  if (from === null) return [appliedOn];
  const days = Math.max(0, daysBetween(from, until ?? BUSINESS_DATE));
  return [appliedOn, ...Array.from({ length: reached }, (_, index) => plusDays(from, Math.floor((days * index) / (reached + 1))))];
}

function phasesOf(trajectory: DebtTrajectory, steps: readonly Day[], reached: number): DebtPeriod[] {
  return ORDER.slice(0, reached + 1).flatMap((kind, index) => {
    const from = steps[index];
    if (kind === 'DEBT_SETTLEMENT' || from === undefined) return [];
    return [period(trajectory, kind, from, steps[index + 1] ?? trajectory.until)];
  });
}

function measuresOf(dice: Dice, trajectory: DebtTrajectory, steps: readonly Day[]): DebtPeriod[] {
  const { appliedOn, threatened, until } = trajectory;
  const guided = steps[2] !== undefined && dice.chance(0.4) ? [period(trajectory, dice.pick(GUIDANCE), steps[2], until)] : [];
  if (!threatened || until !== null) return guided;
  const crisis = period(trajectory, 'CRISIS_INTERVENTION', appliedOn, null);
  return [...guided, crisis, ...(dice.chance(0.3) ? [{ ...period(trajectory, 'MORATORIUM', appliedOn, null), askedOn: appliedOn, approvedOn: appliedOn }] : [])];
}

function period({ number }: DebtTrajectory, kind: string, from: Day, until: Day | null): DebtPeriod {
  return { trajectory: number, kind, from, until, askedOn: null, approvedOn: null };
}

function debtsOf(dice: Dice, { number }: DebtTrajectory, assessedOn: Day | null): Debt[] {
  return Array.from({ length: dice.whole(1, 6) }, (_, index) => {
    const kind = dice.weighted({ CARE: 0.25, PUBLIC: 0.3, UTILITIES: 0.2, OTHER: 0.25 });
    return { trajectory: number, number: String(index + 1), cents: dice.whole(8_000, 900_000), assessedOn, kind, business: dice.chance(0.06), isPerson: kind === 'OTHER' && dice.chance(0.15) };
  });
}
