/**
 * The two doors between bodies (architecture, section 3): a sender is who his key says, for this receiver, this text, this minute and
 * once; a command is heard only from the one service that may give it, a question only from the one that asks for others.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import { type Viewer, SCOPES } from '#kernel/viewer.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { SERVICES } from '../../local/services.js';
import { rowCounts, rowsOf } from '../kit/imports.js';
import { command, commandText, envelopeKeyOf, epochNow, factsNow, forgedToken, postAs, tokenOf, type Forgery } from '../kit/parties.js';
import { as, dataDir, personOf, serviceUrl } from '../kit/stack.js';

const NAMES = SERVICES.map(({ name }) => name);
const COMPANIES = NAMES.filter((name) => name.startsWith('sw-'));
const DIRECTORY = 'reintegration';
const ANNOUNCE = 'announce-employments';
const COMPANY_VERBS = [
  'hold-workplace', 'release-workplace', 'confirm-agreement', 'end-placement', 'suspend-placement', 'resume-placement', 'share-employment', 'unshare-employment',
  'sign-acceptance',
];

interface Pointer {
  readonly person: string;
  readonly employment: string;
  readonly from: string;
  readonly until: string | null;
}

/** What a company announced before: announcing it again changes nothing, so that other tests find what they expect. */
async function knownPointer(company: string): Promise<Pointer> {
  const sql = 'select person, employment, from_date::text as from, until_date::text as until from employment_pointer where company = $1 order by employment limit 1';
  return (await rowsOf<Pointer>(DIRECTORY, sql, [company]))[0]!;
}

const pointers = (): Promise<object[]> => rowsOf(DIRECTORY, 'select count(*)::int as pointers, md5(string_agg(p::text, $1 order by employment)) as content from employment_pointer p', [';']);

