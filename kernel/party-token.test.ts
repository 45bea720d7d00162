import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK, SignJWT, importJWK } from 'jose';
import { PartySigner, PartyVerifier, type PartyFacts } from './party-token.js';

const body = '{"id":"c-1"}';
const facts: PartyFacts = { viewer: null, businessDate: '2014-03-03', requestId: 'r-1', deadline: 1 };

async function keyOf(service: string): Promise<{ secret: JWK; open: JWK }> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  return { secret: { ...(await exportJWK(pair.privateKey)), kid: service }, open: { ...(await exportJWK(pair.publicKey)), kid: service, alg: 'ES256' } };
}

describe('a token from body to body', () => {
  let leiden: { secret: JWK; open: JWK };
  let wassenaar: { secret: JWK; open: JWK };
  let known: JSONWebKeySet;

  beforeAll(async () => {
    [leiden, wassenaar] = await Promise.all([keyOf('sw-leiden'), keyOf('sw-wassenaar')]);
    known = { keys: [leiden.open, wassenaar.open] };
  });

  const signedByLeiden = async (to = 'reintegration'): Promise<string> => (await PartySigner.load('sw-leiden', leiden.secret)).sign(to, body, facts);

  it('proves who sent it', async () => {
    expect(await new PartyVerifier('reintegration', known).verify(await signedByLeiden(), body)).toEqual({ ...facts, from: 'sw-leiden' });
  });

  it('is refused by a service that it is not for', async () => {
    expect(await new PartyVerifier('benefits', known).verify(await signedByLeiden(), body)).toBeNull();
  });

  it('is refused with another body text', async () => {
    expect(await new PartyVerifier('reintegration', known).verify(await signedByLeiden(), '{}')).toBeNull();
  });

  it('is refused the second time', async () => {
    const verifier = new PartyVerifier('reintegration', known);
    const token = await signedByLeiden();
    expect(await verifier.verify(token, body)).not.toBeNull();
    expect(await verifier.verify(token, body)).toBeNull();
  });

  it('is refused when one body signs in the name of another', async () => {
    const key = await importJWK(leiden.secret, 'ES256');
    const forged = await new SignJWT({ ...facts, bodyHash: 'x' }).setProtectedHeader({ alg: 'ES256', kid: 'sw-leiden', typ: 'party+jwt' })
      .setIssuer('sw-wassenaar').setAudience('reintegration').setJti('1').setIssuedAt().setExpirationTime('60s').sign(key);
    expect(await new PartyVerifier('reintegration', known).verify(forged, body)).toBeNull();
  });
});
