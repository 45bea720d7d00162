import { describe, expect, it } from '@jest/globals';
import { BsnIssuer, bsnOfSerial, passesElevenTest } from './bsn.js';

describe('citizen service numbers', () => {
  it.each([['111222333', true], ['123456782', true], ['012345672', true], ['123456789', false], ['000000000', false], ['12345678', false]])(
    '%s passes the eleven-test: %s',
    (bsn, passes) => expect(passesElevenTest(bsn)).toBe(passes),
  );

  it('each issued number is new, passes, starts with 99 and stays below the numbers of the national test persons', () => {
    const issuer = new BsnIssuer();
    const issued = Array.from({ length: 20_000 }, () => issuer.next());
    expect(new Set(issued).size).toBe(issued.length);
    expect(issued.filter((one) => !passesElevenTest(one) || !one.startsWith('99') || one >= '999000000')).toEqual([]);
  });

  it('a serial for which no last digit passes gives no number', () => {
    const without = Array.from({ length: 100 }, (_, serial) => serial).filter((serial) => bsnOfSerial(serial) === null);
    expect(without.length).toBeGreaterThan(0);
  });
});
