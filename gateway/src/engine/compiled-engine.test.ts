import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { newExchange } from '../exchange.js';
import { CompiledEngine } from './compiled-engine.js';
import { rootFetch } from './execution/testing/fake-subgraphs.js';
import type { SubgraphAnswer } from './subgraph.js';

const SDL = 'type Query { user(id: Int = 1): User } type User { id: ID! name: String }';

function engineWith(answer: () => Promise<SubgraphAnswer>): { engine: CompiledEngine; planned: string[]; bodies: string[]; closed: () => boolean } {
  const [planned, bodies]: [string[], string[]] = [[], []];
  let closed = false;
  const plan = async (text: string) => {
    planned.push(text);
    const [, key = ''] = /(\w+):\s*user/.exec(text) ?? [];
    const [variable = ''] = /(?<=\$)\w+/.exec(text) ?? [];
    return { node: rootFetch('a', `query($${variable}:Int){${key}:user(id:$${variable}){name}}`, { variableUsages: [variable] }) };
  };
  const subgraph = { name: 'a', ask: async (_: unknown, { body }: { body: string }) => (bodies.push(body), answer()) };
  const planner = { plan, close: async () => void (closed = true) };
  return { engine: new CompiledEngine({ schema: buildSchema(SDL), supergraph: parse(SDL), planner, subgraphs: new Map([['a', subgraph]]) }), planned, bodies, closed: () => closed };
}

const underKey = (body: string | undefined, value: unknown): SubgraphAnswer => ({ data: { [/(\w+):user/.exec(body ?? '')?.[1] ?? '']: value } });

describe('an engine of our own', () => {
  it('documents that ask the same with other values share a plan, and each is answered in its own words', async () => {
    const { engine, planned, bodies } = engineWith(async () => underKey(bodies.at(-1), { name: 'An' }));
    const answers = [];
    for (const text of ['{ me: user(id: 3) { name } }', '{ me:user(id:4){name} }']) {
      const { data, errors } = await (await engine.prepare(parse(text), null)).run(newExchange([], 'post'), {});
      answers.push([data, errors]);
    }
    expect(planned).toHaveLength(1);
    expect(answers).toEqual([['{"me":{"name":"An"}}', []], ['{"me":{"name":"An"}}', []]]);
    expect(bodies.map((body) => Object.values((JSON.parse(body) as { variables: object }).variables))).toEqual([[3], [4]]);
  });

  it('ends when the last of its requests has its answer', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { engine, closed } = engineWith(async () => (await held, { data: {} }));
    const running = (await engine.prepare(parse('{ user(id: 3) { name } }'), null)).run(newExchange([], 'post'), {});
    const closing = engine.close();
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed()).toBe(false);
    release();
    await running;
    await closing;
    expect(closed()).toBe(true);
  });
});
