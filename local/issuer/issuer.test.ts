import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { request, type Server } from 'node:http';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyResult } from 'jose';
import { freePort } from '#kernel/testing/free-port.js';
import { ROLES, SCOPES } from '#kernel/viewer.js';
import { loadRegisters } from '#kernel/registers.js';
import { requestMachineToken, requestToken } from '../token-request.js';
import { DEMO_CLIENTS, MACHINE_SECRET } from './clients.js';
import { DEMO_GRANT } from './provider.js';
import { makeIssuer } from './server.js';
import { readIssuerSettings, type IssuerSettings } from './settings.js';

const PAGE = 'http://127.0.0.1:4999';
let settings: IssuerSettings;
let issuer: Server;

beforeAll(async () => {
  settings = readIssuerSettings({ SCHAKEL_PORT: String(await freePort()), SCHAKEL_PAGE_ORIGINS: PAGE });
  issuer = makeIssuer(settings);
  await new Promise<void>((resolve) => issuer.listen(settings.port, settings.host, resolve));
});
afterAll(() => new Promise<void>((resolve) => {
  issuer.close(() => resolve());
  issuer.closeAllConnections();
}));

function verify(token: string): Promise<JWTVerifyResult> {
  return jwtVerify(token, createRemoteJWKSet(new URL(`${settings.url}/jwks`)), { issuer: settings.url, audience: 'schakel', typ: 'at+jwt', algorithms: ['ES256'] });
}

