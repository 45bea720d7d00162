/** The services of this stack as senders to each other: real tokens under their own keys, and wrong ones made by hand. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, SignJWT, type JWK, type JWTHeaderParameters } from 'jose';
import { sha256Hex } from '#kernel/canonical.js';
import { PartySigner, type PartyFacts } from '#kernel/party-token.js';
import { rowsOf } from './imports.js';
import { dataDir, serviceUrl, today } from './stack.js';

export const keyOf = (service: string): JWK => JSON.parse(readFileSync(join(dataDir, 'keys', `${service}.jwk.json`), 'utf8')) as JWK;

export const envelopeKeyOf = (service: string): Buffer =>
  Buffer.from((JSON.parse(readFileSync(join(dataDir, 'keys', 'envelope-keys.json'), 'utf8')) as Record<string, string>)[service]!, 'base64url');

export const factsNow = (over: Partial<PartyFacts> = {}): PartyFacts => ({ viewer: null, businessDate: today(), requestId: randomUUID(), deadline: Date.now() + 5_000, ...over });

/** As the sender's own service makes it. */
export async function tokenOf(from: string, to: string, body: string, over: Partial<PartyFacts> = {}): Promise<string> {
  return (await PartySigner.load(from, keyOf(from))).sign(to, body, factsNow(over));
}

export interface Forgery {
  /** Whose key signs. */
  readonly key: string;
  readonly header?: Partial<JWTHeaderParameters>;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A token in which one thing is not as it must be; everything else is right. */
export async function forgedToken(to: string, body: string, { key, header, claims }: Forgery): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const right = { ...factsNow(), iss: key, aud: to, jti: randomUUID(), iat: now, exp: now + 60, bodyHash: sha256Hex(body) };
  const signer = new SignJWT({ ...right, ...claims }).setProtectedHeader({ alg: 'ES256', kid: key, typ: 'party+jwt', ...header });
  return signer.sign(await importJWK(keyOf(key), 'ES256'));
}

export interface DoorAnswer {
  readonly status: number;
  readonly text: string;
}

export async function postAs(token: string, service: string, path: string, body: string): Promise<DoorAnswer> {
  const response = await fetch(`${serviceUrl(service)}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body });
  return { status: response.status, text: await response.text() };
}

export const commandText = (payload: object, id: string = randomUUID(), epoch = 0): string => JSON.stringify({ id, epoch, payload });

/** The epoch in which the directory gives commands now; companies refuse an older one. */
export async function epochNow(): Promise<number> {
  const [lease] = await rowsOf<{ epoch: number }>('reintegration', 'select epoch from coordinator_lease');
  return lease?.epoch ?? 0;
}

export async function command(from: string, to: string, verb: string, payload: object): Promise<DoorAnswer> {
  const body = commandText(payload, randomUUID(), await epochNow());
  return postAs(await tokenOf(from, to, body), to, `/commands/${verb}`, body);
}
