import { describe, expect, it } from '@jest/globals';
import { inForce } from '#kernel/authority.js';
import type { Viewer } from '#kernel/viewer.js';
import { mandatesOf } from './directory-policy.js';
import { authorityEnds } from './parties.js';
import type { Party } from './party.js';
import { MATRIX, ON, viewerOf } from './testing/sample-agreement.js';

const shown = (viewer: Viewer, on = ON): string[] => mandatesOf(viewer, inForce(MATRIX, on)).map(({ role, principal }) => `${role} ${principal}`);

describe('the mandates of a viewer', () => {
  it('are those of his body in the roles for which his office speaks', () => {
    expect(shown(viewerOf('werk-en-inkomen', 'CASE_WORKER'))).toEqual(['RESIDENCE_AUTHORITY gm-0626', 'RESIDENCE_AUTHORITY gm-0629']);
    expect(shown(viewerOf('sw-leiden', 'PLACEMENT_OFFICER'))).toEqual(['FORMAL_EMPLOYER gm-0626', 'PLACING_COMPANY sw-leiden', 'RECEIVING_COMPANY sw-leiden']);
  });

  it('are none for another office of the same body', () => {
    expect(shown(viewerOf('werk-en-inkomen', 'ANALYST'))).toEqual([]);
    expect(shown(viewerOf('sw-leiden', 'CASE_WORKER'))).toEqual(['FORMAL_EMPLOYER gm-0626']);
  });

  it('are there to their last day and not after', () => {
    expect(shown(viewerOf('gm-0626', 'CASE_WORKER'), '2011-12-31')).toEqual(['RESIDENCE_AUTHORITY gm-0626']);
    expect(shown(viewerOf('gm-0626', 'CASE_WORKER'), '2012-01-01')).toEqual([]);
  });
});

describe('the end of a party\'s authority', () => {
  const party: Party = { role: 'RESIDENCE_AUTHORITY', actingBody: 'gm-0626', onBehalfOf: 'gm-0626', basis: 'eerder', authorityUntil: null };
  const renewed = { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'gm-0626', basis: 'opnieuw', from: '2014-01-01', until: null };

  it('is what the register says today, also when it has passed', () => {
    expect(authorityEnds(party, MATRIX, ON)).toBe('2011-12-31');
    expect(authorityEnds(party, [renewed, ...MATRIX], ON)).toBeNull();
  });

  it('is what was written into the terms when the register no longer names the party', () => {
    expect(authorityEnds({ ...party, authorityUntil: '2013-06-30' }, [], ON)).toBe('2013-06-30');
  });
});
