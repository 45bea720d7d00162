/** Who asks without end is told to wait, also when he asks everything at once; who did not ask too much is not. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphClient, signIn } from '../../local/demo/graph-client.js';
import { startOwnGateway, type OwnGateway } from '../kit/own-gateway.js';
import { as, issuer } from '../kit/stack.js';

const REQUESTS = 12;
const LOOK_UPS = 4;
const BSN = '999990019';

let gateway: OwnGateway;
beforeAll(async () => {
  // Nobody listens at port 9: the limits hold without the Redis that was to count them.
  gateway = await startOwnGateway({ SCHAKEL_OPERATIONS: 'free', SCHAKEL_REQUESTS_PER_USER: String(REQUESTS), SCHAKEL_LOOK_UPS_PER_USER: String(LOOK_UPS), SCHAKEL_REDIS_URL: 'redis://127.0.0.1:9' });
});
afterAll(() => gateway.stop());

async function post(user: string, query: string): Promise<{ readonly status: number; readonly retryAfter: number; readonly codes: string[] }> {
  const { token, purpose } = await signIn(issuer, user, (await as(user)).who.purpose);
  const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-doelbinding': purpose }, body: JSON.stringify({ query }) });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, retryAfter: Number(response.headers.get('retry-after')), codes: errors?.map(({ extensions }) => extensions.code) ?? [] };
}

const lookUps = (count: number): string => `{ ${Array.from({ length: count }, (_, n) => `a${n}: personByBsn(bsn: "${BSN}") { id }`).join(' ')} }`;

describe('too much in a minute', () => {
  it('requests of one user are refused with the time to wait, and those of another are not', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < REQUESTS + 3; n += 1) statuses.push((await post('analyst', '{ businessDate }')).status);
    expect(statuses).toEqual([...Array.from({ length: REQUESTS }, () => 200), 429, 429, 429]);
    const refused = await post('analyst', '{ businessDate }');
    expect(refused.codes).toEqual(['LIMIT_EXCEEDED']);
    expect(refused.retryAfter).toBeGreaterThan(0);
    expect(refused.retryAfter).toBeLessThanOrEqual(60);
    expect((await new GraphClient(gateway.url, (await as('policy-officer')).who).query('{ businessDate }')).errors).toBeUndefined();
  });

  it('people looked up by number are counted one by one: aliases do not help', async () => {
    expect((await post('case-worker', lookUps(LOOK_UPS))).codes).not.toContain('LIMIT_EXCEEDED');
    const more = await post('case-worker', lookUps(1));
    expect([more.status, more.codes, more.retryAfter > 0]).toEqual([429, ['LIMIT_EXCEEDED'], true]);
    expect((await post('case-worker', '{ businessDate }')).status).toBe(200);
    const atOnce = await post('placement-leiden', lookUps(LOOK_UPS + 1));
    expect([atOnce.status, atOnce.codes]).toEqual([429, ['LIMIT_EXCEEDED']]);
  });
});
