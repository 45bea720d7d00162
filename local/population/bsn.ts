/**
 * Citizen service numbers that no living person has: they start with 99, and they pass the eleven-test as a real one does.
 * Numbers from 999000000 on are left free, because the national test persons are said to live there.
 */

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;
const SERIALS = 900_000;
/** Coprime with SERIALS, so that stepping visits every serial once before it repeats. */
const STEP = 614_657;
/** Serials below this one are kept for people who are written down by hand. */
const RESERVED = 1_000;

export function passesElevenTest(bsn: string): boolean {
  if (!/^\d{9}$/.test(bsn) || bsn === '000000000') return false;
  return WEIGHTS.reduce<number>((sum, weight, index) => sum + weight * Number(bsn[index]), 0) % 11 === 0;
}

/** The number with six-digit `serial` after 99, or null when no last digit makes it pass. */
export function bsnOfSerial(serial: number): string | null {
  const body = `99${String(serial).padStart(6, '0')}`;
  const sum = WEIGHTS.slice(0, 8).reduce<number>((total, weight, index) => total + weight * Number(body[index]), 0);
  const last = sum % 11;
  return last === 10 ? null : `${body}${last}`;
}

/** Hands out different numbers, in an order that does not look like an order. */
export class BsnIssuer {
  private serial = 271_828;

  next(): string {
    for (;;) {
      this.serial = (this.serial + STEP) % SERIALS;
      if (this.serial < RESERVED) continue;
      const bsn = bsnOfSerial(this.serial);
      if (bsn !== null) return bsn;
    }
  }
}
