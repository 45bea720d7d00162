/**
 * The answer of one check of the law on an agreement or an order: Wsw art. 5, Waadi arts 8-11, BW 7:655 and their like each answer in this shape.
 * REFUSED: it may not be so. WARNING: not yet in order, or not known. HUMAN: the law leaves it to judgement, so no function answers it.
 */
export type CheckOutcome = 'MET' | 'WARNING' | 'REFUSED' | 'HUMAN';

export const CHECK_OUTCOMES = ['MET', 'WARNING', 'REFUSED', 'HUMAN'] as const satisfies readonly CheckOutcome[];

export interface Check {
  /** As a Dutch official cites it: 'Waadi art. 10'. */
  readonly article: string;
  readonly outcome: CheckOutcome;
  /** Dutch. */
  readonly text: string;
}

/** The first check that forbids, or null. */
export function forbidden(checks: readonly Check[]): Check | null {
  return checks.find(({ outcome }) => outcome === 'REFUSED') ?? null;
}
