import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { composeServices } from '@apollo/composition';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { createLogger } from '#kernel/log.js';
import { PlanCache } from '../engine/planning/plan-cache.js';
import type { QueryPlan } from '../engine/plan.js';
import { planBytes } from '../engine/planning/plan-size.js';
import type { WarmEngine } from './generation.js';
import { Generations, type GenerationParts } from './generations.js';
import { stateIn } from './state-dir.js';
import type { WatchedFile } from './watched-file.js';

const BROKEN = 'type Query {';

function supergraph(field: string): string {
  const { supergraphSdl, errors } = composeServices([{ name: 'one', url: 'http://one', typeDefs: parse(`type Query { ${field}: Int kept: Int }`) }]);
  if (!supergraphSdl) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}

/** A file in memory; null: it is not there. */
class File implements WatchedFile {
  changed = (): void => undefined;
  constructor(public text: string | null) {}
  read = async (): Promise<string> => {
    if (this.text === null) throw new Error('no such file');
    return this.text;
  };
  follow = (changed: () => void): void => void (this.changed = changed);
  stop = (): void => undefined;
  replace(text: string): void {
    this.text = text;
    this.changed();
  }
}

interface Opened {
  readonly engine: WarmEngine & { readonly plans: PlanCache<QueryPlan> };
  closed: boolean;
}

let folder = '';
const running: Generations[] = [];
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'schakel-generations-'))));
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
  rmSync(folder, { recursive: true });
});

async function started(file: File, more: Partial<GenerationParts> = {}): Promise<{ generations: Generations; opened: Opened[] }> {
  const opened: Opened[] = [];
  const generations = new Generations({
    file,
    prepare: (sdl) => sdl,
    onLoaded: ({ apiSchema }) => apiSchema,
    engineOf: ({ schema, planner }) => {
      const plans = new PlanCache((text, patient) => planner.plan(text, patient), planBytes);
      const one: Opened = { engine: { schema, plans, prepare: () => Promise.reject(new Error('not asked')), close: async () => void (one.closed = true) }, closed: false };
      opened.push(one);
      return one.engine;
    },
    known: [],
    state: stateIn(folder),
    planner: 'apollo',
    planTimeoutMs: 10_000,
    logger: createLogger('gateway', 'silent'),
    ...more,
  });
  running.push(generations);
  await generations.start();
  return { generations, opened };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('one supergraph after another', () => {
  it('under load every request ends with the supergraph it began with, none is dropped, and the old one ends after its last', async () => {
    const file = new File(supergraph('old'));
    const { generations, opened } = await started(file);
    const load = { busy: true };
    const seen = new Set<string>();
    const client = async (): Promise<void> => {
      while (load.busy) {
        const { engine, end } = generations.begin();
        const field = engine.schema.getQueryType()?.getFields()['old'] ? 'old' : 'new';
        seen.add(field);
        await new Promise((resolve) => setTimeout(resolve, 5));
        expect(await (engine.plans as PlanCache<QueryPlan>).get(`{ ${field} }`)).toMatchObject({ node: { serviceName: 'one' } });
        expect(opened.find((one) => one.engine === engine)?.closed).toBe(false);
        end();
      }
    };
    const clients = Array.from({ length: 20 }, client);
    file.replace(supergraph('new'));
    await until(() => seen.has('new'));
    await until(() => opened[0]?.closed === true);
    load.busy = false;
    await Promise.all(clients);
    expect([...seen]).toEqual(['old', 'new']);
  });

  it('a request that takes long keeps its supergraph, and its planner, until it ends', async () => {
    const file = new File(supergraph('old'));
    const { generations, opened } = await started(file);
    const lease = generations.begin();
    file.replace(supergraph('new'));
    await until(() => generations.engine !== lease.engine);
    expect(opened[0]?.closed).toBe(false);
    await expect((lease.engine.plans as PlanCache<QueryPlan>).get('{ old }')).resolves.toBeDefined();
    lease.end();
    await until(() => opened[0]?.closed === true);
  });

  it('a supergraph that is of no use is told, and the old one stays', async () => {
    const file = new File(supergraph('old'));
    const { generations, opened } = await started(file);
    file.replace(BROKEN);
    await until(() => generations.warning !== null);
    expect(generations.warning).toBe('the new supergraph is not usable; the old one stays');
    expect(generations.engine).toBe(opened[0]?.engine);
    file.replace(supergraph('new'));
    await until(() => generations.warning === null);
    expect(opened).toHaveLength(2);
  });

  it('one that may not be served is of no use either, whoever says so', async () => {
    const refuse = (): never => {
      throw new Error('not protected');
    };
    await expect(started(new File(supergraph('old')), { prepare: refuse })).rejects.toThrow('not protected');
    await expect(started(new File(supergraph('old')), { onLoaded: refuse })).rejects.toThrow('not protected');
  });

  it.each([null, BROKEN])('the last good one stands in at start for a file that is absent or broken', async (text) => {
    const before = await started(new File(supergraph('old')));
    await before.generations.stop();
    const { generations } = await started(new File(text));
    expect(generations.warning).toBe('the supergraph is not usable; the last good one serves');
    expect(Object.keys(generations.engine.schema.getQueryType()?.getFields() ?? {})).toEqual(['old', 'kept']);
  });

  it('without a last good one there is no start', async () => {
    await expect(started(new File(null))).rejects.toThrow('no such file');
  });

  it('known and recent operations are planned before a supergraph serves, after a swap and after a restart', async () => {
    const file = new File(supergraph('old'));
    const known = ['query Known { kept }', 'query Other { gone }'];
    const { generations, opened } = await started(file, { known });
    expect(opened[0]?.engine.plans.mostUsed(9)).toEqual(['query Known {\n  kept\n}']);
    await opened[0]?.engine.plans.get('{ k: kept }');
    file.replace(supergraph('new'));
    await until(() => generations.engine !== opened[0]?.engine);
    expect(opened[1]?.engine.plans.mostUsed(9).toSorted()).toEqual(['query Known {\n  kept\n}', '{ k: kept }']);
    await generations.stop();
    const again = await started(file);
    expect(again.opened[0]?.engine.plans.mostUsed(9)).toHaveLength(2);
  });
});
