/** What every part of the national runs takes; it hands back figures that are printed, and violations. */
import type { Figures } from '../faults/measures/part.js';

export interface NationalArgs {
  /** How many workers, one run each; the whole country last. */
  readonly workers: readonly number[];
  /** Chance comes from here alone. */
  readonly seed: number;
  /** A line for who waits. */
  readonly say: (line: string) => void;
}

export type NationalPart = (args: NationalArgs) => Promise<Figures>;

/** A quarter, a half and all of the workers of 2012-2014, and how many municipalities and companies they were divided over. */
export const NATION = { workers: [26_000, 52_000, 104_000], municipalities: 415, companies: 90 } as const;
