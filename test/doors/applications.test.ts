/**
 * The application that somebody works with bounds what he may, whatever his role allows (OAuth scope); a company's own system reads as its
 * officers do and signs nothing. And who acts, on behalf of whom, on what basis, until when is shown to him who acts.
 */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { GraphClient, type GraphAnswer } from '../../local/demo/graph-client.js';
import { MACHINE_SECRET } from '../../local/issuer/clients.js';
import { SERVICES } from '../../local/services.js';
import { requestMachineToken, requestToken } from '../../local/token-request.js';
import { rowCounts } from '../kit/imports.js';
import { as, issuer, onDate, url } from '../kit/stack.js';

const ACCEPT = 'mutation A($input: AcceptAgreementInput!) { acceptAgreement(input: $input) { ... on Refusal { code } } }';
const nobodys = () => ({ input: { commandId: randomUUID(), id: randomUUID(), expectedVersion: 1, termsHash: 'a'.repeat(64) } });
const clientWith = (token: string, purpose = 'wsw'): GraphClient => new GraphClient(url, { user: 'x', token, purpose });
const system = async (body: string): Promise<GraphClient> => clientWith(await requestMachineToken(issuer, `system-${body}`, MACHINE_SECRET));
const codeIn = ({ errors }: GraphAnswer<unknown>): string | undefined => errors?.[0]?.extensions.code;
const written = () => Promise.all(SERVICES.map(({ name }) => rowCounts(name)).map(async (counts) => (await counts)['inbox']));

describe('the system of a company', () => {
  const placements = (code: string) => `{ swCompany(code: "${code}") { placements(first: 3) { totalCount nodes { id function } } } }`;

  it('reads the work of its own company, and of another what its officers see there', async () => {
    const own = await (await system('sw-leiden')).query<{ swCompany: { placements: { totalCount: number } } }>(placements('leiden'));
    expect([own.errors, (own.data?.swCompany.placements.totalCount ?? 0) > 0]).toEqual([undefined, true]);
    const ofSystem = await (await system('sw-leiden')).query(placements('wassenaar'));
    const ofOfficer = await (await as('placement-leiden')).query(placements('wassenaar'));
    expect(ofSystem).toEqual(ofOfficer);
  });

  it('gives no command: that is FORBIDDEN before anybody is asked, and its officer is heard', async () => {
    const before = await written();
    expect(codeIn(await (await system('sw-leiden')).query(ACCEPT, nobodys()))).toBe('FORBIDDEN');
    expect(await written()).toEqual(before);
    expect(codeIn(await (await as('placement-leiden')).query(ACCEPT, nobodys()))).toBe('NOT_FOUND');
  });

  it('is itself and nobody else', async () => {
    const { data } = await (await system('sw-wassenaar')).query('{ me { subject body { id } roles } }');
    expect(data).toEqual({ me: { subject: 'system-sw-wassenaar', body: { id: 'sw-wassenaar' }, roles: ['PLACEMENT_OFFICER'] } });
  });
});

describe('the workbench of an analyst', () => {
  const TABLE = '{ swStatistics(by: [COMPANY]) { rows { count } } }';

  it('asks for tables, and gives no command whoever signs in to it', async () => {
    const analyst = clientWith(await requestToken(issuer, 'analyst', 'schakel-analyst'), 'statistiek');
    expect(await analyst.query(TABLE)).toMatchObject({ data: { swStatistics: { rows: expect.any(Array) } } });
    const caseWorker = clientWith(await requestToken(issuer, 'case-worker', 'schakel-analyst'));
    expect(codeIn(await caseWorker.query(ACCEPT, nobodys()))).toBe('FORBIDDEN');
    expect(codeIn(await (await as('case-worker')).query(ACCEPT, nobodys()))).toBe('NOT_FOUND');
  });
});

describe('the mandates of a viewer', () => {
  interface Me {
    readonly me: { readonly mandates: readonly { readonly role: string; readonly onBehalfOf: { readonly id: string }; readonly basis: string; readonly from: string; readonly until: string | null }[] };
  }
  const mandates = async (user: string) => (await (await as(user)).query<Me>('{ me { mandates { role onBehalfOf { id } basis from until } } }')).data?.me.mandates ?? [];
  const short = async (user: string): Promise<string[]> => (await mandates(user)).map(({ role, onBehalfOf }) => `${role} ${onBehalfOf.id}`);

  it('tell a case worker for whose colleges he acts, on what basis and since when', async () => {
    expect(await mandates('case-worker')).toContainEqual({ role: 'RESIDENCE_AUTHORITY', onBehalfOf: { id: 'gm-0626' }, basis: expect.stringContaining('Awb art. 10:3'), from: '2012-01-01', until: null });
    expect(await short('case-worker')).toHaveLength(3);
  });

  it('tell an officer of a company in what roles it acts, and those who speak for no party nothing', async () => {
    expect((await short('placement-leiden')).sort()).toEqual(['FORMAL_EMPLOYER gm-0546', 'FORMAL_EMPLOYER gm-0626', 'PLACING_COMPANY sw-leiden', 'RECEIVING_COMPANY sw-leiden']);
    for (const user of ['analyst', 'worker', 'council-member', 'wijkteam']) expect([user, await short(user)]).toEqual([user, []]);
  });

  it('are those of the business date', async () => {
    expect(await onDate('2011-12-30', () => short('case-worker'))).toEqual([]);
    expect(await short('case-worker')).toHaveLength(3);
  });
});
