import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BackOff } from './back-off.js';
import { KeepAlive } from './keep-alive.js';

describe('the wait before a process is started again', () => {
  it('begins at half a second, doubles, and is half a minute at most', () => {
    const backOff = new BackOff(() => 0);
    expect(Array.from({ length: 9 }, () => backOff.ended())).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('begins anew after a minute of health, and not before', () => {
    let now = 0;
    const backOff = new BackOff(() => now);
    backOff.ended();
    backOff.ended();
    backOff.started();
    now += 59_999;
    expect(backOff.ended()).toBe(2_000);
    backOff.started();
    now += 60_000;
    expect(backOff.ended()).toBe(500);
  });

  it('does not take the time that a process was down for health', () => {
    let now = 0;
    const backOff = new BackOff(() => now);
    backOff.ended();
    now += 3_600_000;
    expect(backOff.ended()).toBe(1_000);
  });
});

describe('what ended unasked', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function make(again: () => Promise<void>): { keep: KeepAlive; told: string[] } {
    const told: string[] = [];
    return { told, keep: new KeepAlive({ again, onBack: (name) => told.push(`${name} back`), onFailed: (name, _error, wait) => told.push(`${name} failed ${wait}`) }) };
  }

  it('is started again, and again while it does not get up', async () => {
    let attempts = 0;
    const { keep, told } = make(() => (++attempts < 3 ? Promise.reject(new Error('no')) : Promise.resolve()));
    expect(keep.ended('gateway')).toBe(500);
    await jest.advanceTimersByTimeAsync(500 + 1_000 + 2_000);
    expect({ attempts, told }).toEqual({ attempts: 3, told: ['gateway failed 1000', 'gateway failed 2000', 'gateway back'] });
  });

  it('stays down when somebody stops it by name, also in the middle of an attempt', async () => {
    let fail: (error: Error) => void = () => undefined;
    let attempts = 0;
    const { keep, told } = make(() => new Promise((_resolve, reject) => {
      attempts += 1;
      fail = reject;
    }));
    keep.ended('gateway');
    keep.letGo('gateway');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(attempts).toBe(0);
    keep.ended('gateway');
    await jest.advanceTimersByTimeAsync(500);
    keep.letGo('gateway');
    fail(new Error('stopped'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect({ attempts, told }).toEqual({ attempts: 1, told: [] });
  });

  it('stays down once the stack goes down', async () => {
    let attempts = 0;
    const { keep } = make(() => Promise.resolve(void (attempts += 1)));
    keep.ended('gateway');
    keep.close();
    expect(keep.ended('issuer')).toBeNull();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(attempts).toBe(0);
  });
});
