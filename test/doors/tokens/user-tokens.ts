/** What a client may send instead of a good access token: a line per kind. Research: attack 19 of the catalogue, and RFC 8725. */
import { createPublicKey, randomUUID } from 'node:crypto';
import { DEVELOPMENT_ISSUER_KEY } from '../../../local/development-keys.js';
import { issuer } from '../../kit/stack.js';
import { LEFT_OUT, macced, now, part, privateKey, saidTwice, signed, STRANGE_KEY, touched, type Parts } from './jws.js';

const KEY = privateKey(DEVELOPMENT_ISSUER_KEY);
const PUBLIC_PEM = createPublicKey(KEY).export({ type: 'spki', format: 'pem' }).toString();
const { d: _private, ...PUBLIC_JWK } = DEVELOPMENT_ISSUER_KEY;

const header = (changes: Parts = {}): object => ({ alg: 'ES256', kid: DEVELOPMENT_ISSUER_KEY.kid, typ: 'at+jwt', ...changes });
const claims = (changes: Parts = {}): object => ({
  iss: issuer, aud: 'schakel', sub: 'case-worker', client_id: 'schakel-page', azp: 'schakel-page', body: 'werk-en-inkomen', roles: ['CASE_WORKER'],
  scope: 'schakel agreements:write', jti: randomUUID(), iat: now(), exp: now() + 600, ...changes,
});

/** Signed by the right key, with these things other than they should be. */
const withClaims = (changes: Parts): string => signed(header(), claims(changes), KEY);
const withHeader = (changes: Parts): string => signed(header(changes), claims(), KEY);
/** Signed by a key of the attacker, who points at it. */
const pointing = (changes: Parts): string => signed(header(changes), claims(), STRANGE_KEY);
const noAlgorithm = (alg: string): string => `${part(header({ alg }))}.${part(claims())}.`;

export const goodToken = (): string => withClaims({});
const bearer = (token: string): string[] => [`Bearer ${token}`];
/** The values of the Authorization headers. */
export type UserToken = () => string[];

