import { describe, expect, it, jest } from '@jest/globals';
import { businessDateSetting, businessDateSource, instantOn } from './business-date.js';

describe('the business date', () => {
  it('is the one that the setting says, or today', () => {
    expect(businessDateSource('2014-03-03')()).toBe('2014-03-03');
    expect(businessDateSource('today')()).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('changes at midnight in the Netherlands, in winter and in summer', () => {
    const today = businessDateSource('today');
    const now = jest.spyOn(Date, 'now');
    const at = (instant: string): string => (now.mockReturnValue(Date.parse(instant)), today());
    expect(['2026-01-31T22:59:59.999Z', '2026-01-31T23:00:00.000Z', '2026-01-31T23:59:59Z'].map(at)).toEqual(['2026-01-31', '2026-02-01', '2026-02-01']);
    expect(['2026-07-31T21:59:59.999Z', '2026-07-31T22:00:00.000Z', '2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z'].map(at)).toEqual(['2026-07-31', '2026-08-01', '2026-03-29', '2026-03-29']);
    now.mockRestore();
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
