import { describe, expect, it } from '@jest/globals';
import { HealthOfAll } from './health-of-all.js';

const READY = { ready: true, text: 'ready\n' };
const WAITING = { ready: false, text: 'waiting for: sw-leiden\n' };

describe('a gateway of three workers', () => {
  it('is ready at its start when all are, and says for whom they wait', () => {
    const all = new HealthOfAll(3);
    expect(all.health).toEqual({ ready: false, text: 'waiting for: workers\n' });
    all.heard(1, READY);
    all.heard(2, WAITING);
    expect(all.health).toEqual(WAITING);
    all.heard(2, READY);
    all.heard(3, READY);
    expect(all.health).toEqual(READY);
  });

  it('stays ready after that as long as one is, and says how many', () => {
    const all = new HealthOfAll(3);
    for (const place of [1, 2, 3]) all.heard(place, READY);
    all.heard(1, null);
    all.heard(2, WAITING);
    expect(all.health).toEqual({ ready: true, text: 'ready\nworkers: 1 of 3\n' });
    all.heard(3, null);
    expect(all.health.ready).toBe(false);
  });

  it('tells what one of them warns of', () => {
    const all = new HealthOfAll(2);
    all.heard(1, READY);
    all.heard(2, { ready: true, text: 'ready\nthe last good one serves\n' });
    expect(all.health.text).toBe('ready\nthe last good one serves\n');
  });

  it('is not ready any more once it was told to stop', () => {
    const all = new HealthOfAll(1);
    all.heard(1, READY);
    all.goodbye();
    expect(all.health).toEqual({ ready: false, text: 'stopping\n' });
  });
});
