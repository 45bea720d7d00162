/** The arithmetic of measuring: what is said of many numbers. */

/** The smallest value that at least `percent` per cent of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1] as number;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** What `values` grow by per step of `at`, by least squares; 0 when there is nothing to draw a line through. */
export function slope(at: readonly number[], values: readonly number[]): number {
  const count = at.length;
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / count;
  const [meanAt, meanValue] = [mean(at), mean(values)];
  const spread = at.reduce((sum, one) => sum + (one - meanAt) ** 2, 0);
  if (count < 2 || spread === 0) return 0;
  return at.reduce((sum, one, index) => sum + (one - meanAt) * ((values[index] as number) - meanValue), 0) / spread;
}
