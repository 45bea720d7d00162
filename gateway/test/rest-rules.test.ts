/** What stands below /v1/ under the Dutch rules for REST APIs: the list, the document, the methods, what is not there. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayKit } from './gateway-kit.js';
import { CASE_WORKER } from './local-issuer.js';

const PARAMETERS = [{ name: 'halfYear', description: 'Het halfjaar.', required: true, pattern: '20\\d{2}[12]', example: '20132' }];
const OFFER = { name: 'some-figures', title: 'Cijfers', description: 'Cijfers over een halfjaar.', purpose: 'statistiek', roles: ['ANALYST'], scopes: ['statistics:read'], mediaType: 'text/csv; charset=utf-8', parameters: PARAMETERS };
const PROBLEM = 'application/problem+json; charset=utf-8';
const CONTACT = 'Beheer Schakel, beheer@schakel.example, https://schakel.example/api';

let kit: GatewayKit;
beforeAll(async () => {
  kit = await GatewayKit.start('schakel', { SCHAKEL_API_CONTACT: CONTACT });
  kit.stubs.reintegration.exports.offered = { exports: [OFFER] };
  kit.stubs['sw-leiden'].exports.offered = { exports: [{ ...OFFER, title: 'Van een ander' }] };
});
afterAll(() => kit.stop());
beforeEach(() => kit.reset());

async function send(path: string, method = 'GET', more: Record<string, string> = {}): Promise<Response> {
  return fetch(kit.gateway.url + path, { method, headers: { authorization: `Bearer ${await kit.issuer.token(CASE_WORKER)}`, ...more } });
}

describe('the list of exports', () => {
  it('is for who is signed in, and names each once, without the inside', async () => {
    expect((await fetch(`${kit.gateway.url}/v1/exports`)).status).toBe(401);
    const response = await send('/v1/exports');
    expect([response.status, response.headers.get('api-version')]).toEqual([200, '1.0.0']);
    const { scopes: _scopes, ...facts } = OFFER;
    expect(await response.json()).toEqual({ exports: [{ ...facts, body: 'werk-en-inkomen' }], unavailableBodies: [] });
  });
});

describe('a method or an address that is not there', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is 405 and says what may be done', async (method) => {
    for (const path of ['/v1/exports', '/v1/exports/some-figures', '/v1/openapi.json']) {
      const response = await send(path, method);
      expect([response.status, response.headers.get('allow'), response.headers.get('api-version'), response.headers.get('content-type')]).toEqual([405, 'GET, HEAD', '1.0.0', PROBLEM]);
    }
  });

  it.each(['/v1/none', '/v1/exports/', '/v1/exports/some-figures/', '/v1/exports/none', '/v1/exports/constructor', '/v1/exports/990001271'])('%s is 404, and is not repeated', async (path) => {
    const response = await send(path);
    const text = await response.text();
    expect([response.status, response.headers.get('content-type'), response.headers.get('api-version')]).toEqual([404, PROBLEM, '1.0.0']);
    expect(text).not.toContain('990001271');
  });

  it('is refused when it is longer than anything asks for', async () => {
    const response = await send(`/v1/exports/some-figures?halfYear=${'2'.repeat(2_000)}`);
    expect(response.status).toBe(403);
    const own = await fetch(`${kit.gateway.url}/v1/exports/some-figures?halfYear=${'2'.repeat(2_000)}`, {
      headers: { authorization: `Bearer ${await kit.issuer.token({ sub: 'a', body: 'werk-en-inkomen', roles: ['ANALYST'], scope: 'statistics:read' })}`, 'x-doelbinding': 'statistiek' },
    });
    expect([own.status, own.headers.get('content-type')]).toEqual([414, PROBLEM]);
  });

  it('looks the same when HTTP itself is the trouble', async () => {
    const response = await send('/v1/exports/%E0%A4%A');
    expect([response.status, response.headers.get('content-type')]).toEqual([400, PROBLEM]);
  });
});

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Readonly<Record<string, { readonly headers?: object; readonly content?: object }>>;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string; readonly contact: object };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly required: readonly string[] }>> };
}

describe('the document', () => {
  let document: Document;
  let operations: Operation[];
  beforeAll(async () => {
    document = (await (await fetch(`${kit.gateway.url}/v1/openapi.json`)).json()) as Document;
    operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  });

  it('is for everybody, from any page', async () => {
    const response = await fetch(`${kit.gateway.url}/v1/openapi.json`, { headers: { origin: 'https://anywhere.test' } });
    expect([response.status, response.headers.get('content-type'), response.headers.get('access-control-allow-origin')]).toEqual([200, expect.stringMatching(/^application\/json/), '*']);
    const list = await fetch(`${kit.gateway.url}/v1/exports`, { headers: { origin: 'https://anywhere.test' } });
    expect(list.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is OpenAPI 3.1 with a version, a major version in its address, and somebody to ask', () => {
    expect([document.openapi, document.info.version, document.servers]).toEqual(['3.1.0', '1.0.0', [{ url: '/v1' }]]);
    expect(document.info.contact).toEqual({ name: 'Beheer Schakel', email: 'beheer@schakel.example', url: 'https://schakel.example/api' });
  });

  it('describes every export by its own definition', () => {
    expect(Object.keys(document.paths)).toEqual(['/openapi.json', '/exports', '/exports/some-figures']);
    expect(document.paths['/exports/some-figures']!['get']).toMatchObject({
      operationId: 'some-figures', summary: 'Cijfers',
      parameters: [
        { name: 'x-doelbinding', in: 'header', required: true, schema: { const: 'statistiek' } },
        { name: 'halfYear', in: 'query', required: true, schema: { pattern: '^(?:20\\d{2}[12])$' }, example: '20132' },
      ],
    });
  });

  it('names paths in kebab-case without a slash at the end, and queries in camelCase', () => {
    for (const path of Object.keys(document.paths)) expect(path).toMatch(/^(?:\/[a-z0-9-]+(?:\.json)?)+$/);
    for (const { in: place, name } of operations.flatMap(({ parameters = [] }) => parameters)) if (place === 'query') expect(name).toMatch(/^[a-z][a-z\d]*(?:[A-Z][a-z\d]*)*$/);
  });

  it('offers GET only, each operation under a name of its own', () => {
    expect(Object.values(document.paths).map((methods) => Object.keys(methods))).toEqual(operations.map(() => ['get']));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('promises the version in every answer, problem details in every refusal, and 400 where there are parameters', () => {
    for (const { responses, parameters = [] } of operations) {
      for (const [status, { headers, content }] of Object.entries(responses)) {
        expect(headers).toHaveProperty('API-Version');
        expect(Object.keys(content ?? {})).toEqual(Number(status) < 400 ? [expect.any(String)] : ['application/problem+json']);
      }
      if (parameters.length > 0) expect(responses).toHaveProperty('400');
    }
    expect(document.components.schemas['Problem']!.required).toEqual(['title', 'status', 'detail']);
  });

  it('refers to nothing that is not in it', () => {
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(Object.keys(document.components.schemas)));
  });
});

describe('a service that does not say which exports it has', () => {
  it('is named, also for an export that it may have; what the others have is there, and what it said before stays', async () => {
    const other = await GatewayKit.start();
    try {
      other.stubs.reintegration.exports.offered = { exports: [OFFER] };
      other.stubs['sw-leiden'].exports.away = true;
      const ask = async (path: string) => fetch(other.gateway.url + path, { headers: { authorization: `Bearer ${await other.issuer.token(CASE_WORKER)}` } });
      expect(await (await ask('/v1/exports')).json()).toMatchObject({ exports: [{ name: 'some-figures' }], unavailableBodies: ['sw-leiden'] });
      expect(await (await ask('/v1/exports/none')).json()).toMatchObject({ status: 503, body: 'sw-leiden' });
      expect((await ask('/v1/exports/some-figures')).status).toBe(403);
    } finally {
      await other.stop();
    }
  });

  it.each([['a page', '<html>'], ['an export that is none', { exports: [{ ...OFFER, name: '../x' }] }], ['a description without end', { exports: [{ ...OFFER, description: 'x'.repeat(5_000) }] }]])('or says %s, offers nothing', async (_what, offered) => {
    const other = await GatewayKit.start();
    try {
      other.stubs['sw-wassenaar'].exports.offered = offered;
      const response = await fetch(`${other.gateway.url}/v1/exports`, { headers: { authorization: `Bearer ${await other.issuer.token(CASE_WORKER)}` } });
      expect(await response.json()).toEqual({ exports: [], unavailableBodies: ['sw-wassenaar'] });
    } finally {
      await other.stop();
    }
  });
});

describe('a plain gateway', () => {
  it('has no exports', async () => {
    const plain = await GatewayKit.start('plain');
    try {
      expect((await fetch(`${plain.gateway.url}/v1/exports`)).status).toBe(404);
    } finally {
      await plain.stop();
    }
  });
});
