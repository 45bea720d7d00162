/** Whose data were touched stands in the log of every body that touched them, before anybody sees an answer; and a worker can ask who looked. */
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../local/demo/world.js';
import type { GraphClient } from '../../local/demo/graph-client.js';
import * as deed from '../../local/demo/deeds.js';
import { arrangementWorkplaces } from '../../local/population/fixed-workplaces.js';
import { demoWorker, leidschendamWorkers } from '../../local/population/fixed-people.js';
import { readRecord } from '../../local/run-file.js';
import { SERVICES } from '../../local/services.js';
import type { Viewer } from '#kernel/viewer.js';
import { rowsOf } from '../kit/imports.js';
import { postAs, tokenOf } from '../kit/parties.js';
import { contractDocument, rawRequest } from '../kit/raw-request.js';
import { as, dataDir, personOf, serviceUrl, today, url, whileHanging } from '../kit/stack.js';

const me = personOf(demoWorker.bsn);
const stranger = leidschendamWorkers[3]!;

interface Line {
  readonly data_subject_id: string;
  readonly trace_id: string;
  readonly name: string;
  readonly status: string;
}
const linesOf = (service: string, requestId: string) => rowsOf<Line>(service, 'select data_subject_id, trace_id, name, status from processing_log where request = $1', [requestId]);
const linesOfAll = async (requestId: string) => Object.fromEntries(await Promise.all(SERVICES.map(async ({ name }): Promise<[string, number]> => [name, (await linesOf(name, requestId)).length])));

