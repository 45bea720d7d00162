/** Every demo user, every purpose and no purpose, at every export that there is: what the list says of an export holds at its door, and nobody else gets in. */
import { describe, expect, it } from '@jest/globals';
import { DEMO_USERS } from '../../local/demo-users.js';
import { loadRegisters } from '#kernel/registers.js';
import { as, url } from '../kit/stack.js';

interface Listed {
  readonly name: string;
  readonly purpose: string;
  readonly roles: readonly string[];
}
/** Whatever a definition says: who looks at policy or at himself, or keeps the system running, gets no file of the bodies. */
const NEVER = ['WORKER', 'WIJKTEAM', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL', 'OPERATOR', 'PRIVACY_OFFICER'];
const PURPOSES: readonly (string | null)[] = [null, ...loadRegisters().purposes.map(({ code }) => code)];

async function ask(token: string, path: string, purpose: string | null): Promise<number> {
  return (await fetch(url + path, { method: 'HEAD', headers: { authorization: `Bearer ${token}`, ...(purpose === null ? {} : { 'x-doelbinding': purpose }) } })).status;
}
const { who } = await as('case-worker');
const { exports } = (await (await fetch(`${url}/v1/exports`, { headers: { authorization: `Bearer ${who.token}` } })).json()) as { exports: Listed[] };

describe('the exports', () => {
  it('are there, and none is for a role that never gets one', () => {
    expect(exports.length).toBeGreaterThan(2);
    expect(exports.filter(({ roles }) => roles.some((role) => NEVER.includes(role)))).toEqual([]);
  });

  it.each(DEMO_USERS.map(({ user, roles }) => [user, roles] as const))('are for %s exactly where his role and the purpose that he names are theirs', async (user, roles) => {
    const { token } = (await as(user)).who;
    for (const { name, purpose, roles: allowed } of exports) {
      for (const named of PURPOSES) {
        const expected = roles.some((role) => allowed.includes(role)) && named === purpose ? 200 : 403;
        expect([name, named, await ask(token, `/v1/exports/${name}`, named)]).toEqual([name, named, expected]);
      }
    }
  });

  it('are for nobody without a token', async () => {
    for (const { name, purpose } of exports) expect(await ask('none', `/v1/exports/${name}`, purpose)).toBe(401);
  });
});
