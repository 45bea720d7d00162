/** What may be sent to the door of a service instead of the gateway's envelope or another body's token: a line per kind. Research: attacks 2 to 4 and 19. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '#kernel/canonical.js';
import { ENVELOPE_HEADER } from '#kernel/envelope.js';
import { sealToken } from '#kernel/sealed-token.js';
import { sealTicket } from '#kernel/ticket.js';
import { SCOPES } from '#kernel/viewer.js';
import { SERVICES } from '../../../local/services.js';
import { envelopeKeyOf, factsNow, keyOf } from '../../kit/parties.js';
import { dataDir } from '../../kit/stack.js';
import { LEFT_OUT, macced, now, part, privateKey, saidTwice, signed, STRANGE_KEY, touched, type Parts } from './jws.js';
import { goodToken as userToken } from './user-tokens.js';

/** Headers, in order, as they go over the line. */
export type Sent = readonly (readonly [string, string])[];
/** For which service and which body text. */
export type ServiceToken = (to: string, body: string) => Sent;

const viewer = { subject: 'case-worker', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: [...SCOPES], purpose: 'wsw' };
const other = (service: string): string => SERVICES.map(({ name }) => name).find((name) => name !== service) ?? '';
const envelope = (token: string): Sent => [[ENVELOPE_HEADER, token]];
const bearer = (token: string): Sent => [['authorization', `Bearer ${token}`]];

const facts = (to: string, body: string, changes: Parts = {}): object => ({ ...factsNow(), viewer, aud: to, iat: Date.now(), jti: randomUUID(), bodyHash: sha256Hex(body), ...changes });
export const goodEnvelope: ServiceToken = (to, body) => envelope(sealToken(facts(to, body), envelopeKeyOf(to)));
const sealedWith = (changes: (to: string) => Parts): ServiceToken => (to, body) => envelope(sealToken(facts(to, body, changes(to)), envelopeKeyOf(to)));
const from = (make: (good: string, to: string) => string): ServiceToken => (to, body) => envelope(make(goodEnvelope(to, body)[0]?.[1] ?? '', to));

