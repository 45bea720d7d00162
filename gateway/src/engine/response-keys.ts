/**
 * Fields with arguments are planned under a key of their own: a planner that also needs the field for a @requires, with other arguments, would
 * otherwise take the one for the other (wrong rows without an error, in Apollo's). The mark is taken off again where the answer is written.
 */
const MARK = /__arg\d+$/;

/** `n` tells apart what is asked in one operation. */
export function markedKey(responseKey: string, n: number): string {
  return `${responseKey}__arg${n}`;
}

/** The client's key of what is planned under `key`. Whoever marks also marks a key of the client that looks marked. */
export function clientKey(key: string): string {
  return key.replace(MARK, '');
}

export function looksMarked(key: string): boolean {
  return MARK.test(key);
}
