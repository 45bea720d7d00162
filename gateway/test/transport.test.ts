/** What a browser is told, which pages elsewhere may ask, and how somebody is let go who speaks by the drop or speaks something else. */
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayKit } from './gateway-kit.js';

const PORTAL = 'https://portal.example';
let kit: GatewayKit;
let bare: GatewayKit;
beforeAll(async () => {
  const settings = { SCHAKEL_CORS_ORIGINS: `${PORTAL},https://desk.example`, SCHAKEL_SECURITY_CONTACT: 'mailto:security@schakel.example', SCHAKEL_SECURITY_EXPIRES: '2030-01-01T00:00:00Z' };
  [kit, bare] = await Promise.all([GatewayKit.start('schakel', settings), GatewayKit.start()]);
});
afterAll(() => Promise.all([kit.stop(), bare.stop()]));
beforeEach(() => {
  kit.reset();
  kit.stubs.reintegration.behaviour = () => ({ data: { hello: 'dag' } });
});

const QUESTION = '{"query":"{ hello }"}';
const asking = async (headers: Record<string, string> = {}): Promise<RequestInit> => ({ method: 'POST', body: QUESTION, headers: { 'content-type': 'application/json', authorization: `Bearer ${await kit.issuer.token()}`, ...headers } });

describe('what a browser is told', () => {
  const ANSWERS: [string, string, () => Promise<RequestInit>, number][] = [
    ['an answer', '/graphql', () => asking(), 200],
    ['a refusal', '/graphql', () => asking({ authorization: '' }), 401],
    ['a body of another kind', '/graphql', () => asking({ 'content-type': 'text/plain' }), 415],
    ['a method that is not offered', '/graphql', async () => ({ method: 'PUT' }), 405],
    ['an address that is not there', '/admin', async () => ({}), 404],
    ['a page', '/', async () => ({ headers: { accept: 'text/html' } }), 200],
    ['health', '/livez', async () => ({}), 200],
    ['the place to report a weakness', '/.well-known/security.txt', async () => ({}), 200],
  ];

  it.each(ANSWERS)('%s is kept by nobody, shown in no frame and taken for nothing else', async (_what, path, init, expected) => {
    const { status, headers } = await kit.send(await init(), path);
    expect(status).toBe(expected);
    const told = Object.fromEntries(['cache-control', 'x-frame-options', 'x-content-type-options', 'referrer-policy', 'strict-transport-security', 'x-powered-by', 'server'].map((name) => [name, headers.get(name)]));
    expect(told).toEqual({ 'cache-control': 'no-store', 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'strict-transport-security': null, 'x-powered-by': null, server: null });
    expect(headers.get('permissions-policy')).toContain('camera=()');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('also at the head of a stream of events', async () => {
    const response = await fetch(`${kit.gateway.url}/graphql`, await asking({ accept: 'text/event-stream', 'x-doelbinding': 'wsw' }));
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    await response.body?.cancel();
  });
});

describe('a page of another origin', () => {
  const told = async (gateway: GatewayKit, origin: string): Promise<(string | null)[]> => {
    const preflight = await gateway.send({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' } });
    const { headers } = await gateway.send({ ...(await asking({ origin })) });
    return [String(preflight.status), preflight.headers.get('access-control-allow-origin'), headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')];
  };

  it('may ask when it is on the list, with the headers that a question needs and without cookies', async () => {
    expect(await told(kit, PORTAL)).toEqual(['204', PORTAL, PORTAL, null]);
    const preflight = await kit.send({ method: 'OPTIONS', headers: { origin: PORTAL, 'access-control-request-method': 'POST' } });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-doelbinding');
    expect(preflight.headers.get('access-control-allow-methods')).toBe('POST');
  });

  it.each(['https://portal.example.attacker.example', 'http://portal.example', 'https://portal.example:8443', 'null', '*'])('%s is told nothing', async (origin) => {
    expect(await told(kit, origin)).toEqual(['405', null, null, null]);
  });

  it('is never answered where no list was given', async () => {
    expect(await told(bare, PORTAL)).toEqual(['405', null, null, null]);
  });
});

describe('the place to report a weakness', () => {
  it('says who reads it and until when that is known (RFC 9116)', async () => {
    const { text, headers } = await kit.send({}, '/.well-known/security.txt');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text.split('\n')).toEqual(['Contact: mailto:security@schakel.example', 'Expires: 2030-01-01T00:00:00Z', 'Preferred-Languages: nl, en', '']);
  });

  it('is not there as long as nobody reads it', async () => {
    expect((await bare.send({}, '/.well-known/security.txt')).status).toBe(404);
  });
});

/** What comes back until the other side hangs up. Everything is sent at once and the line stays open on our side. */
function sent(text: string, base = kit.gateway.url): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk) => void (answer += String(chunk))).on('close', () => resolve(answer)).on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(answer) : reject(error)));
  });
}