export const BAD_ENVELOPES: Readonly<Record<string, ServiceToken>> = {
  'nothing': () => [],
  'an empty envelope': () => envelope(''),
  'an envelope without a seal': from((good) => good.split('.')[0] ?? ''),
  'an empty seal': from((good) => `${good.split('.')[0]}.`),
  'half a seal': from((good) => good.slice(0, -20)),
  'a touched seal': from((good) => touched(good, 1)),
  'touched facts': from((good) => touched(good, 0)),
  'a seal by the key of another service': (to, body) => envelope(sealToken(facts(to, body), envelopeKeyOf(other(to)))),
  'a seal by an empty key': (to, body) => envelope(sealToken(facts(to, body), Buffer.alloc(32))),
  'for another service': sealedWith((to) => ({ aud: other(to) })),
  'made for another service by its own key': (to, body) => goodEnvelope(other(to), body),
  'for a list of services': sealedWith((to) => ({ aud: [to] })),
  'for nobody': sealedWith(() => ({ aud: LEFT_OUT })),
  'over another text': sealedWith(() => ({ bodyHash: sha256Hex('{"query":"{ other }"}') })),
  'over no text': sealedWith(() => ({ bodyHash: LEFT_OUT })),
  'over a hash in other letters': (to, body) => envelope(sealToken(facts(to, body, { bodyHash: sha256Hex(body).toUpperCase() }), envelopeKeyOf(to))),
  'more than a minute old': sealedWith(() => ({ iat: Date.now() - 61_000 })),
  'from the future': sealedWith(() => ({ iat: Date.now() + 90_000 })),
  'of no time': sealedWith(() => ({ iat: LEFT_OUT })),
  'of a time that is text': sealedWith(() => ({ iat: String(Date.now()) })),
  'without a number of its own': sealedWith(() => ({ jti: LEFT_OUT })),
  'without a viewer': sealedWith(() => ({ viewer: LEFT_OUT })),
  'with nobody as viewer': sealedWith(() => ({ viewer: null })),
  'with a viewer of no body': sealedWith(() => ({ viewer: { ...viewer, body: LEFT_OUT } })),
  'with a role that does not exist': sealedWith(() => ({ viewer: { ...viewer, roles: ['KING'] } })),
  'with a scope that does not exist': sealedWith(() => ({ viewer: { ...viewer, scopes: ['everything'] } })),
  'with a purpose that was left out': sealedWith(() => ({ viewer: { ...viewer, purpose: LEFT_OUT } })),
  'on no business date': sealedWith(() => ({ businessDate: LEFT_OUT })),
  'on a date that does not exist': sealedWith(() => ({ businessDate: '2014-02-30' })),
  'without a deadline': sealedWith(() => ({ deadline: LEFT_OUT })),
  'without a request': sealedWith(() => ({ requestId: LEFT_OUT })),
  'far too long': sealedWith(() => ({ padding: 'x'.repeat(12_500) })),
  'facts that are a list': (to, body) => envelope(sealToken([facts(to, body)], envelopeKeyOf(to))),
  'a ticket for the officers of this body': (to) => envelope(sealTicket({ viewer: viewer as never, action: 'accept', commandId: '1' }, envelopeKeyOf(to))),
  'a user\'s token': () => envelope(userToken()),
  'the same envelope twice': (to, body) => [...goodEnvelope(to, body), ...goodEnvelope(to, body)],
  'an envelope beside a token': (to, body) => [...goodEnvelope(to, body), ...bearer(goodPartyToken(to, body))],
  'an envelope where a token belongs': (to, body) => bearer(goodEnvelope(to, body)[0]?.[1] ?? ''),
};

const jws = (from: string, to: string, body: string, changes: Parts = {}, header: Parts = {}): string => signed(partyHeader(from, header), partyClaims(from, to, body, changes), privateKey(keyOf(from)));
const partyHeader = (sender: string, changes: Parts = {}): object => ({ alg: 'ES256', kid: sender, typ: 'party+jwt', ...changes });
const partyClaims = (sender: string, to: string, body: string, changes: Parts = {}): object => ({
  ...factsNow(), iss: sender, aud: to, jti: randomUUID(), iat: now(), exp: now() + 60, bodyHash: sha256Hex(body), ...changes,
});
/** From a service that is not the receiver. */
export const goodPartyToken = (to: string, body: string): string => jws(other(to), to, body);
const claimed = (changes: (to: string) => Parts): ServiceToken => (to, body) => bearer(jws(other(to), to, body, changes(to)));
const headed = (changes: (to: string) => Parts): ServiceToken => (to, body) => bearer(jws(other(to), to, body, {}, changes(to)));
const publicKeys = (): string => readFileSync(join(dataDir, 'keys', 'parties.jwks.json'), 'utf8');

