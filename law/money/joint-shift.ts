/**
 * Two colleges shift minimum labour years between them. Besluit uitvoering sw art. 16(7), BWBR0017240 (2012): both ask the minister in writing, before
 * 1 September of the year itself, and what one gives the other takes. Who might shift with whom is a proposal of ours; the colleges decide.
 */
import { Big } from 'big.js';

export interface Standing {
  readonly municipality: string;
  readonly minimum: string;
}

export interface ShiftRequest {
  readonly year: number;
  /** The day on which the minister has the request of both. */
  readonly requestedOn: string;
  readonly giver: Standing;
  readonly taker: Standing;
  readonly labourYears: string;
}

export type ShiftRefusal = 'TOO_LATE' | 'SAME_MUNICIPALITY' | 'NOTHING_TO_SHIFT' | 'NOT_IN_HUNDREDTHS' | 'MORE_THAN_THE_GIVER_HAS';

/** What a municipality expects to realise in the year, beside its minimum. */
export interface Expectation extends Standing {
  readonly expected: string;
}

/** Codes of two municipalities, and how much of the one's minimum the other could realise. */
export interface ShiftCandidate {
  readonly giver: string;
  readonly taker: string;
  readonly labourYears: string;
}

/** Last day of the request: the one before 1 September. */
export function lastDayForShift(year: number): string {
  return `${year}-08-31`;
}

/** The new minimums, whose sum is the old one; or why not, all reasons at once. */
export function jointShift(request: ShiftRequest): { readonly giver: Standing; readonly taker: Standing } | { readonly refused: readonly ShiftRefusal[] } {
  const refused = refusals(request);
  if (refused.length > 0) return { refused };
  const { giver, taker, labourYears } = request;
  return {
    giver: { ...giver, minimum: new Big(giver.minimum).minus(labourYears).toFixed() },
    taker: { ...taker, minimum: new Big(taker.minimum).plus(labourYears).toFixed() },
  };
}

/** Who falls short of the minimum gives, who has more takes: the largest of both first, as far as it goes. */
export function shiftCandidates(expectations: readonly Expectation[]): readonly ShiftCandidate[] {
  const balances = expectations.map(({ municipality, minimum, expected }) => ({ municipality, left: new Big(expected).minus(minimum) }));
  const short = sortedByLeft(balances.filter(({ left }) => left.lt(0)).map(({ municipality, left }) => ({ municipality, left: left.abs() })));
  const over = sortedByLeft(balances.filter(({ left }) => left.gt(0)));
  const found: ShiftCandidate[] = [];
  for (let giver = short.shift(), taker = over.shift(); giver && taker;) {
    const labourYears = giver.left.lt(taker.left) ? giver.left : taker.left;
    found.push({ giver: giver.municipality, taker: taker.municipality, labourYears: labourYears.toFixed() });
    giver = giver.left.eq(labourYears) ? short.shift() : { ...giver, left: giver.left.minus(labourYears) };
    taker = taker.left.eq(labourYears) ? over.shift() : { ...taker, left: taker.left.minus(labourYears) };
  }
  return found;
}

interface Balance {
  readonly municipality: string;
  readonly left: Big;
}

function sortedByLeft(balances: readonly Balance[]): Balance[] {
  return balances.toSorted((one, other) => other.left.cmp(one.left) || (one.municipality < other.municipality ? -1 : 1));
}

function refusals({ year, requestedOn, giver, taker, labourYears }: ShiftRequest): ShiftRefusal[] {
  const amount = new Big(labourYears);
  return [
    ...(requestedOn > lastDayForShift(year) ? ['TOO_LATE' as const] : []),
    ...(giver.municipality === taker.municipality ? ['SAME_MUNICIPALITY' as const] : []),
    ...(amount.lte(0) ? ['NOTHING_TO_SHIFT' as const] : []),
    ...(amount.round(2, Big.roundDown).eq(amount) ? [] : ['NOT_IN_HUNDREDTHS' as const]),
    ...(amount.gt(giver.minimum) ? ['MORE_THAN_THE_GIVER_HAS' as const] : []),
  ];
}
