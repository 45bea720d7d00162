/** The arithmetic of the bench: what is said of a heap of latencies, and of several rounds. */

export interface Latencies {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Requests per second. */
  readonly rps: number;
}

/** Nearest rank, of any order; NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

export function summary(latencies: readonly number[], seconds: number): Latencies {
  return { p50: percentile(latencies, 50), p95: percentile(latencies, 95), p99: percentile(latencies, 99), rps: latencies.length / seconds };
}

/** Of several rounds the median of each figure by itself, so that one disturbed round does not speak for all. */
export function medianOf(rounds: readonly Latencies[]): Latencies {
  const of = (figure: keyof Latencies): number => percentile(rounds.map((round) => round[figure]), 50);
  return { p50: of('p50'), p95: of('p95'), p99: of('p99'), rps: of('rps') };
}

/** How often the second goes into the first. */
export function ratio(one: number, other: number): number {
  return other === 0 ? Number.NaN : one / other;
}