const statusIn = (answer: string): string => /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'hung up';
const head = (...lines: string[]): string => ['POST /graphql HTTP/1.1', 'host: gateway', ...lines, ''].join('\r\n');

describe('a client that is no client', () => {
  it.each([
    ['sends its headers by the drop', () => 'POST /graphql HTTP/1.1\r\nhost: gate', '408'],
    ['sends its body by the drop', () => `${head('content-type: application/json', 'content-length: 100')}\r\n{"query":`, '408'],
    ['sends headers without end', () => head(`x-long: ${'x'.repeat(40_000)}`, 'connection: close'), '431'],
    ['speaks something else', () => '\u0016\u0003\u0001 hello\r\n\r\n', '400'],
    ['says its length twice', () => `${head('content-length: 5', 'content-length: 6')}\r\n12345`, '400'],
    ['says its length in two ways', () => `${head('content-length: 5', 'transfer-encoding: chunked')}\r\n0\r\n\r\n`, '400'],
    ['breaks a header off with a bare line feed', () => 'POST /graphql HTTP/1.1\r\nhost: gateway\r\nx-a: b\nx-schakel-envelope: c\r\n\r\n', '400'],
  ])('%s is hung up on', async (_what, text, expected) => {
    expect(statusIn(await sent(text()))).toBe(expected);
    expect(kit.askedTotal).toBe(0);
    expect((await kit.send(await asking())).status).toBe(200);
  });

  it.each([
    ['a body that is packed', { 'content-encoding': 'gzip' }, 415],
    ['a body packed in layers', { 'content-encoding': 'gzip, gzip, br' }, 415],
    ['a body in another character set', { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['a body in a character set that nobody knows', { 'content-type': 'application/json; charset=ibm037' }, 415],
    ['a body of two kinds', { 'content-type': 'application/json, text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['files', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ])('%s is refused before it is unpacked or read', async (_what, headers, expected) => {
    expect((await kit.send(await asking(headers as Record<string, string>))).status).toBe(expected);
    expect(kit.askedTotal).toBe(0);
    expect((await kit.send(await asking({ 'content-type': 'application/json; charset=utf-8' }))).status).toBe(200);
  });
});

describe('what a client says about itself in headers', () => {
  const OWN = ['x-role', 'x-roles', 'x-body', 'x-viewer', 'x-user', 'x-user-id', 'x-subject', 'x-scope', 'x-client-id', 'x-purpose', 'x-on-behalf-of', 'x-business-date', 'x-deadline', 'x-request-id', 'x-forwarded-user', 'x-remote-user', 'x-schakel-envelope', 'x-schakel-viewer', 'x-schakel-anything', 'X-Schakel-Role'];

  it.each(OWN)('%s changes nothing and reaches nobody', async (name) => {
    const { status } = await kit.send(await asking({ [name]: 'OPERATOR' }));
    expect(status).toBe(200);
    const [asked] = kit.stubs.reintegration.asked;
    const envelope = String(asked?.headers['x-schakel-envelope']);
    const facts = JSON.parse(Buffer.from(envelope.split('.')[0] ?? '', 'base64url').toString('utf8')) as { viewer: object; requestId: string };
    expect(facts.viewer).toMatchObject({ subject: 'case-worker', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], purpose: null });
    expect(JSON.stringify(asked?.headers)).not.toContain('OPERATOR');
    expect(facts.requestId).not.toBe('OPERATOR');
  });

  it('a token counts only when it is the only one', async () => {
    const token = await kit.issuer.token();
    const lines = (...tokens: string[]): string => `${head(...tokens.map((one) => `authorization: Bearer ${one}`), 'content-type: application/json', `content-length: ${QUESTION.length}`, 'connection: close')}\r\n${QUESTION}`;
    expect(statusIn(await sent(lines(token, token)))).toBe('401');
    expect(statusIn(await sent(lines(token, 'other')))).toBe('401');
    expect(kit.askedTotal).toBe(0);
    expect(statusIn(await sent(lines(token)))).toBe('200');
  });
});
