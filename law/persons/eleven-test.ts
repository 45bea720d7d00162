/** Wet algemene bepalingen burgerservicenummer arts 11 and 12: who delivers by citizen service number checks it first; its last digit is a check on the others. */

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Nine digits of which the weighed sum is divisible by 11, and not all zeros. An older number of eight digits gets its leading zero first. */
export function passesElevenTest(number: string): boolean {
  if (!/^\d{9}$/.test(number) || number === '000000000') return false;
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11 === 0;
}
