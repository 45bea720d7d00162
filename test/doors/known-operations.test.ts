/** A gateway as a deployment has it: portals run the operations of their list, others write their own, and nothing is learned from a client. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '#kernel/canonical.js';
import { loadManifestIds } from '../kit/known-operations.js';
import { tokenAt } from '../kit/client-token.js';
import { startOwnGateway, type OwnGateway } from '../kit/own-gateway.js';
import { as, url } from '../kit/stack.js';

const ids = loadManifestIds();
const HANDLING = { documentId: ids.get('Handling')!, variables: { year: 2013 } };
const OWN_TEXT = { query: '{ me { subject } }' };

interface Answered {
  readonly status: number;
  readonly codes: readonly string[];
  readonly data: Readonly<Record<string, unknown>> | null;
}

async function post(at: string, token: string, body: object): Promise<Answered> {
  const response = await fetch(`${at}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
  const { data, errors } = (await response.json()) as { data?: Answered['data']; errors?: { extensions: { code: string } }[] };
  return { status: response.status, data: data ?? null, codes: errors?.map(({ extensions }) => extensions.code) ?? [] };
}

describe('where operations are known', () => {
  let gateway: OwnGateway;
  beforeAll(async () => void (gateway = await startOwnGateway({ SCHAKEL_OPERATIONS: 'known' })));
  afterAll(() => gateway.stop());

  it('a portal runs an operation of its list by its id, and no text of its own', async () => {
    const portal = await tokenAt('schakel-page', 'analyst');
    const known = await post(gateway.url, portal, HANDLING);
    expect([known.status, known.codes]).toEqual([200, []]);
    expect(known.data).toHaveProperty('swStatistics');
    expect(await post(gateway.url, portal, OWN_TEXT)).toEqual({ status: 403, codes: ['FORBIDDEN'], data: null });
  });

  it.each([['that nobody registered', 'elsewhere'], ['that the token does not name', null]])('an application %s is held for a portal', async (_what, client) => {
    expect((await post(gateway.url, await tokenAt(client, 'analyst'), OWN_TEXT)).codes).toEqual(['FORBIDDEN']);
  });

  it.each(['schakel-analyst', 'system-sw-leiden'])('%s writes its own, within its budget', async (client) => {
    const token = await tokenAt(client, 'analyst');
    expect((await post(gateway.url, token, OWN_TEXT)).data).toEqual({ me: { subject: 'analyst' } });
    const dear = await post(gateway.url, token, { query: '{ swCompanies { workplaces(first: 200) { nodes { company { placements(first: 200) { nodes { workplace { company { workplaces(first: 200) { nodes { id } } } } } } } } } } }' });
    expect([dear.status, dear.codes]).toEqual([400, ['LIMIT_EXCEEDED']]);
  });

  it('an id that is not on the list is refused, and so is a text beside an id', async () => {
    const portal = await tokenAt('schakel-page', 'analyst');
    for (const documentId of [`sha256:${sha256Hex(OWN_TEXT.query)}`, 'sha256:', '__proto__', HANDLING.documentId.toUpperCase()]) {
      expect(await post(gateway.url, portal, { documentId })).toEqual({ status: 400, codes: ['BAD_USER_INPUT'], data: null });
    }
    expect((await post(gateway.url, portal, { ...HANDLING, ...OWN_TEXT })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('a text that an analyst sent is not known to a portal afterwards', async () => {
    const hash = sha256Hex(OWN_TEXT.query);
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    await post(gateway.url, await tokenAt('schakel-analyst', 'analyst'), { ...OWN_TEXT, extensions });
    const portal = await tokenAt('schakel-page', 'analyst');
    for (const body of [{ documentId: `sha256:${hash}` }, { extensions }, { ...OWN_TEXT, extensions }]) expect((await post(gateway.url, portal, body)).data).toBeNull();
  });
});

describe('where operations are free', () => {
  it('an id of the list works as well as a text', async () => {
    const { token } = (await as('analyst')).who;
    expect((await post(url, token, HANDLING)).data).toHaveProperty('applicationStatistics');
    expect((await post(url, token, OWN_TEXT)).data).toEqual({ me: { subject: 'analyst' } });
  });

  it('an id works in an address too', async () => {
    const { token } = (await as('analyst')).who;
    const parameters = new URLSearchParams({ documentId: HANDLING.documentId, variables: JSON.stringify(HANDLING.variables) });
    const response = await fetch(`${url}/graphql?${parameters.toString()}`, { headers: { authorization: `Bearer ${token}`, 'graphql-require-preflight': '1' } });
    expect((await response.json()) as object).toHaveProperty('data.swStatistics');
  });
});
