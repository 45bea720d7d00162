/** Signatures of acceptances: who signs, what is signed, what is found out. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { PartySigner } from '#kernel/party-token.js';
import type { Registers } from '#kernel/registers.js';
import type { Acceptance, Agreement } from '../domain/agreement.js';
import type { Party, SignedParty } from '../domain/party.js';
import { agreementAfter } from '../domain/testing/sample-agreement.js';
import { signAcceptanceContent } from './acceptance-jws.js';
import { BodySigner } from './body-signer.js';
import { SCOPES } from '#kernel/viewer.js';

const registers = { parties: [{ service: 'reintegration', body: 'werk-en-inkomen' }, { service: 'sw-leiden', body: 'sw-leiden', company: { code: 'leiden', name: 'x' } }] } as unknown as Registers;
const asking = { viewer: { subject: 's', body: 'werk-en-inkomen', roles: [], scopes: SCOPES, purpose: 'wsw' }, businessDate: '2014-03-03', requestId: 'r', deadline: 0 };
const parties = [{ role: 'RESIDENCE_AUTHORITY' as const, onBehalfOf: 'gm-0626', basis: 'mandaat' }];
const request = { agreement: 'a1', amends: null, termsVersion: 2, termsHash: 'h', terms: {} as never, parties, given: null };
const base = agreementAfter();
const agreement: Agreement = {
  ...base,
  id: 'a1',
  current: { ...base.current, number: 2, hash: 'h' },
  parties: [
    { role: 'RESIDENCE_AUTHORITY', actingBody: 'werk-en-inkomen', onBehalfOf: 'gm-0626', basis: 'mandaat', authorityUntil: null },
    { role: 'FORMAL_EMPLOYER', actingBody: 'sw-leiden', onBehalfOf: 'gm-0626', basis: 'overeenkomst', authorityUntil: null },
    { role: 'PLACING_COMPANY', actingBody: 'sw-leiden', onBehalfOf: 'sw-leiden', basis: 'voor zichzelf', authorityUntil: null },
  ],
};
let signer: BodySigner;
let own: PartySigner;
let leiden: PartySigner;

beforeAll(async () => {
  const pairs = await Promise.all(['reintegration', 'sw-leiden'].map(async (kid) => ({ kid, pair: await generateKeyPair('ES256', { extractable: true }) })));
  const keys = await Promise.all(pairs.map(async ({ kid, pair }) => ({ ...(await exportJWK(pair.publicKey)), kid })));
  const [first, second] = await Promise.all(pairs.map(async ({ kid, pair }) => PartySigner.load(kid, { ...(await exportJWK(pair.privateKey)), kid })));
  own = first!;
  leiden = second!;
  signer = new BodySigner({ service: 'reintegration', body: 'werk-en-inkomen', key: own.key }, { keys }, undefined as never, registers, () => Promise.resolve(0));
});

const acceptance = (signature: string, changes: Partial<Acceptance> = {}): Acceptance => ({ role: 'RESIDENCE_AUTHORITY', actingBody: 'werk-en-inkomen', termsVersion: 2, at: '', signature, ...changes });
const verify = async (changes: Partial<Acceptance> = {}, other: Partial<Agreement> = {}): Promise<boolean> =>
  signer.verify(acceptance(await signer.sign('werk-en-inkomen', request, null, asking), changes), { ...agreement, ...other });
const residence = (changes: Partial<Party>): Partial<Agreement> => ({ parties: agreement.parties.map((one) => (one.role === 'RESIDENCE_AUTHORITY' ? { ...one, ...changes } : one)) });

describe('an acceptance of the joint service', () => {
  it('is signed by its own key and found genuine', async () => {
    expect(await verify()).toBe(true);
  });

  it.each<[string, Partial<Acceptance>, Partial<Agreement>]>([
    ['another agreement', {}, { id: 'a2' }],
    ['the amendment of a running agreement', {}, { amends: 'a0' }],
    ['other terms', {}, { current: { ...agreement.current, hash: 'h2' } }],
    ['another version', { termsVersion: 1 }, {}],
    ['an older version of the agreement', {}, { current: { ...agreement.current, number: 3 } }],
    ['another role', { role: 'FORMAL_EMPLOYER' }, {}],
    ['another body', { actingBody: 'sw-leiden' }, {}],
    ['a party that another body acts for', {}, residence({ actingBody: 'sw-leiden' })],
    ['another principal', {}, residence({ onBehalfOf: 'gm-0629' })],
    ['another basis', {}, residence({ basis: 'ander mandaat' })],
    ['one role more', {}, { parties: agreement.parties.map((one) => ({ ...one, actingBody: 'werk-en-inkomen' })) }],
  ])('does not count for %s', async (_what, changes, other) => {
    expect(await verify(changes, other)).toBe(false);
  });

  it('of an amendment names the agreement that it ends', async () => {
    const jws = acceptance(await signer.sign('werk-en-inkomen', { ...request, amends: 'a0' }, null, asking));
    expect(await Promise.all(['a0', 'a9', null].map((amends) => signer.verify(jws, { ...agreement, amends })))).toEqual([true, false, false]);
  });

  it('does not count when a letter of it was changed', async () => {
    const jws = await signer.sign('werk-en-inkomen', request, null, asking);
    const [header, payload, signature] = jws.split('.') as [string, string, string];
    const altered = Buffer.from(payload, 'base64url').toString().replace('"h"', '"i"');
    const changed = { ...agreement, current: { ...agreement.current, hash: 'i' } };
    expect(await signer.verify(acceptance(`${header}.${Buffer.from(altered).toString('base64url')}.${signature}`), changed)).toBe(false);
    expect(await signer.verify(acceptance('no jws'), agreement)).toBe(false);
  });
});

describe('an acceptance of a company', () => {
  const content = {
    agreement: 'a1', termsVersion: 2, termsHash: 'h', body: 'sw-leiden', signedAt: '2014-03-03T09:00:00Z',
    parties: [
      { role: 'FORMAL_EMPLOYER' as const, onBehalfOf: 'gm-0626', basis: 'overeenkomst' },
      { role: 'PLACING_COMPANY' as const, onBehalfOf: 'sw-leiden', basis: 'voor zichzelf' },
    ],
  };
  const ofLeiden = { actingBody: 'sw-leiden', role: 'PLACING_COMPANY' } as const;
  const verifyLeiden = (jws: string): Promise<boolean> => signer.verify(acceptance(jws, ofLeiden), agreement);

  it('is genuine under its own key, and not when the joint service signed in its name', async () => {
    expect(await verifyLeiden(await signAcceptanceContent(content, 'sw-leiden', leiden.key))).toBe(true);
    expect(await verifyLeiden(await signAcceptanceContent(content, 'reintegration', own.key))).toBe(false);
    expect(await verifyLeiden(await signAcceptanceContent(content, 'sw-leiden', own.key))).toBe(false);
  });

  it('says all its roles, each with principal and basis, and no other', async () => {
    const [employer, placing] = content.parties as [SignedParty, SignedParty];
    for (const parties of [[placing], [employer], [employer, { ...placing, basis: 'mandaat' }], [{ ...employer, onBehalfOf: 'gm-0546' }, placing], []]) {
      expect(await verifyLeiden(await signAcceptanceContent({ ...content, parties }, 'sw-leiden', leiden.key))).toBe(false);
    }
  });

  it('is never asked for without the gateway\'s ticket', async () => {
    await expect(signer.sign('sw-leiden', request, null, asking)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
