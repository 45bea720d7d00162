/**
 * The money of a country after the pass: minimums and grants by the residents that were counted, clawbacks, and the fees of who moved. What is kept meanwhile
 * is one number per municipality, and how often a number of labour years is paid for between two of them.
 */
import { Big } from 'big.js';
import { labourYearsOf, toHundredths, type Category } from '#law/labour-years/labour-years.js';
import { clawback } from '#law/money/clawback.js';
import { grant } from '#law/money/grant.js';
import { minimumLabourYears, weightedResidents } from '#law/money/minimum.js';
import { monthlyAdvances, residencyFee } from '#law/money/residency.js';
import { FACTOR, WEEK } from './whole-numbers.js';
import type { NationalWorker } from './workers.js';

export interface Settled {
  /** EUR of the year. */
  readonly grants: string;
  readonly fees: string;
  readonly clawbacks: string;
  /** How many persons' fees, and how many municipalities that realised less than their minimum. */
  readonly movers: number;
  readonly short: number;
  readonly violations: readonly string[];
}

interface Standing {
  readonly minimum: string;
  readonly grant: string;
}

const RESERVE = '120.47';
const EUROS_PER_LABOUR_YEAR = '25713.37';

export class Settlement {
  private readonly residents = new Map<string, Record<Category, number>>();
  private readonly fees = new Map<string, number>();

  add({ municipality, feeTo, positions }: NationalWorker): void {
    const counts = this.residents.get(municipality) ?? { MODERATE: 0, SEVERE: 0 };
    counts[positions.at(-1)?.category ?? 'MODERATE'] += 1;
    this.residents.set(municipality, counts);
    if (feeTo === null) return;
    const key = `${municipality} ${feeTo} ${toHundredths(labourYearsOf(positions, WEEK, FACTOR))}`;
    this.fees.set(key, (this.fees.get(key) ?? 0) + 1);
  }

  settle(realised: readonly { readonly college: string; readonly labourYears: string }[], total: string): Settled {
    const standings = this.standings(new Big(total).plus(RESERVE));
    const back = realised.map(({ college, labourYears }) => clawback(standings.get(college)!.minimum, labourYears, standings.get(college)!.grant));
    const grants = [...standings.values()].reduce((sum, one) => sum.plus(one.grant), new Big(0));
    return {
      grants: grants.toFixed(0), ...this.allFees(standings), clawbacks: sumOf(back), short: back.filter((one) => one !== '0.00').length,
      violations: [...this.lostMinimum(standings, total), ...this.lostFees(standings)],
    };
  }

  /** What is to be divided is what was realised, and the reserve. */
  private standings(divided: Big): Map<string, Standing> {
    const weighted = [...this.residents].map(([municipality, counts]) => ({ municipality, weighted: weightedResidents(counts, FACTOR) }));
    const nation = weighted.reduce((sum, one) => sum.plus(one.weighted), new Big(0)).toFixed();
    const budget = divided.minus(RESERVE).times(EUROS_PER_LABOUR_YEAR).toFixed(0);
    return new Map(weighted.map(({ municipality, weighted: own }) => {
      const minimum = minimumLabourYears(own, nation, divided.toFixed(), RESERVE);
      return [municipality, { minimum, grant: grant(minimum, divided.minus(RESERVE).toFixed(), budget, '0') }];
    }));
  }

  private allFees(standings: ReadonlyMap<string, Standing>): { readonly fees: string; readonly movers: number } {
    const each = [...this.fees].map(([key, times]) => feeOf(key, standings).times(times));
    return { fees: each.reduce((sum, one) => sum.plus(one), new Big(0)).toFixed(2), movers: [...this.fees.values()].reduce((sum, one) => sum + one, 0) };
  }

  private lostMinimum(standings: ReadonlyMap<string, Standing>, total: string): string[] {
    const lost = [...standings.values()].reduce((sum, { minimum }) => sum.plus(minimum), new Big(0)).minus(total).abs();
    return lost.lte(new Big('0.005').times(standings.size)) ? [] : [`the minimums differ ${lost.toFixed()} labour years from what was divided`];
  }

  private lostFees(standings: ReadonlyMap<string, Standing>): string[] {
    const unequal = [...this.fees.keys()].map((key) => feeOf(key, standings)).filter((fee) => sumOf(monthlyAdvances(fee.toFixed(2))) !== fee.toFixed(2));
    return unequal.map((fee) => `the advances of ${fee.toFixed(2)} are not the fee`);
  }
}

function feeOf(key: string, standings: ReadonlyMap<string, Standing>): Big {
  const [payer = '', , labourYears = '0'] = key.split(' ');
  const standing = standings.get(payer)!;
  return new Big(standing.minimum).lte(0) ? new Big(0) : new Big(residencyFee(standing.grant, standing.minimum, labourYears));
}

function sumOf(amounts: readonly string[]): string {
  return amounts.reduce((sum, one) => sum.plus(one), new Big(0)).toFixed(2);
}
