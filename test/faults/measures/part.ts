/** What every measure of the fault harness hands back: figures that are printed and kept, and what was not as it must be. */

/** How much is asked: the short version is for each change, the long one for the figures in docs/reliability.md. */
export interface FaultArgs {
  readonly long: boolean;
  /** Chance comes from here alone, so that a run can be done again. */
  readonly seed: number;
  /** A line for who waits. */
  readonly say: (line: string) => void;
}

export interface Figures {
  /** Name of the part: crash, race, commands, ... */
  readonly name: string;
  readonly figures: Readonly<Record<string, number | string>>;
  /** One line each, naming the invariant where there is one; empty when all is well. */
  readonly violations: readonly string[];
}

export type FaultPart = (args: FaultArgs) => Promise<Figures>;

/** Of durations in milliseconds: the median, the 99th percentile and the longest, whole numbers. */
export function spread(durations: readonly number[]): { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number } {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (part: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
