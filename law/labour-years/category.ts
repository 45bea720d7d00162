/**
 * The category by which a month end counts. Besluit uitvoering sw art. 15(b) and (c), BWBR0017240 (2012): who works on after the indication ended still
 * counts, by its last category. Art. 29: the population of 31 December 1997 without a later indication is moderate, of a workshop for the blind severe.
 * Of two decisions that hold on one day the later one is meant: our reading.
 */
import type { Category } from './labour-years.js';

export interface IndicationPeriod {
  readonly decidedOn: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly category: Category;
}

/** As it holds on the month end, else of the indication that ended last before it; null when none had begun: then nothing may be counted. */
export function categoryOn(indications: readonly IndicationPeriod[], monthEnd: string): Category | null {
  const begun = indications.filter(({ validFrom }) => validFrom <= monthEnd);
  const valid = begun.filter(({ validUntil }) => monthEnd <= validUntil).toSorted((one, other) => later(one.decidedOn, other.decidedOn));
  const ended = begun.toSorted((one, other) => later(one.validUntil, other.validUntil) || later(one.decidedOn, other.decidedOn));
  return (valid[0] ?? ended[0])?.category ?? null;
}

/** Of somebody who worked in sheltered employment on 31 December 1997 and was never indicated since (art. 29(1) and (2)). */
export function categoryOfOldPopulation(workshopForTheBlind: boolean): Category {
  return workshopForTheBlind ? 'SEVERE' : 'MODERATE';
}

function later(one: string, other: string): number {
  if (one === other) return 0;
  return one > other ? -1 : 1;
}
