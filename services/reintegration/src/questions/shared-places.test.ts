import { describe, expect, it } from '@jest/globals';
import { type Viewer, SCOPES } from '#kernel/viewer.js';
import { SharedPlaces, type Places } from './shared-places.js';

const viewer: Viewer = { subject: 'officer', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'], scopes: SCOPES, purpose: 'wsw' };
const asking = { viewer, businessDate: '2014-03-03' };

/** Counts the questions; each answer is its number. */
function companies(answered = true) {
  let asked = 0;
  const ask = (): Promise<Places> => Promise.resolve([{ body: `answer ${(asked += 1)}`, answered, asOf: null, rows: [] }]);
  return { ask, asked: () => asked };
}

describe('the open places of all companies', () => {
  it('are asked once for all that one viewer is told within a second', async () => {
    let now = 0;
    const { ask, asked } = companies();
    const shared = new SharedPlaces(() => now);
    await Promise.all(Array.from({ length: 50 }, () => shared.of(asking, ask)));
    now = 999;
    await shared.of(asking, ask);
    expect(asked()).toBe(1);
    now = 1_001;
    expect(await shared.of(asking, ask)).toEqual([expect.objectContaining({ body: 'answer 2' })]);
  });

  it('are asked again for somebody else, for another purpose and on another date', async () => {
    const { ask, asked } = companies();
    const shared = new SharedPlaces(() => 0);
    await shared.of(asking, ask);
    await shared.of({ ...asking, viewer: { ...viewer, subject: 'another' } }, ask);
    await shared.of({ ...asking, viewer: { ...viewer, purpose: 'bijstand' } }, ask);
    await shared.of({ ...asking, businessDate: '2014-03-04' }, ask);
    expect(asked()).toBe(4);
  });

  it('are asked again when a company did not answer', async () => {
    const { ask, asked } = companies(false);
    const shared = new SharedPlaces(() => 0);
    await shared.of(asking, ask);
    await shared.of(asking, ask);
    expect(asked()).toBe(2);
  });
});
