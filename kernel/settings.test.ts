import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { keySetting, mapSetting, portSetting, readSettings, SettingsError } from './settings.js';

const schema = z.object({ SCHAKEL_PORT: portSetting, SCHAKEL_KEY: keySetting, SCHAKEL_PARTIES: mapSetting.optional(), SCHAKEL_LEVEL: z.string().default('info') });
const good = { SCHAKEL_PORT: '4000', SCHAKEL_KEY: Buffer.alloc(32).toString('base64url') };

function faultsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readSettings(schema, environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe('settings', () => {
  it('are read with their defaults', () => {
    expect(readSettings(schema, { ...good, SCHAKEL_LEVEL: '' })).toMatchObject({ SCHAKEL_PORT: 4000, SCHAKEL_LEVEL: 'info' });
  });

  it('tell all faults at once, by name and never with the value', () => {
    const faults = faultsOf({ SCHAKEL_PORT: 'geheim', SCHAKEL_PARTIES: 'benefits' });
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(['SCHAKEL_KEY', 'SCHAKEL_PARTIES', 'SCHAKEL_PORT']);
    expect(faults.join()).not.toContain('geheim');
    expect(faults).toContain('SCHAKEL_KEY: is required');
  });

  it('read a list of names and values', () => {
    expect(readSettings(schema, { ...good, SCHAKEL_PARTIES: 'a=http://x, b=http://y?z=1' }).SCHAKEL_PARTIES).toEqual(new Map([['a', 'http://x'], ['b', 'http://y?z=1']]));
  });
});
