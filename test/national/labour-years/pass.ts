/**
 * One pass over a country: labour years per municipality and company, and the money that follows from them. No worker is kept. Where the totals
 * differ from those in whole numbers, or money is lost between bodies, a violation tells it.
 */
import { LabourYearTally } from '#law/labour-years/tally.js';
import { Settlement, type Settled } from './settlement.js';
import { FACTOR, WEEK, WholeNumbers } from './whole-numbers.js';
import { nationalWorkers } from './workers.js';

interface Total {
  readonly college: string;
  readonly labourYears: string;
}

export interface NationalTotals {
  readonly workers: number;
  readonly positions: number;
  readonly municipalities: readonly Total[];
  readonly companies: readonly Total[];
  readonly total: string;
  readonly settled: Settled;
  readonly violations: readonly string[];
}

const ALL = 'all';

export function nationalPass(count: number, seed: number, year: number): NationalTotals {
  const [municipalities, companies, whole] = [new LabourYearTally(WEEK, FACTOR), new LabourYearTally(WEEK, FACTOR), new WholeNumbers()];
  const settlement = new Settlement();
  let positions = 0;
  for (const worker of nationalWorkers(count, seed, year)) {
    for (const position of worker.positions) {
      municipalities.add(worker.municipality, position);
      companies.add(worker.company, position);
      for (const key of [worker.municipality, worker.company, ALL]) whole.add(key, position);
      positions += 1;
    }
    settlement.add(worker);
  }
  const told = { municipalities: municipalities.totals(), companies: companies.totals(), total: municipalities.total() };
  const totals = [...told.municipalities, ...told.companies, { college: ALL, labourYears: told.total }, { college: ALL, labourYears: companies.total() }];
  const settled = settlement.settle(told.municipalities, told.total);
  return { workers: count, positions, ...told, settled, violations: [...differences(totals, whole), ...settled.violations] };
}

function differences(totals: readonly Total[], whole: WholeNumbers): string[] {
  const wrong = totals.filter(({ college, labourYears }) => labourYears !== whole.labourYears(college));
  return wrong.map(({ college, labourYears }) => `${college} has ${labourYears} labour years, whole numbers say ${whole.labourYears(college)}`);
}
