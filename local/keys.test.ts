import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JSONWebKeySet, JWK } from 'jose';
import { openKeys } from './keys.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakel-keys-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

describe('the keys of a stack', () => {
  it('are made once; a service that joins later gets its own and the others keep theirs', async () => {
    const before = await openKeys(dataDir, ['benefits']);
    const key = read<JWK>(before.serviceKeyFile('benefits'));
    const after = await openKeys(dataDir, ['benefits', 'sw-leiden']);
    expect(read<JWK>(after.serviceKeyFile('benefits'))).toEqual(key);
    expect(after.envelope['benefits']).toBe(before.envelope['benefits']);
    expect(after.log['benefits']).toBe(before.log['benefits']);
    expect(after.log['sw-leiden']).not.toBe(after.log['benefits']);
    expect(Buffer.from(after.envelope['sw-leiden'] ?? '', 'base64url')).toHaveLength(32);
  });

  it('publish the public halves only, under the name of the service', async () => {
    const keys = await openKeys(dataDir, ['benefits', 'sw-leiden']);
    const published = read<JSONWebKeySet>(keys.partyKeysFile).keys;
    expect(published.map(({ kid, alg, d }) => ({ kid, alg, d }))).toEqual([
      { kid: 'benefits', alg: 'ES256', d: undefined },
      { kid: 'sw-leiden', alg: 'ES256', d: undefined },
    ]);
  });

  it('are readable for their owner only', async () => {
    const keys = await openKeys(dataDir, ['benefits']);
    for (const file of [keys.serviceKeyFile('benefits'), join(dataDir, 'keys', 'envelope-keys.json'), join(dataDir, 'keys', 'log-keys.json')]) expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
