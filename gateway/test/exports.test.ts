/** The exports through the gateway, over real HTTP: who gets them, under the Dutch rules for REST APIs, and how a file travels. */
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ENVELOPE_HEADER, EnvelopeOpener, textOfGet } from '#kernel/envelope.js';
import { GatewayKit } from './gateway-kit.js';
import { CASE_WORKER } from './local-issuer.js';
import { refusing } from './stub-exports.js';

const ANALYST = { sub: 'analyst', body: 'werk-en-inkomen', roles: ['ANALYST'] };
const PARAMETERS = [{ name: 'year', description: 'Het jaar.', required: true, pattern: '20\\d{2}', example: '2013' }];
const OFFER = { name: 'some-figures', title: 'Cijfers', description: 'Cijfers over een jaar.', purpose: 'statistiek', roles: ['ANALYST'], mediaType: 'text/csv; charset=utf-8', parameters: PARAMETERS };
const PART = Buffer.alloc(64 * 1024, 'x');
const MANY = 4_000;

let kit: GatewayKit;
beforeAll(async () => {
  kit = await GatewayKit.start();
  kit.stubs.reintegration.exports.offered = { exports: [OFFER] };
  kit.stubs['sw-leiden'].exports.offered = { exports: [{ ...OFFER, name: 'for-case-workers', purpose: 'wsw', roles: ['CASE_WORKER'] }, OFFER] };
});
afterAll(() => kit.stop());
beforeEach(() => kit.reset());

