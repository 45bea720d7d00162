/** Signatures of acceptances: who signs, what is signed, what is found out. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { PartySigner } from '#kernel/party-token.js';
import type { Registers } from '#kernel/registers.js';
import type { Acceptance } from '../domain/agreement.js';
import { signAcceptanceContent } from './acceptance-jws.js';
import { BodySigner } from './body-signer.js';

const registers = { parties: [{ service: 'reintegration', body: 'werk-en-inkomen' }, { service: 'sw-leiden', body: 'sw-leiden', company: { code: 'leiden', name: 'x' } }] } as unknown as Registers;
const asking = { viewer: { subject: 's', body: 'werk-en-inkomen', roles: [], purpose: 'wsw' }, businessDate: '2014-03-03', requestId: 'r', deadline: 0 };
const request = { agreement: 'a1', termsVersion: 2, termsHash: 'h', terms: {} as never, roles: ['RESIDENCE_AUTHORITY' as const], onBehalfOf: ['gm-0626'], basis: ['mandaat'] };
let signer: BodySigner;
let own: PartySigner;
let leiden: PartySigner;

beforeAll(async () => {
  const pairs = await Promise.all(['reintegration', 'sw-leiden'].map(async (kid) => ({ kid, pair: await generateKeyPair('ES256', { extractable: true }) })));
  const keys = await Promise.all(pairs.map(async ({ kid, pair }) => ({ ...(await exportJWK(pair.publicKey)), kid })));
  const [first, second] = await Promise.all(pairs.map(async ({ kid, pair }) => PartySigner.load(kid, { ...(await exportJWK(pair.privateKey)), kid })));
  own = first!;
  leiden = second!;
  signer = new BodySigner({ service: 'reintegration', body: 'werk-en-inkomen', key: own.key }, { keys }, undefined as never, registers);
});

const acceptance = (signature: string, changes: Partial<Acceptance> = {}): Acceptance => ({ role: 'RESIDENCE_AUTHORITY', actingBody: 'werk-en-inkomen', termsVersion: 2, at: '', signature, ...changes });
const verify = async (changes: Partial<Acceptance> = {}, agreement = 'a1', hash = 'h'): Promise<boolean> =>
  signer.verify(acceptance(await signer.sign('werk-en-inkomen', request, null, asking), changes), agreement, hash);

describe('an acceptance of the joint service', () => {
  it('is signed by its own key and found genuine', async () => {
    expect(await verify()).toBe(true);
  });

  it.each([
    ['another agreement', {}, 'a2', 'h'],
    ['other terms', {}, 'a1', 'h2'],
    ['another version', { termsVersion: 1 }, 'a1', 'h'],
    ['another role', { role: 'FORMAL_EMPLOYER' as const }, 'a1', 'h'],
    ['another body', { actingBody: 'sw-leiden' }, 'a1', 'h'],
  ])('does not count for %s', async (_what, changes, agreement, hash) => {
    expect(await verify(changes, agreement, hash)).toBe(false);
  });

  it('does not count when a letter of it was changed', async () => {
    const jws = await signer.sign('werk-en-inkomen', request, null, asking);
    const [header, payload, signature] = jws.split('.') as [string, string, string];
    const altered = Buffer.from(payload, 'base64url').toString().replace('"h"', '"i"');
    expect(await signer.verify(acceptance(`${header}.${Buffer.from(altered).toString('base64url')}.${signature}`), 'a1', 'i')).toBe(false);
    expect(await signer.verify(acceptance('no jws'), 'a1', 'h')).toBe(false);
  });
});

describe('an acceptance of a company', () => {
  const content = { agreement: 'a1', termsVersion: 2, termsHash: 'h', body: 'sw-leiden', roles: ['PLACING_COMPANY'], onBehalfOf: ['sw-leiden'], signedAt: '2014-03-03T09:00:00Z' };
  const ofLeiden = { actingBody: 'sw-leiden', role: 'PLACING_COMPANY' } as const;

  it('is genuine under its own key, and not when the joint service signed in its name', async () => {
    expect(await signer.verify(acceptance(await signAcceptanceContent(content, 'sw-leiden', leiden.key), ofLeiden), 'a1', 'h')).toBe(true);
    expect(await signer.verify(acceptance(await signAcceptanceContent(content, 'reintegration', own.key), ofLeiden), 'a1', 'h')).toBe(false);
    expect(await signer.verify(acceptance(await signAcceptanceContent(content, 'sw-leiden', own.key), ofLeiden), 'a1', 'h')).toBe(false);
  });

  it('is never asked for without the gateway\'s ticket', async () => {
    await expect(signer.sign('sw-leiden', request, null, asking)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
