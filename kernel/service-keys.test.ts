import { describe, expect, it } from '@jest/globals';
import { publicKeysOf } from './service-keys.js';

const key = (kid: string) => ({ kty: 'EC', crv: 'P-256', x: `x of ${kid}`, y: 'y', kid, d: 'secret', ext: true });

describe('the public keys of a service', () => {
  const set = { keys: [key('sw-leiden.2014'), key('sw-leiden-noord'), key('sw-leiden'), key('reintegration')] };

  it('are the one in use and its older ones, and no other service\'s', () => {
    expect(publicKeysOf(set, 'sw-leiden').map(({ kid }) => kid)).toEqual(['sw-leiden', 'sw-leiden.2014']);
    expect(publicKeysOf(set, 'sw')).toEqual([]);
  });

  it('never hold a private part', () => {
    expect(publicKeysOf(set, 'reintegration')).toEqual([{ kty: 'EC', crv: 'P-256', x: 'x of reintegration', y: 'y', kid: 'reintegration' }]);
  });
});
