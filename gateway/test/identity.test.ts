import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayKit } from './gateway-kit.js';
import { CASE_WORKER } from './local-issuer.js';

describe('who asks', () => {
  let kit: GatewayKit;
  beforeAll(async () => void (kit = await GatewayKit.start()));
  afterAll(() => kit.stop());
  beforeEach(() => {
    kit.reset();
    kit.stubs.reintegration.behaviour = () => ({ data: { hello: 'dag' } });
  });

  const BAD: [string, () => Promise<Record<string, string>>][] = [
    ['no token', async () => ({ authorization: '' })],
    ['no bearer', async () => ({ authorization: 'Basic YTpi' })],
    ['a token of another key', async () => bearer(await kit.issuer.token(CASE_WORKER, { foreignKey: true }))],
    ['an expired token', async () => bearer(await kit.issuer.token(CASE_WORKER, { expiresIn: -30 }))],
    ['a token for another audience', async () => bearer(await kit.issuer.token(CASE_WORKER, { audience: 'other' }))],
    ['a token of another issuer', async () => bearer(await kit.issuer.token(CASE_WORKER, { issuer: 'https://elsewhere.test' }))],
    ['a token of another type', async () => bearer(await kit.issuer.token(CASE_WORKER, { typ: 'JWT' }))],
    ['an unsigned token', async () => bearer(kit.issuer.unsigned())],
    ['a token signed with the public key as secret', async () => bearer(await kit.issuer.signedWithPublicKey())],
    ['a body that is not in the register', async () => bearer(await kit.issuer.token({ ...CASE_WORKER, body: 'gm-9999' }))],
    ['a role that does not exist', async () => bearer(await kit.issuer.token({ ...CASE_WORKER, roles: ['CASE_WORKER', 'KING'] }))],
    ['no roles', async () => bearer(await kit.issuer.token({ sub: 'x', body: 'werk-en-inkomen' }))],
    ['a tampered token', async () => bearer(`${(await kit.issuer.token()).slice(0, -6)}AAAAAA`)],
  ];

  it.each(BAD)('%s is refused with 401 before anything is asked', async (_what, headers) => {
    const { status, json } = await kit.ask({ query: '{ hello }' }, await headers());
    expect(status).toBe(401);
    expect(json.errors).toHaveLength(1);
    expect(json.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    expect(json.errors?.[0]?.message).toContain('authorization: Bearer');
    expect(json.data).toBeUndefined();
    expect(kit.askedTotal).toBe(0);
  });

  it('a good token is let in', async () => {
    const { status, json } = await kit.ask({ query: '{ hello }' });
    expect({ status, json }).toEqual({ status: 200, json: { data: { hello: 'dag' } } });
  });

  it('a purpose of another role is refused with FORBIDDEN, one of the own role is not', async () => {
    const refused = await kit.ask({ query: '{ hello }' }, { 'x-doelbinding': 'statistiek' });
    expect(refused.status).toBe(403);
    expect(refused.json.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
    expect(kit.askedTotal).toBe(0);
    expect((await kit.ask({ query: '{ hello }' }, { 'x-doelbinding': 'wsw' })).status).toBe(200);
  });

  it('a purpose that does not exist is refused without being echoed', async () => {
    const { status, text } = await kit.ask({ query: '{ hello }' }, { 'x-doelbinding': 'nieuwsgierig' });
    expect(status).toBe(403);
    expect(text).not.toContain('nieuwsgierig');
  });

  it('the schema is told to who is signed in and to nobody else', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect((await kit.ask({ query })).json.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    expect((await kit.ask({ query }, { authorization: '' })).status).toBe(401);
  });
});

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
