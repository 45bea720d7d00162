/** The Mann-Whitney U test of two samples, two-sided, by the normal approximation with the correction for ties: for samples of hundreds. */

export interface Comparison {
  /** The chance of a difference like this when there is none. */
  readonly p: number;
  readonly medianGap: number;
}

export function mannWhitney(first: readonly number[], second: readonly number[]): Comparison {
  const all = [...first.map((value) => ({ value, own: true })), ...second.map((value) => ({ value, own: false }))].sort((a, b) => a.value - b.value);
  const { rankSum, ties } = ranked(all);
  const [m, n] = [first.length, second.length];
  const u = rankSum - (m * (m + 1)) / 2;
  const total = m + n;
  const deviation = Math.sqrt(((m * n) / 12) * (total + 1 - ties / (total * (total - 1))));
  const z = deviation === 0 ? 0 : Math.max(0, Math.abs(u - (m * n) / 2) - 0.5) / deviation;
  return { p: 2 * upperTail(z), medianGap: median(first) - median(second) };
}

/** Equal values share the middle of their ranks. */
function ranked(all: readonly { readonly value: number; readonly own: boolean }[]): { rankSum: number; ties: number } {
  let [rankSum, ties] = [0, 0];
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const [size, rank] = [end - start, (start + 1 + end) / 2];
    rankSum += rank * all.slice(start, end).filter(({ own }) => own).length;
    ties += size ** 3 - size;
    start = end;
  }
  return { rankSum, ties };
}

/** Of the normal distribution, to seven digits (Abramowitz and Stegun 26.2.17). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