describe('the log of processings', () => {
  it('has 25 lines for a list of 25 clients, each about another', async () => {
    const { data, requestId } = await rawRequest<{ clients: { nodes: { id: string }[] } }>(await as('case-worker'), { query: '{ clients(first: 25) { nodes { id name { full } } } }' });
    expect(data!.clients.nodes).toHaveLength(25);
    const lines = await linesOf('benefits', requestId);
    expect([lines.length, new Set(lines.map((line) => line.data_subject_id)).size]).toEqual([25, 25]);
  });

  it('has one line for a dossier at every body that answered for it, in one trace, each under a pseudonym of its own', async () => {
    const { errors, requestId } = await rawRequest(await as('case-worker'), { query: contractDocument('portal-dossier'), variables: { person: me } });
    expect(errors).toBeUndefined();
    const lines = (await Promise.all(['benefits', 'reintegration', 'sw-leiden'].map((service) => linesOf(service, requestId)))).flat();
    expect(await linesOfAll(requestId)).toEqual({ benefits: 1, reintegration: 1, 'sw-leiden': 1, 'sw-wassenaar': 0, 'sw-zoetermeer-rijswijk': 0 });
    expect(new Set(lines.map((line) => line.trace_id))).toEqual(new Set([requestId.replaceAll('-', '')]));
    expect(new Set(lines.map((line) => line.data_subject_id)).size).toBe(3);
    expect(lines.map((line) => [line.name, line.status])).toEqual(Array(3).fill(['query Dossier', 'Ok']));
  });

  it('has no line about who was not shown; that somebody asked for him is an entry, and so it is for who does not exist', async () => {
    const officer = await as('placement-wassenaar');
    for (const bsn of [demoWorker.bsn, '999999990']) {
      const { errors, requestId } = await rawRequest(officer, { query: 'query Z($bsn: BSN!) { personByBsn(bsn: $bsn) { id } }', variables: { bsn } });
      expect(errors).toHaveLength(1);
      expect(Object.values(await linesOfAll(requestId))).toEqual([0, 0, 0, 0, 0]);
      const entries = await rowsOf<{ result: string }>('benefits', 'select result from access_log where request = $1', [requestId]);
      // The gateway may have refused the argument before a service was asked.
      expect(entries.every(({ result }) => result === 'REFUSED')).toBe(true);
    }
  });

  it('has two processings for two requests, also when the client names one trace for both', async () => {
    const { who } = await as('case-worker');
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const ids = [];
    for (let index = 0; index < 2; index += 1) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${who.token}`, 'x-doelbinding': 'wsw', traceparent };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: 'query($p: ID!) { person(id: $p) { name { full } } }', variables: { p: me } }) });
      ids.push(response.headers.get('x-request-id') ?? '');
    }
    const lines = (await Promise.all(ids.map((id) => linesOf('benefits', id)))).flat();
    expect(lines.map((line) => line.trace_id)).toEqual(ids.map((id) => id.replaceAll('-', '')));
  });

  it('has a line for a command, with the command', async () => {
    const offer = deed.recorded(await deed.recordOffer(await as('case-worker'), personOf(stranger.bsn), [`zoetermeer-rijswijk:W:${arrangementWorkplaces[3]!.number}`], today()));
    expect(offer.id).toBeDefined();
    const [line] = await rowsOf<{ n: number }>('reintegration', "select count(*)::int as n from processing_log where name = 'mutation record-offer' and end_ms > $1", [Date.now() - 10_000]);
    expect(line!.n).toBeGreaterThan(0);
  });

  it('holds no number, no name and no person id', async () => {
    for (const { name } of SERVICES) {
      const text = JSON.stringify([await rowsOf(name, 'select * from processing_log'), await rowsOf(name, 'select * from access_log')]);
      for (const secret of [demoWorker.bsn, demoWorker.name, stranger.bsn, stranger.name, me, personOf(stranger.bsn)]) expect([name, text.includes(secret)]).toEqual([name, false]);
    }
  });

  it('knows every answer that a killed service gave', async () => {
    const client = await as('case-worker');
    const answered: string[] = [];
    const asking = async (until: number): Promise<void> => {
      while (Date.now() < until) {
        const { data, requestId } = await rawRequest<{ person: { name: unknown } | null }>(client, { query: 'query($p: ID!) { person(id: $p) { name { full } } }', variables: { p: me } });
        if (data?.person?.name) answered.push(requestId);
      }
    };
    const until = Date.now() + 1_500;
    const askers = Promise.all([1, 2, 3, 4].map(() => asking(until)));
    await new Promise((resolve) => setTimeout(resolve, 700));
    process.kill(readRecord(dataDir)!.children['benefits']!.pid, 'SIGKILL');
    await askers;
    await eventually(() => fetch(`${serviceUrl('benefits')}/readyz`).then(({ status }) => status, () => 0), (status) => status === 200, 'benefits is back');
    // Its gateway left it alone for a moment.
    await eventually(() => rawRequest<{ person: { name: unknown } | null }>(client, { query: 'query($p: ID!) { person(id: $p) { name { full } } }', variables: { p: me } }), ({ data }) => Boolean(data?.person?.name), 'benefits answers again');
    expect(answered.length).toBeGreaterThan(0);
    const known = await rowsOf<{ request: string }>('benefits', 'select request from processing_log where request = any($1)', [answered]);
    expect(new Set(known.map(({ request }) => request))).toEqual(new Set(answered));
  });
});

interface Entry {
  readonly at: string;
  readonly source: { readonly id: string };
  readonly body: { readonly id: string } | null;
  readonly roles: readonly string[];
  readonly purpose: string | null;
  readonly action: string;
  readonly result: string;
  readonly actor: string | null;
}

interface Looked {
  readonly nodes: readonly Entry[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly sources: readonly { readonly body: { readonly id: string }; readonly answered: boolean }[];
}

const LOOKED = `query WhoLooked($person: ID!, $first: Int, $after: String) { person(id: $person) { id accessLog(first: $first, after: $after) {
  nodes { at source { id } body { id } roles purpose action result actor } totalCount pageInfo { hasNextPage endCursor } sources { body { id } answered } } } }`;

async function looked(client: GraphClient, person = me, page: { first?: number; after?: string | null } = {}) {
  return client.query<{ person: { id: string; accessLog: Looked | null } | null }>(LOOKED, { person, ...page });
}

/** What came later than the first page is on none of those after it. */
async function everyPage(client: GraphClient, first: number): Promise<{ nodes: readonly Entry[]; totalCount: number }> {
  const nodes: Entry[] = [];
  let totalCount: number | null = null;
  for (let after: string | null = null, more = true; more; ) {
    const page: Looked = (await looked(client, me, { first, after })).data!.person!.accessLog!;
    nodes.push(...page.nodes);
    totalCount ??= page.totalCount;
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  return { nodes, totalCount: totalCount ?? 0 };
}

async function officerLooks(): Promise<void> {
  const { errors } = await (await as('placement-leiden')).query('query Places($person: ID!) { workplaceOptions(person: $person, first: 1) { options { travelKilometres } } }', { person: me });
  expect(errors).toBeUndefined();
}

describe('who looked', () => {
  it('is told to the worker: which body, in what role, for what purpose, at which body; and of nobody a name', async () => {
    await officerLooks();
    const { data, errors } = await looked(await as('worker'), me, { first: 50 });
    expect(errors).toBeUndefined();
    const { nodes, sources } = data!.person!.accessLog!;
    const byOfficer = { body: { id: 'sw-leiden' }, roles: ['PLACEMENT_OFFICER'], purpose: 'wsw', result: 'SHOWN', actor: null };
    expect(nodes).toContainEqual(expect.objectContaining({ ...byOfficer, source: { id: 'werk-en-inkomen' }, action: 'query Places' }));
    expect(nodes).toContainEqual(expect.objectContaining({ ...byOfficer, source: { id: 'sw-leiden' } }));
    expect(JSON.stringify(nodes)).not.toContain('placement-leiden');
    expect(sources.map(({ body, answered }) => [body.id, answered]).sort()).toEqual([['sw-leiden', true], ['sw-wassenaar', true], ['sw-zoetermeer-rijswijk', true], ['werk-en-inkomen', true]]);
    expect(nodes.map(({ at }) => at)).toEqual(nodes.map(({ at }) => at).sort().reverse());
  });

  it('is told of himself only, and to nobody else about him', async () => {
    const another = await looked(await as('worker'), personOf(stranger.bsn));
    expect([another.data?.person ?? null, another.errors?.[0]?.extensions.code]).toEqual([null, 'NOT_FOUND']);
    const caseWorker = await looked(await as('case-worker'));
    expect([caseWorker.data!.person!.accessLog, caseWorker.errors?.[0]?.extensions.code]).toEqual([null, 'UNAUTHORIZED_FIELD_OR_TYPE']);
    const otherPurpose = await looked(await as('privacy-officer', 'inzage'));
    expect(otherPurpose.data?.person?.accessLog ?? null).toBeNull();
  });

  it('is told to a privacy officer, of the entries of his own body, with who it was', async () => {
    await officerLooks();
    const { data } = await looked(await as('privacy-officer'), me, { first: 50 });
    const { nodes, sources } = data!.person!.accessLog!;
    expect(new Set(nodes.map(({ source }) => source.id))).toEqual(new Set(['werk-en-inkomen']));
    expect(sources.map(({ body }) => body.id)).toEqual(['werk-en-inkomen']);
    expect(nodes.map(({ actor }) => actor)).toContain('placement-leiden');
    const { data: nothingMore } = await (await as('privacy-officer')).query<{ person: { name: unknown } }>('query($p: ID!) { person(id: $p) { id name { full } } }', { p: me });
    expect(nothingMore?.person?.name ?? null).toBeNull();
  });

  it('comes page by page without a gap or a double, whoever holds the entries', async () => {
    const worker = await as('worker');
    const small = await everyPage(worker, 40);
    const large = await everyPage(worker, 200);
    expect([small.totalCount, large.totalCount]).toEqual([small.nodes.length, large.nodes.length]);
    const upTo = large.nodes.filter(({ at }) => at <= small.nodes[0]!.at);
    expect(small.nodes).toEqual(upTo.slice(upTo.length - small.nodes.length));
    expect(upTo.length - small.nodes.length).toBeLessThanOrEqual(SERVICES.length);
  });

  it('lacks the entries of a body that does not answer, and says so', async () => {
    const { data } = await whileHanging('sw-leiden', async () => looked(await as('worker'), me, { first: 50 }));
    const { nodes, sources } = data!.person!.accessLog!;
    expect(sources.filter(({ answered }) => !answered).map(({ body }) => body.id)).toEqual(['sw-leiden']);
    expect(nodes.some(({ source }) => source.id === 'sw-leiden')).toBe(false);
    expect(nodes.some(({ source }) => source.id === 'werk-en-inkomen')).toBe(true);
  });

  it('is answered by a body to the directory alone, and by it to nobody who may not look', async () => {
    const ask = async (from: string, viewer: Viewer, to = 'sw-leiden') => {
      const body = JSON.stringify({ query: 'query($p: ID!) { accessEntries(person: $p, first: 200) { rows { actor } } }', variables: { p: me } });
      const { status, text } = await postAs(await tokenOf(from, to, body, { viewer }), to, '/graphql', body);
      return [status, status === 200 ? (JSON.parse(text) as { data: { accessEntries: { rows: unknown[] } | null } | null }).data?.accessEntries?.rows ?? null : null];
    };
    const worker: Viewer = { subject: me, body: 'gm-0626', roles: ['WORKER'], scopes: [], purpose: 'inzage' };
    const supervisor: Viewer = { subject: 'somebody', body: 'sw-leiden', roles: ['PRIVACY_OFFICER'], scopes: [], purpose: 'toezicht' };
    expect(await ask('reintegration', worker)).toEqual([200, expect.arrayContaining([{ actor: 'placement-leiden' }])]);
    expect(await ask('reintegration', supervisor)).toEqual([200, expect.arrayContaining([{ actor: 'placement-leiden' }])]);
    for (const other of [{ ...worker, subject: personOf(stranger.bsn) }, { ...worker, purpose: 'wsw' }, { ...supervisor, body: 'sw-wassenaar' }, { ...supervisor, roles: ['CASE_WORKER' as const] }]) {
      expect(await ask('reintegration', other)).toEqual([200, null]);
    }
    expect(await ask('sw-wassenaar', worker)).toEqual([401, null]);
  });
});