const MADE: Readonly<Record<string, () => string>> = {
  'no algorithm': () => noAlgorithm('none'),
  'no algorithm, in other letters': () => noAlgorithm('nOnE'),
  'no algorithm, with the signature of a good one': () => `${part(header({ alg: 'none' }))}.${goodToken().split('.').slice(1).join('.')}`,
  'the public key as shared secret': () => macced(header(), claims(), PUBLIC_PEM),
  'the published key as shared secret': () => macced(header(), claims(), JSON.stringify(PUBLIC_JWK)),
  'an empty shared secret': () => macced(header(), claims(), ''),
  'another algorithm over the same key': () => withHeader({ alg: 'ES256K' }),
  'another family of algorithms': () => withHeader({ alg: 'PS256' }),
  'another key under the same name': () => signed(header(), claims(), STRANGE_KEY),
  'a key that does not exist': () => withHeader({ kid: 'unknown' }),
  'a key that is a file': () => macced(header({ kid: '../../../../../../dev/null' }), claims(), ''),
  'a key that is a query': () => pointing({ kid: "' union select 'secret' --" }),
  'a key that is no name': () => withHeader({ kid: { $ne: null } }),
  'its own address of keys (jku)': () => pointing({ jku: 'http://127.0.0.1:9/jwks' }),
  'its own address of certificates (x5u)': () => pointing({ x5u: 'http://127.0.0.1:9/cert' }),
  'its own key (jwk)': () => pointing({ jwk: PUBLIC_JWK }),
  'its own certificate (x5c)': () => pointing({ x5c: ['MIIB'] }),
  'expired': () => withClaims({ iat: now() - 700, exp: now() - 100 }),
  'not valid yet': () => withClaims({ nbf: now() + 600 }),
  'made in the future': () => withClaims({ iat: now() + 600, exp: now() + 1200 }),
  'made long ago, valid for ever': () => withClaims({ iat: now() - 14 * 3600, exp: now() + 10 * 365 * 86_400 }),
  'without an end': () => withClaims({ exp: LEFT_OUT }),
  'without a beginning': () => withClaims({ iat: LEFT_OUT }),
  'an end that is text': () => withClaims({ exp: String(now() + 600) }),
  'for another audience': () => withClaims({ aud: 'other' }),
  'for an audience that begins alike': () => withClaims({ aud: 'schakel-admin' }),
  'for an audience in a list in a list': () => withClaims({ aud: [['schakel']] }),
  'for an audience in an object': () => withClaims({ aud: { schakel: true } }),
  'for a list of others': () => withClaims({ aud: ['schakel ', 'SCHAKEL', ''] }),
  'for nobody': () => withClaims({ aud: LEFT_OUT }),
  'of another issuer': () => withClaims({ iss: 'https://elsewhere.example' }),
  'of an issuer that begins alike': () => withClaims({ iss: `${issuer}/` }),
  'of a list of issuers': () => withClaims({ iss: [issuer] }),
  'of no issuer': () => withClaims({ iss: LEFT_OUT }),
  'of another type': () => withHeader({ typ: 'JWT' }),
  'of no type': () => withHeader({ typ: LEFT_OUT }),
  'of the type that bodies use': () => withHeader({ typ: 'party+jwt' }),
  'with a demand that nobody knows (crit)': () => withHeader({ crit: ['x-must'], 'x-must': 1 }),
  'with a demand for what is not there': () => withHeader({ crit: ['exp'] }),
  'with a payload that is not encoded (b64)': () => withHeader({ b64: false, crit: ['b64'] }),
  'a touched header': () => touched(goodToken(), 0),
  'touched claims': () => touched(goodToken(), 1),
  'a touched signature': () => touched(goodToken(), 2),
  'another\'s claims under a good signature': () => [goodToken().split('.')[0], part(claims({ roles: ['OPERATOR'] })), goodToken().split('.')[2]].join('.'),
  'no signature': () => `${goodToken().split('.').slice(0, 2).join('.')}.`,
  'a signature of nothing': () => `${goodToken().split('.').slice(0, 2).join('.')}.${'A'.repeat(86)}`,
  'a signature in another form': () => signed(header(), claims(), KEY, 'der'),
  'a body said twice': () => signed(header(), saidTwice(claims({ body: 'sw-leiden' }), 'body', 'werk-en-inkomen'), KEY),
  'an audience said twice': () => signed(header(), saidTwice(claims({ aud: 'other' }), 'aud', 'schakel'), KEY),
  'an algorithm said twice': () => signed(saidTwice(header({ alg: 'none' }), 'alg', 'ES256'), claims(), KEY),
  'far too long': () => withClaims({ padding: 'x'.repeat(9_000) }),
  'a role that does not exist': () => withClaims({ roles: ['KING'] }),
  'a role that does not exist beside one that does': () => withClaims({ roles: ['CASE_WORKER', 'KING'] }),
  'a role of all objects': () => withClaims({ roles: ['__proto__', 'constructor'] }),
  'an empty list of roles': () => withClaims({ roles: [] }),
  'no roles': () => withClaims({ roles: LEFT_OUT }),
  'roles that are text': () => withClaims({ roles: 'CASE_WORKER' }),
  'more roles than there are': () => withClaims({ roles: Array.from({ length: 50 }, () => 'CASE_WORKER') }),
  'a body that does not exist': () => withClaims({ body: 'gm-9999' }),
  'a body of all objects': () => withClaims({ body: '__proto__' }),
  'a list of bodies': () => withClaims({ body: ['werk-en-inkomen'] }),
  'no body': () => withClaims({ body: LEFT_OUT }),
  'scopes that are a list': () => withClaims({ scope: ['agreements:write'] }),
  'scopes without end': () => withClaims({ scope: 'agreements:write '.repeat(100) }),
  'no subject': () => withClaims({ sub: LEFT_OUT }),
  'an empty subject': () => withClaims({ sub: '' }),
  'a subject that is a number': () => withClaims({ sub: 7 }),
  'encrypted (JWE)': () => `${part({ alg: 'dir', enc: 'A256GCM', typ: 'at+jwt' })}..${'A'.repeat(16)}.${'A'.repeat(64)}.${'A'.repeat(22)}`,
  'claims that are no JSON': () => signed(header(), 'no json', KEY),
  'claims that are a list': () => signed(header(), [claims()], KEY),
  'claims that are nothing': () => signed(header(), 'null', KEY),
  'with a filled-up end': () => `${goodToken()}==`,
  'in four parts': () => `${goodToken()}.AAAA`,
  'in two parts': () => goodToken().split('.').slice(0, 2).join('.'),
};

const SENT: Readonly<Record<string, UserToken>> = {
  'no header': () => [],
  'an empty header': () => [''],
  'a scheme and nothing': () => ['Bearer'],
  'a token without a scheme': () => [goodToken()],
  'a scheme that sticks to the token': () => [`Bearer${goodToken()}`],
  'two spaces': () => [`Bearer  ${goodToken()}`],
  'a tab': () => [`Bearer\t${goodToken()}`],
  'a colon': () => [`Bearer: ${goodToken()}`],
  'an equals sign': () => [`bearer=${goodToken()}`],
  'quotation marks': () => [`bearer "${goodToken()}"`],
  'another scheme': () => [`Token ${goodToken()}`],
  'a name and a password': () => [`Basic ${Buffer.from('case-worker:secret').toString('base64')}`],
  'a proof of possession that was not asked': () => [`DPoP ${goodToken()}`],
  'two tokens in one header': () => [`Bearer ${goodToken()}, Bearer ${goodToken()}`],
  'something behind the token': () => [`Bearer ${goodToken()} x`],
  'the same header twice': () => [...bearer(goodToken()), ...bearer(goodToken())],
  'a good header before a bad one': () => [...bearer(goodToken()), ...bearer(noAlgorithm('none'))],
  'a bad header before a good one': () => [...bearer(noAlgorithm('none')), ...bearer(goodToken())],
};

export const BAD_USER_TOKENS: Readonly<Record<string, UserToken>> = {
  ...Object.fromEntries(Object.entries(MADE).map(([kind, make]): [string, UserToken] => [kind, () => bearer(make())])),
  ...SENT,
};