export const BAD_PARTY_TOKENS: Readonly<Record<string, ServiceToken>> = {
  'nothing': () => [],
  'an empty token': () => [['authorization', 'Bearer ']],
  'no scheme': (to, body) => [['authorization', goodPartyToken(to, body)]],
  'another scheme': (to, body) => [['authorization', `Basic ${goodPartyToken(to, body)}`]],
  'two spaces': (to, body) => [['authorization', `Bearer  ${goodPartyToken(to, body)}`]],
  'two tokens in one header': (to, body) => [['authorization', `Bearer ${goodPartyToken(to, body)}, Bearer ${goodPartyToken(to, body)}`]],
  'two headers': (to, body) => [...bearer(goodPartyToken(to, body)), ...bearer(goodPartyToken(to, body))],
  'a good header before a bad one': (to, body) => [...bearer(goodPartyToken(to, body)), ...bearer('x')],
  'a user\'s token': () => bearer(userToken()),
  'the gateway\'s envelope': (to, body) => goodEnvelope(to, body),
  'another sender than its key': claimed((to) => ({ iss: to })),
  'another sender and his name for the key': (to, body) => bearer(signed(partyHeader(to), partyClaims(to, to, body), privateKey(keyOf(other(to))))),
  'the name of another key': headed((to) => ({ kid: to })),
  'a key that nobody has': (to, body) => bearer(signed(partyHeader('sw-delft'), partyClaims('sw-delft', to, body), STRANGE_KEY)),
  'another key under a known name': (to, body) => bearer(signed(partyHeader(other(to)), partyClaims(other(to), to, body), STRANGE_KEY)),
  'the gateway as sender': claimed(() => ({ iss: 'gateway' })),
  'no sender': claimed(() => ({ iss: LEFT_OUT })),
  'another receiver': claimed((to) => ({ aud: other(to) })),
  'a receiver in a list in a list': claimed((to) => ({ aud: [[to]] })),
  'no receiver': claimed(() => ({ aud: LEFT_OUT })),
  'more than a minute old': claimed(() => ({ iat: now() - 61, exp: now() + 3_600 })),
  'expired': claimed(() => ({ exp: now() - 1 })),
  'without an end': claimed(() => ({ exp: LEFT_OUT })),
  'of no time': claimed(() => ({ iat: LEFT_OUT })),
  'from the future': claimed(() => ({ iat: now() + 120, exp: now() + 180 })),
  'not valid yet': claimed(() => ({ nbf: now() + 120 })),
  'without a number of its own': claimed(() => ({ jti: LEFT_OUT })),
  'of another type': headed(() => ({ typ: 'at+jwt' })),
  'of no type': headed(() => ({ typ: LEFT_OUT })),
  'over another text': claimed(() => ({ bodyHash: 'a'.repeat(64) })),
  'over no text': claimed(() => ({ bodyHash: LEFT_OUT })),
  'on a date that does not exist': claimed(() => ({ businessDate: '2014-02-30' })),
  'without a deadline': claimed(() => ({ deadline: LEFT_OUT })),
  'with a viewer that was left out': claimed(() => ({ viewer: LEFT_OUT })),
  'with a viewer of a role that does not exist': claimed(() => ({ viewer: { ...viewer, roles: ['KING'] } })),
  'no algorithm': (to, body) => bearer(`${part(partyHeader(other(to), { alg: 'none' }))}.${part(partyClaims(other(to), to, body))}.`),
  'the public keys as shared secret': (to, body) => bearer(macced(partyHeader(other(to)), partyClaims(other(to), to, body), publicKeys())),
  'its own key (jwk)': (to, body) => bearer(signed(partyHeader(other(to), { jwk: keyOf(to) }), partyClaims(other(to), to, body), STRANGE_KEY)),
  'with a demand that nobody knows (crit)': headed(() => ({ crit: ['x-must'], 'x-must': 1 })),
  'a touched signature': (to, body) => bearer(touched(goodPartyToken(to, body), 2)),
  'touched claims': (to, body) => bearer(touched(goodPartyToken(to, body), 1)),
  'no signature': (to, body) => bearer(`${goodPartyToken(to, body).split('.').slice(0, 2).join('.')}.`),
  'a receiver said twice': (to, body) => bearer(signed(partyHeader(other(to)), saidTwice(partyClaims(other(to), other(to), body), 'aud', to), privateKey(keyOf(other(to))))),
  'encrypted (JWE)': () => bearer(`${part({ alg: 'dir', enc: 'A256GCM' })}..${'A'.repeat(16)}.${'A'.repeat(64)}.${'A'.repeat(22)}`),
  'claims that are no JSON': (to) => bearer(signed(partyHeader(other(to)), 'no json', privateKey(keyOf(other(to))))),
};
