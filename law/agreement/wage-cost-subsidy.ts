/**
 * The wage-cost subsidy of an employer. Participatiewet art. 10d(4)-(7), BWBR0015703 (2025-02): minimum wage and holiday allowance, less the worth of
 * the work with its part of the allowance, at most a percentage of the first two; on top the employer's charges; pro rata to a full week of 36 hours.
 * In the first months a flat percentage may be paid until the worth of the work is known. All amounts and percentages are parameters.
 */
import { Big } from 'big.js';

export interface WageCostParameters {
  /** EUR per month for a full week (MINIMUM_WAGE_MONTH). */
  readonly minimumWagePerMonth: string;
  /** MINIMUM_HOLIDAY_PERCENT. */
  readonly holidayPercent: string;
  /** WAGE_COST_MAX_PERCENT. */
  readonly maxPercent: string;
  /** WAGE_COST_CHARGES_PERCENT, of the wage cost over which subsidy is paid. */
  readonly chargesPercent: string;
  /** WAGE_COST_FULL_WEEK. */
  readonly fullWeekHours: string;
}

export interface WageCost {
  /** EUR per month, cents. */
  readonly subsidy: string;
  /** The employer's charges over it. */
  readonly charges: string;
  readonly total: string;
  /** The worth of the work is so low that the maximum counts. */
  readonly atMaximum: boolean;
}

/** `worthPercent`: of the minimum wage (loonwaarde). Hours above the full week do not count. Cents are our reading. */
export function wageCostSubsidy(worthPercent: string, hoursPerWeek: string, given: WageCostParameters): WageCost {
  const worth = new Big(worthPercent);
  if (worth.lt(0) || worth.gt(100)) throw new RangeError('the worth of work is 0 to 100 percent of the minimum wage');
  const missing = new Big(100).minus(worth);
  const atMaximum = missing.gt(given.maxPercent);
  return ofPercent(atMaximum ? new Big(given.maxPercent) : missing, hoursPerWeek, given, atMaximum);
}

/** As long as the worth of the work was not determined (WAGE_COST_FLAT_PERCENT, for at most WAGE_COST_FLAT_MONTHS). */
export function flatWageCostSubsidy(flatPercent: string, hoursPerWeek: string, given: WageCostParameters): WageCost {
  return ofPercent(new Big(flatPercent), hoursPerWeek, given, false);
}

function ofPercent(percent: Big, hoursPerWeek: string, given: WageCostParameters, atMaximum: boolean): WageCost {
  const hours = new Big(hoursPerWeek).gt(given.fullWeekHours) ? new Big(given.fullWeekHours) : new Big(hoursPerWeek);
  const base = new Big(given.minimumWagePerMonth).times(new Big(given.holidayPercent).plus(100)).div(100);
  const subsidy = base.times(percent).div(100).times(hours).div(given.fullWeekHours).round(2, Big.roundHalfUp);
  const charges = subsidy.times(given.chargesPercent).div(100).round(2, Big.roundHalfUp);
  return { subsidy: subsidy.toFixed(2), charges: charges.toFixed(2), total: subsidy.plus(charges).toFixed(2), atMaximum };
}