const given = () => kit.stubs.reintegration.exports;
async function headersOf(claims: typeof ANALYST, purpose: string | null, more: Record<string, string>): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await kit.issuer.token(claims)}`, ...(purpose === null ? {} : { 'x-doelbinding': purpose }), ...more };
}
async function get(path: string, { claims = ANALYST, purpose = 'statistiek' as string | null, more = {}, method = 'GET', signal = undefined as AbortSignal | undefined } = {}): Promise<Response> {
  return fetch(kit.gateway.url + path, { method, headers: await headersOf(claims, purpose, more), ...(signal ? { signal } : {}) });
}
const FIGURES = '/v1/exports/some-figures?year=2013';

/** As every refusal must look. */
async function problemIn(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ status: response.status, title: expect.any(String), detail: expect.any(String), instance: `urn:uuid:${response.headers.get('x-request-id')}` });
  return problem;
}

describe('an export', () => {
  it('is handed on from its service, as a file that no browser keeps or runs', async () => {
    const response = await get(FIGURES);
    expect([response.status, await response.text()]).toEqual([200, 'a,b\n1,2\n']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'api-version': '1.0.0', 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="cijfers-2013.csv"', 'cache-control': 'no-store',
      'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'content-security-policy': expect.stringContaining("frame-ancestors 'none'"), 'x-request-id': expect.any(String),
    });
  });

  it('is asked under an envelope for this address, with who asks and what for', async () => {
    await get(FIGURES, { more: { 'x-schakel-envelope': 'forged', 'x-role': 'OPERATOR' } });
    const [asked] = given().asked;
    expect(asked!.address).toBe('/exports/some-figures?year=2013');
    const open = (address: string) => new EnvelopeOpener(kit.keys.get('reintegration')!, 'reintegration').open(String(asked!.headers[ENVELOPE_HEADER]), textOfGet(address));
    expect(open(asked!.address)).toMatchObject({ viewer: { subject: 'analyst', roles: ['ANALYST'], purpose: 'statistiek' }, businessDate: '2014-03-03' });
    expect(open('/exports/some-figures?year=2014')).toBeNull();
    expect(asked!.headers['authorization']).toBeUndefined();
  });

  it.each<[string, Parameters<typeof get>[1], number, string]>([
    ['nobody', { more: { authorization: '' } }, 401, 'UNAUTHENTICATED'],
    ['another role', { claims: CASE_WORKER, purpose: 'wsw' }, 403, 'FORBIDDEN'],
    ['no purpose', { purpose: null }, 403, 'FORBIDDEN'],
    ['a purpose that is not for his role', { purpose: 'wsw' }, 403, 'FORBIDDEN'],
    ['who takes only another form', { more: { accept: 'application/pdf' } }, 406, 'BAD_USER_INPUT'],
  ])('is refused to %s, and its service is not asked', async (_who, how, status, code) => {
    const response = await get(FIGURES, how);
    expect([response.status, (await problemIn(response))['code']]).toEqual([status, code]);
    expect(given().asked).toEqual([]);
  });

  it('is said to be there by HEAD, without reading anything', async () => {
    const response = await get(FIGURES, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'text/csv; charset=utf-8', '']);
    expect((await get(FIGURES, { method: 'HEAD', purpose: null })).status).toBe(403);
    expect(given().asked).toEqual([]);
  });

  it('tells all that is wrong with the parameters at once', async () => {
    given().givesOut = refusing(400, { code: 'BAD_USER_INPUT', message: 'x', problems: [{ parameter: 'year', reason: 'Dit jaar niet.' }, { parameter: 'kind', reason: 'Deze parameter kent de levering niet.' }] });
    const response = await get('/v1/exports/some-figures?kind=a');
    expect([response.status, await problemIn(response)]).toMatchObject([400, {
      code: 'BAD_USER_INPUT',
      errors: [{ in: 'query', name: 'year', detail: 'Dit jaar niet.' }, { in: 'query', name: 'kind', detail: 'Deze parameter kent de levering niet.' }],
    }]);
  });

  it.each<[string, () => void, number, object]>([
    ['names the body that is silent', () => void (given().givesOut = refusing(503, { code: 'UNAVAILABLE', message: 'Sw-bedrijf Leiden antwoordt niet.', body: 'sw-leiden' })), 503, { code: 'UNAVAILABLE', body: 'sw-leiden' }],
    ['names the body of its service when that is silent', () => void (given().away = true), 503, { code: 'UNAVAILABLE', body: 'werk-en-inkomen' }],
    ['says nothing of a refusal that it does not understand', () => void (given().givesOut = refusing(401, '')), 503, { code: 'UNAVAILABLE', body: 'werk-en-inkomen' }],
    ['says nothing of the inside', () => void (given().givesOut = refusing(500, { code: 'INTERNAL', message: 'select bsn from person' })), 500, { code: 'INTERNAL' }],
    ['lets no sentence of the inside pass under a known code', () => void (given().givesOut = refusing(403, { code: 'FORBIDDEN', message: 'at https://10.0.0.1/x' })), 403, { code: 'FORBIDDEN' }],
    ['does not follow a service elsewhere', () => void (given().givesOut = (response) => response.writeHead(302, { location: 'https://elsewhere.test/' }).end()), 503, { code: 'UNAVAILABLE' }],
  ])('that cannot be made %s', async (_what, prepare, status, content) => {
    prepare();
    const response = await get(FIGURES);
    const problem = await problemIn(response);
    expect([response.status, problem]).toMatchObject([status, content]);
    expect(JSON.stringify(problem)).not.toMatch(/select|https?:/);
  });

  it('that breaks off at its service ends without its end', async () => {
    given().givesOut = (response) => {
      response.writeHead(200).write('a,b\n');
      setTimeout(() => response.destroy(), 100);
    };
    const response = await get(FIGURES);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('travels at the pace of its reader, and ends at its service when he goes', async () => {
    const pouring = pour();
    given().givesOut = pouring.into;
    const leaving = new AbortController();
    const response = await get(FIGURES, { signal: leaving.signal });
    await response.body!.getReader().read();
    await wait(500);
    const ahead = pouring.poured();
    expect(ahead).toBeLessThan(MANY / 4);
    await wait(300);
    expect(pouring.poured()).toBe(ahead);
    leaving.abort();
    await pouring.ended;
    expect(pouring.poured()).toBeLessThan(MANY);
  });

  it('does not keep the gateway from stopping', async () => {
    const own = await GatewayKit.start();
    own.stubs.reintegration.exports.offered = { exports: [OFFER] };
    own.stubs.reintegration.exports.givesOut = pour().into;
    const authorization = `Bearer ${await own.issuer.token(ANALYST)}`;
    const response = await fetch(own.gateway.url + FIGURES, { headers: { authorization, 'x-doelbinding': 'statistiek' } });
    await response.body!.getReader().read();
    const began = Date.now();
    await own.stop();
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  it('has a seat; a user has two at the same time, and gets them back', async () => {
    given().givesOut = (response) => void response.writeHead(200).write('a');
    const leaving = new AbortController();
    const open = await Promise.all([get(FIGURES, { signal: leaving.signal }), get(FIGURES, { signal: leaving.signal })]);
    expect(open.map(({ status }) => status)).toEqual([200, 200]);
    const third = await get(FIGURES);
    expect([third.status, (await problemIn(third))['code']]).toEqual([429, 'LIMIT_EXCEEDED']);
    leaving.abort();
    given().reset();
    for (let tries = 0; tries < 100 && (await get(FIGURES)).status !== 200; tries += 1) await wait(20);
    expect((await get(FIGURES)).status).toBe(200);
  });
});

/** Writes parts for as long as they are taken. */
function pour(): { into: (response: ServerResponse) => void; poured: () => number; ended: Promise<void> } {
  let poured = 0;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const into = (response: ServerResponse): void => {
    response.writeHead(200);
    response.on('close', end);
    const more = (): void => {
      while (poured < MANY && !response.destroyed) {
        poured += 1;
        if (!response.write(PART)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  };
  return { into, poured: () => poured, ended };
}