describe('a token between bodies', () => {
  let announcement: object;
  const send = (token: string, body: string) => postAs(token, DIRECTORY, `/commands/${ANNOUNCE}`, body);
  beforeAll(async () => {
    announcement = { employments: [await knownPointer('sw-leiden')] };
  });

  it('opens the door to the sender whose key made it', async () => {
    const body = commandText(announcement);
    expect(await send(await tokenOf('sw-leiden', DIRECTORY, body), body)).toEqual({ status: 200, text: '{"announced":1}' });
  });

  const wrong: [string, Forgery][] = [
    ['names another sender than its key', { key: 'sw-leiden', claims: { iss: 'sw-wassenaar' } }],
    ['names another sender and his key, but is signed by its own', { key: 'sw-leiden', claims: { iss: 'sw-wassenaar' }, header: { kid: 'sw-wassenaar' } }],
    ['names the key of another', { key: 'sw-leiden', header: { kid: 'sw-wassenaar' } }],
    ['names a key that nobody has', { key: 'sw-leiden', header: { kid: 'sw-delft' }, claims: { iss: 'sw-delft' } }],
    ['names the gateway as sender', { key: 'sw-leiden', claims: { iss: 'gateway' } }],
    ['is meant for another service', { key: 'sw-leiden', claims: { aud: 'benefits' } }],
    ['is meant for nobody', { key: 'sw-leiden', claims: { aud: undefined } }],
    ['is 61 seconds old, though it says that it lives on', { key: 'sw-leiden', claims: { iat: Math.floor(Date.now() / 1000) - 61, exp: Math.floor(Date.now() / 1000) + 3_600 } }],
    ['has expired', { key: 'sw-leiden', claims: { exp: Math.floor(Date.now() / 1000) - 1 } }],
    ['does not expire', { key: 'sw-leiden', claims: { exp: undefined } }],
    ['has no time', { key: 'sw-leiden', claims: { iat: undefined } }],
    ['comes from the future', { key: 'sw-leiden', claims: { iat: Math.floor(Date.now() / 1000) + 120, exp: Math.floor(Date.now() / 1000) + 180 } }],
    ['cannot be told from another', { key: 'sw-leiden', claims: { jti: undefined } }],
    ['is of another type, such as a user\'s', { key: 'sw-leiden', header: { typ: 'at+jwt' } }],
    ['is bound to another text', { key: 'sw-leiden', claims: { bodyHash: 'a'.repeat(64) } }],
    ['is bound to no text', { key: 'sw-leiden', claims: { bodyHash: undefined } }],
    ['tells no business date', { key: 'sw-leiden', claims: { businessDate: '3 maart' } }],
  ];

  it.each(wrong)('that %s is 401 and nothing else, and changes nothing; made rightly it opens', async (_what, forgery) => {
    const body = commandText(announcement);
    const before = await rowCounts(DIRECTORY);
    expect(await send(await forgedToken(DIRECTORY, body, forgery), body)).toEqual({ status: 401, text: '' });
    expect(await rowCounts(DIRECTORY)).toEqual(before);
    expect((await send(await forgedToken(DIRECTORY, body, { key: 'sw-leiden' }), body)).status).toBe(200);
  });

  it('is 401 the second time, also with the same text, and a fresh one is heard', async () => {
    const body = commandText(announcement);
    const token = await tokenOf('sw-leiden', DIRECTORY, body);
    expect((await send(token, body)).status).toBe(200);
    expect(await send(token, body)).toEqual({ status: 401, text: '' });
    expect((await send(await tokenOf('sw-leiden', DIRECTORY, body), body)).status).toBe(200);
  });

  it('is 401 when a shared secret made it, or nothing: neither no algorithm nor a public key as secret', async () => {
    const body = commandText(announcement);
    const good = await tokenOf('sw-leiden', DIRECTORY, body);
    const claims = good.split('.')[1]!;
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const publicKeys = readFileSync(join(dataDir, 'keys', 'parties.jwks.json'), 'utf8');
    const symmetric = `${part({ alg: 'HS256', kid: 'sw-leiden', typ: 'party+jwt' })}.${claims}`;
    const forged = [`${part({ alg: 'none', kid: 'sw-leiden', typ: 'party+jwt' })}.${claims}.`, `${symmetric}.${createHmac('sha256', publicKeys).update(symmetric).digest('base64url')}`];
    for (const token of forged) expect(await send(token, body)).toEqual({ status: 401, text: '' });
    expect((await send(good, body)).status).toBe(200);
  });

  it('is not what a user has, nor what the gateway has: neither opens the door of commands', async () => {
    const body = commandText(announcement);
    expect((await send((await as('placement-leiden')).who.token, body)).status).toBe(401);
    const viewer: Viewer = { subject: 'x', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'], scopes: SCOPES, purpose: 'wsw' };
    const envelope = sealEnvelope({ ...factsNow(), viewer }, DIRECTORY, body, envelopeKeyOf(DIRECTORY));
    const headers = { 'content-type': 'application/json', [ENVELOPE_HEADER]: envelope };
    expect((await fetch(`${serviceUrl(DIRECTORY)}/commands/${ANNOUNCE}`, { method: 'POST', headers, body })).status).toBe(401);
  });
});

describe('a verb that does not exist', () => {
  it.each(NAMES)('is 404 at %s for a known sender, and 401 for anybody else', async (service) => {
    for (const verb of ['no-such-verb', 'constructor', '__proto__', 'toString']) {
      expect(await command(DIRECTORY, service, verb, {})).toEqual({ status: 404, text: '' });
      expect((await postAs('no.such.token', service, `/commands/${verb}`, commandText({}))).status).toBe(401);
    }
  });

  it('is every verb at benefits, which takes no commands', async () => {
    for (const verb of [ANNOUNCE, ...COMPANY_VERBS]) expect((await command(DIRECTORY, 'benefits', verb, {})).status).toBe(404);
  });
});

describe('announcing employments', () => {
  it.each(COMPANIES)('is heard from %s about its own', async (company) => {
    const before = await pointers();
    expect(await command(company, DIRECTORY, ANNOUNCE, { employments: [await knownPointer(company)] })).toEqual({ status: 200, text: '{"announced":1}' });
    expect(await pointers()).toEqual(before);
  });

  it.each(NAMES.filter((name) => !COMPANIES.includes(name)))('is FORBIDDEN for %s, which is no company, and changes nothing', async (sender) => {
    const before = await rowCounts(DIRECTORY);
    const { status, text } = await command(sender, DIRECTORY, ANNOUNCE, { employments: [await knownPointer('sw-leiden')] });
    expect([status, JSON.parse(text)]).toEqual([403, expect.objectContaining({ code: 'FORBIDDEN' })]);
    expect(await rowCounts(DIRECTORY)).toEqual(before);
  });

  it('of another company is refused as a whole, the own ones of the same message included', async () => {
    const [own, other] = [await knownPointer('sw-leiden'), await knownPointer('sw-wassenaar')];
    const before = [await rowCounts(DIRECTORY), await pointers()];
    const { status, text } = await command('sw-leiden', DIRECTORY, ANNOUNCE, { employments: [{ ...own, until: '2014-12-31' }, { ...other, until: '2014-01-01' }] });
    expect([status, JSON.parse(text)]).toEqual([400, expect.objectContaining({ code: 'BAD_USER_INPUT' })]);
    expect([await rowCounts(DIRECTORY), await pointers()]).toEqual(before);
  });
});

describe.each(COMPANIES)('a command to %s', (company) => {
  it.each(COMPANY_VERBS)('%s is heard from the directory and FORBIDDEN for everybody else, itself included, changing nothing', async (verb) => {
    const before = await rowCounts(company);
    for (const sender of NAMES.filter((name) => name !== DIRECTORY)) {
      const { status, text } = await command(sender, company, verb, {});
      expect([sender, status, JSON.parse(text)]).toEqual([sender, 403, expect.objectContaining({ code: 'FORBIDDEN' })]);
    }
    // Heard: only what it says is not understood.
    const { status, text } = await command(DIRECTORY, company, verb, {});
    expect([status, JSON.parse(text)]).toEqual([400, expect.objectContaining({ code: 'BAD_USER_INPUT' })]);
    expect(await rowCounts(company)).toEqual(before);
  });
});

describe('holding a workplace of sw-wassenaar', () => {
  const workplace = 'wassenaar:W:3003';
  const hold = { agreement: randomUUID(), workplace, termsVersion: 1, from: '2014-05-01', until: null, hoursPerWeek: '24', function: 'Medewerker sortering' };
  const holds = (): Promise<object[]> => rowsOf('sw-wassenaar', `select state from workplace_hold where workplace = '3003' and agreement = $1`, [hold.agreement]);
  const send = (token: string, body: string) => postAs(token, 'sw-wassenaar', '/commands/hold-workplace', body);

  it('is not for sw-leiden, neither in its own name nor in the name of the directory; the directory itself may', async () => {
    const body = commandText(hold, randomUUID(), await epochNow());
    expect((await send(await tokenOf('sw-leiden', 'sw-wassenaar', body), body)).status).toBe(403);
    for (const header of [{}, { kid: DIRECTORY }]) {
      expect((await send(await forgedToken('sw-wassenaar', body, { key: 'sw-leiden', header, claims: { iss: DIRECTORY } }), body)).status).toBe(401);
    }
    expect(await holds()).toEqual([]);
    expect(await send(await tokenOf(DIRECTORY, 'sw-wassenaar', body), body)).toEqual({ status: 200, text: '{"held":true}' });
    expect(await holds()).toEqual([{ state: 'HELD' }]);
  });

  it('done once stays done once under its id, and its id is no key to another command', async () => {
    const body = commandText(hold, 'hold-1', await epochNow());
    for (let time = 0; time < 2; time += 1) expect((await send(await tokenOf(DIRECTORY, 'sw-wassenaar', body), body)).text).toBe('{"held":true}');
    expect(await holds()).toHaveLength(1);
    const other = commandText({ ...hold, workplace: 'wassenaar:W:3004' }, 'hold-1', await epochNow());
    expect((await send(await tokenOf(DIRECTORY, 'sw-wassenaar', other), other)).status).toBe(400);
    expect(await command(DIRECTORY, 'sw-wassenaar', 'release-workplace', { agreement: hold.agreement, workplace, termsVersion: 1 })).toEqual({ status: 200, text: '{"released":true}' });
    expect(await holds()).toEqual([{ state: 'RELEASED' }]);
  });
});

describe('a question', () => {
  const caseWorker: Viewer = { subject: 'somebody', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'wsw' };
  const worker = scenarioWorkers[14]!;
  const question = (type: string, id: string, fields: string): string =>
    JSON.stringify({ query: `query Q($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`, variables: { of: [{ __typename: type, id }] } });
  const person = question('Person', personOf(worker.bsn), 'name { full } bsn');
  const ask = async (from: string, to: string, body: string, viewer: Viewer | null) => postAs(await tokenOf(from, to, body, { viewer }), to, '/graphql', body);

  it('of the directory for a case worker is answered by benefits, and for nobody it shows nothing', async () => {
    const { status, text } = await ask(DIRECTORY, 'benefits', person, caseWorker);
    expect([status, JSON.parse(text)]).toEqual([200, { data: { _entities: [{ name: { full: worker.name }, bsn: worker.bsn }] } }]);
    expect((await ask(DIRECTORY, 'benefits', person, null)).text).not.toContain(worker.name);
    expect((await ask(DIRECTORY, 'benefits', person, { ...caseWorker, purpose: null })).text).not.toContain(worker.name);
  });

  it.each(COMPANIES)('of %s, which names a case worker as viewer, is 401 everywhere: whoever names the viewer must be the directory', async (company) => {
    for (const service of NAMES) expect([service, await ask(company, service, person, caseWorker)]).toEqual([service, { status: 401, text: '' }]);
  });

  it('of the directory is answered by every company, within what its viewer may see', async () => {
    const employment = question('LeidenSwEmployment', `leiden:E:${worker.employmentNumber}`, 'hoursPerWeek person { id }');
    expect(JSON.parse((await ask(DIRECTORY, 'sw-leiden', employment, caseWorker)).text)).toEqual({ data: { _entities: [{ hoursPerWeek: '28.00', person: { id: personOf(worker.bsn) } }] } });
    const other: Viewer = { subject: 'officer', body: 'sw-wassenaar', roles: ['PLACEMENT_OFFICER'], scopes: SCOPES, purpose: 'wsw' };
    expect((await ask(DIRECTORY, 'sw-leiden', employment, other)).text).not.toContain(personOf(worker.bsn));
  });

  it('is 401 when its token was used before, also as a question', async () => {
    const token = await tokenOf(DIRECTORY, 'benefits', person, { viewer: caseWorker });
    expect((await postAs(token, 'benefits', '/graphql', person)).status).toBe(200);
    expect(await postAs(token, 'benefits', '/graphql', person)).toEqual({ status: 401, text: '' });
  });
});
