import { describe, expect, it } from '@jest/globals';
import { whyNoExport, type ExportPolicy } from './export-policy.js';
import type { Viewer } from './viewer.js';

const PURPOSES = [
  { code: 'figures', text: '', legalGround: '', fields: { ANALYST: [] }, roles: ['ANALYST' as const] },
  { code: 'other', text: '', legalGround: '', fields: { CASE_WORKER: [] }, roles: ['CASE_WORKER' as const] },
];
const POLICY: ExportPolicy = { purpose: 'figures', roles: ['ANALYST', 'CASE_WORKER'], scopes: ['statistics:read'] };
const ANALYST: Viewer = { subject: 'a', body: 'b', roles: ['ANALYST'], scopes: ['statistics:read'], purpose: 'figures' };

describe('an export', () => {
  it('is for who holds its role, names its purpose, and works with an application that was granted it', () => {
    expect(whyNoExport(POLICY, ANALYST, PURPOSES)).toBeNull();
    expect(whyNoExport({ purpose: 'figures', roles: ['ANALYST'] }, { ...ANALYST, scopes: [] }, PURPOSES)).toBeNull();
  });

  it.each([
    ['another role', { roles: ['WORKER' as const] }, /rol/],
    ['a role that may not name this purpose, whatever the definition says', { roles: ['CASE_WORKER' as const] }, /rol/],
    ['no role', { roles: [] }, /rol/],
    ['another purpose', { purpose: 'other' }, /doelbinding figures/],
    ['no purpose', { purpose: null }, /doelbinding figures/],
    ['an application without the scope', { scopes: [] }, /statistics:read/],
  ])('is not for %s', (_what, change, reason) => {
    expect(whyNoExport(POLICY, { ...ANALYST, ...change }, PURPOSES)).toMatch(reason);
  });
});