/** One step of a browser: follows nothing, keeps the cookies. */
async function browse(jar: Map<string, string>, url: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(new URL(url, settings.url), { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    jar.set(name, value);
  }
  return answer;
}

const next = (answer: Response): string => answer.headers.get('location') ?? '';

async function signIn(user: string): Promise<{ code: string | null; error: string | null; verifier: string }> {
  const jar = new Map<string, string>();
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = new URLSearchParams({ client_id: 'schakel-page', response_type: 'code', scope: 'openid schakel agreements:write statistics:read', redirect_uri: `${PAGE}/`, code_challenge: challenge, code_challenge_method: 'S256', state: 'x' });
  const login = next(await browse(jar, `/auth?${asked}`));
  const page = await (await browse(jar, login)).text();
  expect(page).toContain('Als wie wilt u inloggen?');
  const resumed = next(await browse(jar, login, { method: 'POST', body: new URLSearchParams({ user }) }));
  const back = new URL(next(await browse(jar, resumed)));
  expect(back.origin).toBe(PAGE);
  return { code: back.searchParams.get('code'), error: back.searchParams.get('error'), verifier };
}

function exchange(fields: Record<string, string>): Promise<Response> {
  return fetch(`${settings.url}/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'schakel-page', ...fields }) });
}

describe('the development issuer', () => {
  it('says at its bare address what it is and where the query page is', async () => {
    const answer = await fetch(`${settings.url}/`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain(`<a href="${PAGE}/">`);
  });

  it('signs a person in by code with PKCE and gives an access token of one hour for the graph', async () => {
    const { code, verifier } = await signIn('placement-leiden');
    const answer = (await (await exchange({ grant_type: 'authorization_code', code: code ?? '', code_verifier: verifier, redirect_uri: `${PAGE}/` })).json()) as { access_token: string };
    const { payload } = await verify(answer.access_token);
    expect(payload).toMatchObject({ sub: 'placement-leiden', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'], scope: 'schakel agreements:write statistics:read' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  });

  it('refuses a code without its verifier', async () => {
    const { code } = await signIn('case-worker');
    const refused = await exchange({ grant_type: 'authorization_code', code: code ?? '', code_verifier: 'x'.repeat(43), redirect_uri: `${PAGE}/` });
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  it('lets nobody in who is not on the list', async () => {
    expect(await signIn('mallory')).toMatchObject({ code: null, error: 'access_denied' });
    await expect(requestToken(settings.url, 'mallory')).rejects.toThrow(/no such demo user; choose one of: case-worker/);
    expect((await exchange({ grant_type: DEMO_GRANT, demo_user: 'mallory' })).status).toBe(400);
  });

  it('gives a demo user a token without a login, at both demo doors', async () => {
    expect((await verify(await requestToken(settings.url, 'case-worker'))).payload).toMatchObject({ sub: 'case-worker', body: 'werk-en-inkomen' });
    const answer = (await (await exchange({ grant_type: DEMO_GRANT, demo_user: 'analyst' })).json()) as { access_token: string };
    expect((await verify(answer.access_token)).payload).toMatchObject({ roles: ['ANALYST'] });
  });

  it('names in every token the application that asked, by both names in use', async () => {
    expect((await verify(await requestToken(settings.url, 'analyst'))).payload).toMatchObject({ client_id: 'schakel-page', azp: 'schakel-page', scope: 'schakel agreements:write statistics:read' });
    expect((await verify(await requestToken(settings.url, 'analyst', 'schakel-analyst'))).payload).toMatchObject({ sub: 'analyst', client_id: 'schakel-analyst', azp: 'schakel-analyst', scope: 'schakel statistics:read' });
  });

  it.each(['sw-zoetermeer-rijswijk', 'sw-leiden', 'sw-wassenaar'])('lets the system of %s in as itself: its body, no user, and no right to write', async (body) => {
    const { payload } = await verify(await requestMachineToken(settings.url, `system-${body}`, MACHINE_SECRET));
    expect(payload).toMatchObject({ sub: `system-${body}`, client_id: `system-${body}`, azp: `system-${body}`, body, roles: ['PLACEMENT_OFFICER'], scope: 'schakel' });
  });

  it('gives a system nothing without its secret, nothing that it was not granted, and no person its identity', async () => {
    await expect(requestMachineToken(settings.url, 'system-sw-leiden', 'guessed')).rejects.toThrow('invalid_client');
    await expect(requestToken(settings.url, 'case-worker', 'system-sw-leiden')).rejects.toThrow(/people sign in to one of: schakel-page, schakel-analyst/);
    const basic = Buffer.from(`system-sw-leiden:${MACHINE_SECRET}`).toString('base64');
    const ask = (fields: Record<string, string>) => fetch(`${settings.url}/token`, { method: 'POST', headers: { authorization: `Basic ${basic}` }, body: new URLSearchParams(fields) });
    const asking = (await (await ask({ grant_type: 'client_credentials', scope: 'schakel agreements:write' })).json()) as { access_token: string };
    expect((await verify(asking.access_token)).payload['scope']).toBe('schakel');
    expect((await ask({ grant_type: DEMO_GRANT, demo_user: 'case-worker' })).status).toBe(400);
  });

  it('knows only bodies, roles and scopes that exist', () => {
    const bodies = loadRegisters().bodies.map(({ id }) => id);
    for (const { machine, scopes } of DEMO_CLIENTS) {
      if (machine) expect([bodies.includes(machine.body), machine.roles.every((role) => ROLES.includes(role))]).toEqual([true, true]);
      expect(scopes.filter((one) => !(SCOPES as readonly string[]).includes(one))).toEqual([]);
    }
  });

  it('answers pages of the gateway and no others', async () => {
    const allowed = async (origin: string): Promise<string | null> => (await fetch(`${settings.url}/demo/users`, { headers: { origin } })).headers.get('access-control-allow-origin');
    expect([await allowed(PAGE), await allowed('http://elsewhere.example')]).toEqual([PAGE, null]);
    const plain = await fetch(`${settings.url}/demo/token`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"user":"case-worker"}' });
    expect(plain.status).toBe(400);
  });

  it('answers to names of this machine only', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      request({ host: settings.host, port: settings.port, path: '/demo/users', headers: { host: `elsewhere.example:${settings.port}` } }, (answer) => resolve(answer.resume().statusCode)).end();
    });
    expect(status).toBe(421);
  });

  it('does not start in production or where others can reach it', () => {
    const env = { SCHAKEL_PORT: '4001', SCHAKEL_PAGE_ORIGINS: PAGE };
    expect(() => readIssuerSettings({ ...env, NODE_ENV: 'production' })).toThrow(/NODE_ENV/);
    expect(() => readIssuerSettings({ ...env, SCHAKEL_HOST: '0.0.0.0' })).toThrow(/SCHAKEL_HOST/);
    expect(readIssuerSettings(env).port).toBe(4001);
  });
});
