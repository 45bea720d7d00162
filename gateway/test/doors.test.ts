import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { plainSettingsSchema } from '../src/settings.js';
import { startPlain } from '../src/start.js';
import { fixtureSupergraph } from './fixture-supergraph.js';
import { GatewayKit, namesByReference } from './gateway-kit.js';

const BROWSER = { headers: { accept: 'text/html' } };

describe('the doors of the gateway', () => {
  let kit: GatewayKit;
  beforeAll(async () => void (kit = await GatewayKit.start()));
  afterAll(() => kit.stop());
  beforeEach(() => kit.reset());

  it('it is ready once every subgraph has said so', async () => {
    expect((await kit.send({}, '/livez')).status).toBe(200);
    for (let tries = 0; tries < 50 && (await kit.send({}, '/readyz')).status !== 200; tries += 1) await wait(100);
    expect((await kit.send({}, '/readyz')).status).toBe(200);
  });

  it.each(['/', '/graphql'])('a visitor of %s is told what this is and how to sign in', async (path) => {
    const { status, text, headers } = await kit.send(BROWSER, path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(text).toContain('authorization: Bearer');
    expect(text).not.toMatch(/(?:src|href)="https?:/);
  });

  it('without the playground no page asks for scripts', async () => {
    expect((await kit.send(BROWSER, '/')).headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await kit.send({}, '/assets/graphiql.js')).status).toBe(404);
  });

  it('POST to / is the same door as POST to /graphql', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { hello: 'dag' } });
    const init = { method: 'POST', body: '{"query":"{ hello }"}', headers: { 'content-type': 'application/json', authorization: `Bearer ${await kit.issuer.token()}` } };
    expect((await kit.send(init, '/')).json).toEqual({ data: { hello: 'dag' } });
  });

  it('other addresses and methods answer nothing', async () => {
    expect((await kit.send({}, '/admin')).status).toBe(404);
    expect((await kit.send({ method: 'DELETE' }, '/graphql')).status).toBe(405);
  });

  it('a new supergraph is swapped in, a broken one is not', async () => {
    const original = await readFile(kit.supergraphFile, 'utf8');
    const fields = async () => {
      const { json } = await kit.ask({ query: '{ __type(name: "Query") { fields { name } } }' });
      return JSON.stringify(json.data);
    };
    await replaceFile(kit.supergraphFile, original.replace(/hello: String!/, 'hello: String!\n  news: String'));
    for (let tries = 0; tries < 60 && !(await fields()).includes('news'); tries += 1) await wait(100);
    expect(await fields()).toContain('news');
    await replaceFile(kit.supergraphFile, 'type Query {');
    await wait(1500);
    expect(await fields()).toContain('news');
    await replaceFile(kit.supergraphFile, original);
  });
});

describe('the query page', () => {
  let kit: GatewayKit;
  beforeAll(async () => void (kit = await GatewayKit.start('schakel', { SCHAKEL_PLAYGROUND: 'on', SCHAKEL_ISSUER_PUBLIC_URL: 'http://127.0.0.1:4001' })));
  afterAll(() => kit.stop());

  it('comes with everything it needs and may talk to this host and the issuer only', async () => {
    const { text, headers } = await kit.send(BROWSER, '/');
    const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '').filter((address) => !address.startsWith('data:'));
    expect(assets.every((address) => address.startsWith('/assets/'))).toBe(true);
    for (const address of [...assets, '/assets/worker-editor.js', '/assets/worker-json.js', '/assets/worker-graphql.js']) expect((await kit.send({}, address)).status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("connect-src 'self' http://127.0.0.1:4001;");
    expect(text).not.toMatch(/https?:\/\//);
  });

  it('offers the public operations as written', async () => {
    const { json } = await kit.send({}, '/assets/query-page.json');
    const { operations, issuer } = json as unknown as { issuer: string; operations: { name: string; query: string }[] };
    expect(issuer).toBe('http://127.0.0.1:4001');
    expect(operations.map(({ name }) => name)).toEqual(['analyst-handling', 'negotiation', 'partner-placements', 'portal-dossier']);
    expect(operations.every(({ query }) => /^(?:#.*\n)*(?:query|mutation) /.test(query))).toBe(true);
  });
});

describe('a plain gateway (--supergraph FILE)', () => {
  let kit: GatewayKit;
  beforeAll(async () => void (kit = await GatewayKit.start('plain')));
  afterAll(() => kit.stop());

  it('serves any supergraph without identity, at the addresses it names, and sends no envelope', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: [{ __typename: 'LeidenSwEmployment', id: '1' }] } });
    kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
    const init = { method: 'POST', body: '{"query":"{ workers { id workerName } }"}', headers: { 'content-type': 'application/json' } };
    expect((await kit.send(init)).json).toEqual({ data: { workers: [{ id: '1', workerName: 'Leiden 1' }] } });
    expect(Object.keys(kit.stubs['sw-leiden'].asked[0]?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual(['x-envoy-expected-rq-timeout-ms']);
    expect((await kit.send({}, '/readyz')).status).toBe(200);
  });

  it('does not start on a supergraph that asks for protection', async () => {
    const guarded = join(kit.supergraphFile, '..', 'guarded.graphql');
    await writeFile(guarded, fixtureSupergraph({}, true));
    await expect(startPlain({ ...plainSettingsSchema.parse({ SCHAKEL_LOG_LEVEL: 'silent' }), SCHAKEL_PORT: 0 }, guarded)).rejects.toThrow('SECURITY');
  });

  it('keeps the codes of subgraphs that are not ours', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { hello: null }, errors: [{ message: 'no', path: ['hello'], extensions: { code: 'TEAPOT' } }] });
    const init = { method: 'POST', body: '{"query":"{ hello }"}', headers: { 'content-type': 'application/json' } };
    expect((await kit.send(init)).json.errors).toEqual([{ message: 'no', path: ['hello'], extensions: { code: 'TEAPOT', serviceName: 'reintegration' } }]);
  });
});

/** As a deployment does it: written beside, then moved over. */
async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
