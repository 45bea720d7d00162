/** Wabb art. 11 and 12: whoever passes a burgerservicenummer on must know that it can be one. Nine digits, weights 9 to 2 and -1, divisible by eleven. */

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;
const ELEVEN = 11;

export function isBsn(text: string): boolean {
  if (!/^\d{9}$/.test(text) || /^0+$/.test(text)) return false;
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % ELEVEN === 0;
}
