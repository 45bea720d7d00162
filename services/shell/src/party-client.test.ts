/** What a question to another body makes of its answers, over HTTP. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { PartySigner } from '#kernel/party-token.js';
import type { Registers } from '#kernel/registers.js';
import { PartyClient } from './party-client.js';
import { SCOPES } from '#kernel/viewer.js';

const VIEWER = { subject: 'somebody', body: 'werk-en-inkomen', roles: ['CASE_WORKER' as const], scopes: SCOPES, purpose: 'wsw' };

let body: Server;
let parties: PartyClient;
let answer: object;

beforeAll(async () => {
  body = createServer((_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)));
  await new Promise<void>((resolve) => body.listen(0, '127.0.0.1', resolve));
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const signer = await PartySigner.load('reintegration', { ...(await exportJWK(privateKey)), kid: 'reintegration' });
  const address = `http://127.0.0.1:${(body.address() as AddressInfo).port}`;
  parties = new PartyClient(signer, new Map([['sw-leiden', address]]), { parties: [{ service: 'sw-leiden', body: 'sw-leiden' }] } as unknown as Registers);
});
afterAll(async () => {
  await parties.close();
  await new Promise((resolve) => body.close(resolve));
});

const ask = (given: object): Promise<object> => {
  answer = given;
  return parties.ask('sw-leiden', { query: '{ found }', viewer: VIEWER, businessDate: '2014-03-03', requestId: 'r', deadline: Date.now() + 5_000 });
};
const withError = (code: string): object => ({ data: { found: null }, errors: [{ message: 'x', extensions: { code } }] });

describe('a null in the answer of a body', () => {
  it('means that there is none, or that it is hidden', async () => {
    expect(await ask({ data: { found: null } })).toEqual({ found: null });
    expect(await ask(withError('UNAUTHORIZED_FIELD_OR_TYPE'))).toEqual({ found: null });
  });

  it.each(['INTERNAL', 'UNAVAILABLE'])('of which the body says %s means that it could not look, and no decision rests on it', async (code) => {
    await expect(ask(withError(code))).rejects.toMatchObject({ code: 'UNAVAILABLE', extensions: { body: 'sw-leiden' } });
  });
});
