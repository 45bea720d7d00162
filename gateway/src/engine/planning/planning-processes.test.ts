import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '#kernel/log.js';
import type { PlanNode, QueryPlan } from '../plan.js';
import { PlanningProcesses } from './planning-processes.js';
import { bomb, manyWays } from './testing/many-ways.js';
import type { PlannerName } from './planning-messages.js';

const BUDGET_MS = 1500;
const PATIENT_MS = 20_000;
const SERIOUS = bomb(400);
const logger = createLogger('gateway', 'silent');
const open: PlanningProcesses[] = [];

async function processes(supergraphSdl: string, planner: PlannerName = 'apollo', budgetMs = BUDGET_MS): Promise<{ planner: PlanningProcesses; apiSchema: string }> {
  const started = await PlanningProcesses.start({ planner, supergraphSdl }, budgetMs, logger);
  open.push(started.planner);
  return started;
}

const services = (node: PlanNode | null): string[] => {
  if (!node) return [];
  if (node.kind === 'Fetch') return [node.serviceName];
  const below = node.kind === 'Flatten' ? [node.node] : node.kind === 'Condition' ? [node.ifClause, node.elseClause] : node.nodes;
  return below.flatMap((one) => services(one ?? null));
};

const servicesOf = async (plan: Promise<QueryPlan>): Promise<string[]> => services((await plan).node);

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

describe('planning beside the event loop', () => {
  it('a question that takes the planner too long is LIMIT_EXCEEDED, while the plans of others are made', async () => {
    const { planner } = await processes(manyWays(9));
    const events: string[] = [];
    const exploded = planner.plan(SERIOUS).catch((error: { code?: string }) => events.push(String(error.code)));
    await servicesOf(planner.plan('{ ping pong }')).then((found) => events.push(...found.toSorted()));
    await exploded;
    expect(events).toEqual(['one', 'two', 'LIMIT_EXCEEDED']);
  });

  it('a process that was ended is replaced, also when all of them were', async () => {
    const { planner } = await processes(manyWays(9));
    const exploded = await Promise.allSettled([planner.plan(SERIOUS), planner.plan(`${SERIOUS} `), planner.plan('{ ping }')]);
    expect(exploded.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await servicesOf(planner.plan('{ pong }'))).toEqual(['two']);
    expect(planner.figures.replaced).toBe(2);
  });

  it('a planner that takes its process with it takes its question only, and is replaced', async () => {
    const { planner } = await processes(manyWays(9));
    const [first] = planner.pids;
    const asked = planner.plan(SERIOUS).catch((error: { code?: string }) => error.code);
    process.kill(first ?? 0, 'SIGABRT');
    expect(await asked).toBe('LIMIT_EXCEEDED');
    expect(await servicesOf(planner.plan('{ pong }'))).toEqual(['two']);
  });

  it('a question with more options than are looked at is LIMIT_EXCEEDED at once, and its process goes on', async () => {
    const { planner } = await processes(manyWays(12), 'apollo', PATIENT_MS);
    await expect(planner.plan(bomb(1))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(planner.figures.replaced).toBe(0);
    expect(await servicesOf(planner.plan('{ ping }'))).toEqual(['one']);
  });

  it('a supergraph that cannot be loaded is refused with the reason', async () => {
    await expect(processes('type Query { a: Int }')).rejects.toThrow(/core schema|supergraph|@link/i);
  });

  it('who waits when the planner is closed is told', async () => {
    const { planner } = await processes(manyWays(2));
    const waiting = [1, 2, 3].map(() => planner.plan(SERIOUS));
    const settled = Promise.allSettled(waiting);
    await planner.close();
    expect((await settled).filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    await expect(planner.plan('{ ping }')).rejects.toThrow('closed');
  });

  it('both planners tell clients the same schema, and ask the same subgraphs', async () => {
    const supergraph = manyWays(2);
    const [apollo, hive] = [await processes(supergraph), await processes(supergraph, 'hive')];
    const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '').toSorted();
    expect(lines(hive.apiSchema.replace(/^schema \{[^}]*\}\n/, ''))).toEqual(lines(apollo.apiSchema));
    const asked = '{ items { id ... on T0 { oneT0 twoT0 } } }';
    expect(await servicesOf(hive.planner.plan(asked))).toEqual(await servicesOf(apollo.planner.plan(asked)));
  });
});
