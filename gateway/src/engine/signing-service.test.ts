import { describe, expect, it } from '@jest/globals';
import { signingService } from './signing-service.js';

const parties = [
  { service: 'benefits', body: 'werk-en-inkomen' },
  { service: 'reintegration', body: 'werk-en-inkomen' },
  { service: 'sw-leiden', body: 'sw-leiden' },
];

describe('which service signs for a body', () => {
  it('the joint service signs at the service that keeps the agreements', () => {
    expect(signingService(parties, 'werk-en-inkomen', 'reintegration')).toBe('reintegration');
  });

  it('a company signs at its own service', () => {
    expect(signingService(parties, 'sw-leiden', 'reintegration')).toBe('sw-leiden');
  });

  it('a body without a service signs nothing', () => {
    expect(signingService(parties, 'gm-0626', 'reintegration')).toBeNull();
  });
});
