/**
 * Disclosure control of counts of persons, the same in every service: the words and the numbers of the rule. How it is kept, over
 * all tables that can be asked of one population at once, is in kernel/disclosure/ (docs/decisions/0020-one-population-all-tables.md).
 */

/** A count under it is not published. */
export const THRESHOLD = 10;
/** Every published count is a multiple of it. */
export const ROUNDING = 5;
/** A percentage, a median or a percentile is published of at least so many (domain brief 4.8, internal use). */
export const MEASURE_DENOMINATOR = 50;

/** Shown under every table, in the language of its readers. */
export const DISCLOSURE_RULE =
  `Aantallen kleiner dan ${THRESHOLD}, ook nul, worden niet getoond. Ook niet getoond worden aantallen waaruit zo'n aantal met andere tabellen over dezelfde groep is af te leiden. ` +
  `De andere aantallen zijn afgerond op een veelvoud van ${ROUNDING}; een mediaan of percentiel staat er bij ten minste ${MEASURE_DENOMINATOR}. ` +
  `Wat uw organisatie van een peildatum zag, blijft die maand staan zolang er minder dan ${THRESHOLD} personen veranderen.`;

export interface Cell {
  /** One value per dimension. */
  readonly key: readonly string[];
  readonly count: number;
}

export interface ShownRow {
  readonly key: readonly string[];
  /** Rounded, or null when suppressed. */
  readonly count: number | null;
  readonly suppressed: boolean;
}

export interface ShownTable {
  readonly rows: readonly ShownRow[];
  /** Number of suppressed rows. */
  readonly suppressed: number;
}

export function roundedCount(count: number): number {
  return Math.round(count / ROUNDING) * ROUNDING;
}

/** One cell per key, sorted by key. Small parts of two bodies may add up to a count that can be shown. */
export function sumCells(parts: Iterable<Cell>): Cell[] {
  const sums = new Map<string, Cell>();
  for (const { key, count } of parts) {
    const text = JSON.stringify(key);
    sums.set(text, { key, count: (sums.get(text)?.count ?? 0) + count });
  }
  const inOrder = [...sums].filter(([, cell]) => cell.count > 0).sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([, cell]) => cell);
}

export function byKey(one: { readonly key: readonly string[] }, other: { readonly key: readonly string[] }): number {
  const [left, right] = [JSON.stringify(one.key), JSON.stringify(other.key)];
  return left < right ? -1 : Number(left > right);
}
