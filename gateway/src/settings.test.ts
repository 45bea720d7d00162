import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from '#kernel/settings.js';
import { plainSettingsSchema, schakelSettingsSchema } from './settings.js';

const good = {
  SCHAKEL_SUBGRAPHS: 'benefits=http://127.0.0.1:4011/graphql',
  SCHAKEL_ENVELOPE_KEYS: `benefits=${Buffer.alloc(32, 1).toString('base64url')}`,
  SCHAKEL_ISSUER: 'http://127.0.0.1:4001',
  SCHAKEL_JWKS_URL: 'http://127.0.0.1:4001/jwks',
};

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(schakelSettingsSchema, environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe('the settings of the gateway', () => {
  it('the least that is needed is enough', () => {
    expect(faultsOf(good)).toEqual([]);
  });

  it('all faults are told at once, without values', () => {
    const faults = faultsOf({ ...good, SCHAKEL_PORT: '0', SCHAKEL_JWKS_URL: 'secret-place', SCHAKEL_ISSUER: '' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['SCHAKEL_PORT', 'SCHAKEL_ISSUER', 'SCHAKEL_JWKS_URL']);
    expect(faults.join()).not.toContain('secret-place');
  });

  it('a short key is refused', () => {
    expect(faultsOf({ ...good, SCHAKEL_ENVELOPE_KEYS: 'benefits=c2hvcnQ' })).toHaveLength(1);
  });

  it('a plain gateway needs nothing', () => {
    expect(readSettings(plainSettingsSchema, {})).toMatchObject({ SCHAKEL_PORT: 4000, SCHAKEL_READ_TIMEOUT_MS: 1500, SCHAKEL_WRITE_TIMEOUT_MS: 5000, SCHAKEL_PLAYGROUND: false });
  });
});
