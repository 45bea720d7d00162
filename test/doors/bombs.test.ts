/** Every request that is made to cost much is refused by its own code, and everybody else goes on. How long each takes: npm run test:doors -- bombs. */
import { describe, expect, it } from '@jest/globals';
import { as, url } from '../kit/stack.js';
import { BOMBS } from './bombs/catalogue.js';

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

describe('a bomb', () => {
  it.each(BOMBS.map((bomb) => [bomb.name, bomb] as const))('is refused: %s', async (_name, { body, headers, codes }) => {
    const { who } = await as('case-worker');
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${who.token}`, 'x-doelbinding': who.purpose, ...headers }, body });
    const { data, errors } = (await response.json()) as Answered;
    expect(Object.values(data ?? {}).filter((one) => one !== null)).toEqual([]);
    expect(errors?.length).toBeGreaterThan(0);
    for (const { extensions } of errors!) expect(codes).toContain(extensions.code);
  });

  it('leaves the door open for the question that it looks like', async () => {
    const { data, errors } = await (await as('case-worker')).query<{ clients: { nodes: unknown[] } }>('{ a: businessDate b: businessDate clients(first: 200) { nodes { id } } }');
    expect(errors).toBeUndefined();
    expect(data?.clients.nodes).toHaveLength(200);
  });
});
