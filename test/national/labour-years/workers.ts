/**
 * A country of invented sheltered workers, one after another, each with the month ends of one year: 15 in 100 severe, seven in ten of the older and four
 * in ten of the younger on a full week, some who begin, end, change hours or category, are away without wage, or moved. The same seed, the same country.
 */
import { countsOn, type Absence } from '#law/labour-years/counted-months.js';
import type { Category, MonthEndPosition } from '#law/labour-years/labour-years.js';
import { Random } from '../../faults/random.js';
import { NATION } from '../part.js';

export interface NationalWorker {
  readonly company: string;
  /** Whose labour years these are in this year. */
  readonly municipality: string;
  /** Municipality that he left, long enough ago for the fee of art. 10 to be due to it; null: he did not move. */
  readonly feeTo: string | null;
  readonly positions: readonly MonthEndPosition[];
}

/** Invented codes, in no list of municipalities. */
export const municipalityCodes = (): string[] => Array.from({ length: NATION.municipalities }, (_, index) => String(5_000 + index));
export const companyCodes = (): string[] => Array.from({ length: NATION.companies }, (_, index) => `company-${String(index + 1).padStart(2, '0')}`);

const SEVERE = 0.15;
const MOVED = 0.04;
const monthEnds = (year: number): string[] => Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10));

export function* nationalWorkers(count: number, seed: number, year: number): Generator<NationalWorker> {
  const random = new Random(seed);
  const ends = monthEnds(year);
  const municipalities = municipalityCodes();
  const companies = companyCodes();
  for (let index = 0; index < count; index += 1) {
    const place = placeOf(random, municipalities.length);
    yield {
      company: companies[place % companies.length]!,
      municipality: municipalities[place]!,
      feeTo: random.chance(MOVED) ? municipalities[(place + 1 + random.below(municipalities.length - 1)) % municipalities.length]! : null,
      positions: positionsOf(random, ends, year),
    };
  }
}

/** Few large municipalities, many small ones. */
function placeOf(random: Random, count: number): number {
  return Math.floor(count * random.next() ** 2.5);
}

function positionsOf(random: Random, ends: readonly string[], year: number): MonthEndPosition[] {
  const [first, last] = [random.chance(0.05) ? random.below(12) : 0, random.chance(0.07) ? random.below(12) : 11];
  const [changesHours, changesCategory] = [random.chance(0.06) ? random.below(12) : 12, random.chance(0.02) ? random.below(12) : 12];
  const category: Category = random.chance(SEVERE) ? 'SEVERE' : 'MODERATE';
  const [before, after] = [hoursOf(random), hoursOf(random)];
  const absences = absencesOf(random, year);
  return ends.flatMap((monthEnd, month) => {
    if (month < first || month > last) return [];
    const hoursPerWeek = month < changesHours ? before : after;
    return [{ monthEnd, hoursPerWeek, category: month < changesCategory ? category : other(category), counts: countsOn(monthEnd, absences) }];
  });
}

function hoursOf(random: Random): string {
  const fullWeek = random.chance(0.6) ? 0.71 : 0.4;
  if (random.chance(fullWeek)) return '36';
  return random.chance(0.8) ? String(8 + random.below(25)) : `${8 + random.below(24)}.${random.pick(['25', '33', '50', '67', '75'])}`;
}

function absencesOf(random: Random, year: number): Absence[] {
  if (!random.chance(0.1)) return [];
  const month = String(1 + random.below(12)).padStart(2, '0');
  return [{ from: `${year}-${month}-10`, until: random.chance(0.5) ? null : `${year}-12-15`, paidBy: random.chance(0.85) ? '7:629' : null }];
}

function other(category: Category): Category {
  return category === 'SEVERE' ? 'MODERATE' : 'SEVERE';
}
