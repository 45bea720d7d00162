import { describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { verifiedClaims } from './verified-token.js';

const expected = { issuer: 'https://issuer.test', audience: 'schakel' };
const now = (): number => Math.floor(Date.now() / 1000);
const GOOD = (): JWTPayload => ({ iss: expected.issuer, aud: expected.audience, sub: 'anna', iat: now(), exp: now() + 60 });
const b64 = (text: string): string => Buffer.from(text).toString('base64url');

const pairs = { ES256: await generateKeyPair('ES256'), RS256: await generateKeyPair('RS256'), ES384: await generateKeyPair('ES384'), PS256: await generateKeyPair('PS256') };
const jwks = await Promise.all(Object.entries(pairs).map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid: alg, alg })));
const keys = createLocalJWKSet({ keys: jwks });

type Alg = keyof typeof pairs;
const signed = (claims: JWTPayload, { alg = 'ES256' as Alg, ...header }: Record<string, unknown> & { alg?: Alg } = {}): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg, kid: alg, typ: 'at+jwt', ...header }).sign(pairs[alg].privateKey);
/** Null also where jose finds no key for it. */
const claimsOf = (token: string): Promise<unknown> => verifiedClaims(token, keys, expected).catch((error: { code: string }) => (error.code.startsWith('ERR_J') ? null : Promise.reject(error)));

describe('a signed token', () => {
  it.each(['ES256', 'RS256'] as const)('of %s is believed', async (alg) => {
    const claims = { ...GOOD(), aud: ['other', 'schakel'], nbf: now() - 1 };
    expect(await claimsOf(await signed(claims, { alg }))).toEqual(claims);
    expect(await claimsOf(await signed(claims, { alg, typ: 'application/AT+JWT' }))).toEqual(claims);
  });

  it.each(['ES384', 'PS256'] as const)('of %s is not, though the key is known', async (alg) => {
    expect(await claimsOf(await signed(GOOD(), { alg }))).toBeNull();
  });

  const OTHERS: [string, Record<string, unknown>][] = [
    ['another issuer', { iss: 'https://elsewhere.test' }],
    ['no issuer', { iss: undefined }],
    ['another audience', { aud: 'portal' }],
    ['a list without us', { aud: ['portal'] }],
    ['no end', { exp: undefined }],
    ['an end that is text', { exp: '9999999999' }],
    ['an end that has passed', { exp: now() - 6 }],
    ['a beginning to come', { nbf: now() + 60 }],
    ['a beginning that is text', { nbf: '0' }],
    ['no time of issue', { iat: undefined }],
    ['a time of issue to come', { iat: now() + 60 }],
    ['thirteen hours of age, however late its end', { iat: now() - 13 * 3600, exp: now() + 3600 }],
  ];
  it.each(OTHERS)('with %s is not', async (_what, claims) => {
    expect(await claimsOf(await signed({ ...GOOD(), ...claims }))).toBeNull();
  });

  it.each([['typ', { typ: 'JWT' }], ['no typ', { typ: undefined }], ['another key', { kid: 'RS256' }]])('with another header is not: %s', async (_what, header) => {
    expect(await claimsOf(await signed(GOOD(), header))).toBeNull();
  });

  it('that was changed, cut, signed by nobody, or says something twice is not', async () => {
    const [head = '', body = '', signature = ''] = (await signed(GOOD())).split('.');
    const twice = b64(`{"sub":"bea",${JSON.stringify(GOOD()).slice(1)}`);
    const none = b64(JSON.stringify({ alg: 'none', typ: 'at+jwt', kid: 'ES256' }));
    const critical = b64(JSON.stringify({ alg: 'ES256', typ: 'at+jwt', kid: 'ES256', crit: ['exp'] }));
    const bent = [`${head}.${b64(JSON.stringify({ ...GOOD(), sub: 'bea' }))}.${signature}`, `${head}.${body}.`, `${head}.${body}.${signature.slice(0, -4)}`, `${head}.${body}.${b64('x'.repeat(72))}`, `${head}.${twice}.${signature}`, `${none}.${body}.`, `${none}.${body}.${signature}`, `${critical}.${body}.${signature}`, `${b64('[]')}.${body}.${signature}`, `x.${body}.${signature}`, ''];
    for (const token of bent) expect([token, await claimsOf(token)]).toEqual([token, null]);
    const key = pairs.ES256.privateKey;
    const text = `{"sub":"bea",${JSON.stringify(GOOD()).slice(1)}`;
    const own = Buffer.from(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(`${head}.${b64(text)}`))).toString('base64url');
    expect(await claimsOf(`${head}.${b64(text)}.${own}`)).toBeNull();
    const good = JSON.stringify(GOOD());
    const ownGood = Buffer.from(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(`${head}.${b64(good)}`))).toString('base64url');
    expect(await claimsOf(`${head}.${b64(good)}.${ownGood}`)).not.toBeNull();
  });
});
