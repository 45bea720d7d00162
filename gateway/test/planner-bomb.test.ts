import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bomb, manyWays } from '../src/engine/planning/testing/many-ways.js';
import { GatewayKit } from './gateway-kit.js';

/** As many as the bounds let through: more than a planner does in its time, on a fast machine too. */
const SERIOUS = bomb(190);

let kit: GatewayKit;
beforeAll(async () => {
  const compiled = { SCHAKEL_ENGINE: 'compiled', SCHAKEL_PLAN_TIMEOUT_MS: '3000' };
  kit = await GatewayKit.start('plain', compiled, null, (urls) => manyWays(9, urls['reintegration']));
  kit.stubs.reintegration.behaviour = () => ({ data: { ping: 1 } });
});
afterAll(() => kit.stop());

describe('a question with more ways to its answer than there is time to compare', () => {
  it('is LIMIT_EXCEEDED, asks no subgraph, and others are answered meanwhile', async () => {
    const done: string[] = [];
    const exploded = kit.ask({ query: SERIOUS }).finally(() => done.push('bomb'));
    const others = Promise.all(Array.from({ length: 5 }, (_, at) => kit.ask({ query: `{ a${at}: ping }` }))).finally(() => done.push('others'));
    for (const { status } of await others) expect(status).toBe(200);
    const { status, json } = await exploded;
    expect(status).toBe(400);
    expect(json.errors?.map(({ extensions }) => extensions['code'])).toEqual(['LIMIT_EXCEEDED']);
    expect(kit.stubs.reintegration.asked.some(({ query }) => query.includes('items'))).toBe(false);
    expect(done).toEqual(['others', 'bomb']);
  });

  it('asked again, is refused before those who come after it', async () => {
    const again = await kit.ask({ query: SERIOUS });
    expect(again.json.errors?.[0]?.extensions['code']).toBe('LIMIT_EXCEEDED');
    expect((await kit.ask({ query: '{ ping }' })).status).toBe(200);
  });
});
