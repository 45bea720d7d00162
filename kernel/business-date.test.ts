import { describe, expect, it } from '@jest/globals';
import { businessDateSetting, businessDateSource, instantOn } from './business-date.js';

describe('the business date', () => {
  it('is the one that the setting says, or today', () => {
    expect(businessDateSource('2014-03-03')()).toBe('2014-03-03');
    expect(businessDateSource('today')()).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it.each(['yesterday', '2014-02-30', '03-03-2014', ''])('is not set by %j', (text) => {
    expect(businessDateSetting.safeParse(text).success).toBe(false);
  });
});

describe('the instant of a business date', () => {
  it('is now where the business date is today', () => {
    expect(instantOn('2026-11-22', '2026-11-21T23:30:00.123Z')).toBe('2026-11-21T23:30:00.123Z');
  });

  it('lies in the business date elsewhere, at the same time of day', () => {
    expect(instantOn('2026-11-21', '2026-11-21T23:30:00.000Z')).toBe('2026-11-20T23:30:00.000Z');
    expect(instantOn('2014-03-03', '2026-07-01T10:00:00.000Z')).toBe('2014-03-03T11:00:00.000Z');
  });
});
