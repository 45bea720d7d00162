import { describe, expect, it } from '@jest/globals';
import { isBsn } from './bsn.js';

describe('a burgerservicenummer', () => {
  it.each(['111222333', '123456782', '012345672'])('%s passes the eleven-test', (number) => expect(isBsn(number)).toBe(true));
  it.each(['123456789', '000000000', '12345678', '1234567820', 'abcdefghi', ''])('%j is none', (number) => expect(isBsn(number)).toBe(false));
});
