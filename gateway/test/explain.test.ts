/** What `npm run plan` says, as the program that an operator runs. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureSupergraph } from './fixture-supergraph.js';

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schakel-explain-'));
  await writeFile(join(folder, 'supergraph.graphql'), fixtureSupergraph({}, true));
  await writeFile(join(folder, 'workers.graphql'), 'query Workers($first: Int!) { workers(first: $first) { id ... on LeidenSwEmployment { workerName } } }\nquery Hello { hello }');
});
afterAll(() => rm(folder, { recursive: true }));

interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Without any setting: nothing of a deployment is needed. */
function plan(...args: string[]): Promise<Told> {
  const line = [MAIN, '--explain', join(folder, 'workers.graphql'), '--supergraph', join(folder, 'supergraph.graphql'), ...args];
  return new Promise((resolve) => execFile(process.execPath, line, { env: { PATH: process.env['PATH'] } }, (error, out, told) => resolve({ code: error ? Number(error.code) : 0, out, error: told })));
}

describe('explaining an operation', () => {
  it.each(['auto', 'apollo', 'hive'])('tells the plan of %s, its subgraphs and its cost, of a protected supergraph too', async (planner) => {
    const { code, out } = await plan('--operation', 'Workers', '--planner', planner, '--variables', '{"first": 7}');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^query Workers\\n2 fetches in at most 2 requests and 2 rounds, of reintegration, sw-leiden\\ncost \\d+\\nplanned by ${planner} in \\d+ ms\\n`));
    expect(out).toMatch(/fetch sw-leiden, about workers\S*@\S* by LeidenSwEmployment \{/);
  }, 120_000);

  it('says what it lacks: which operation, which variable, which planner', async () => {
    expect((await plan()).error).toContain('--operation: Workers, Hello');
    expect((await plan('--operation', 'Workers')).out).toContain('cost not known: Variable "$first"');
    expect((await plan('--planner', 'other')).error).toContain('one of auto, apollo, hive');
  }, 120_000);
});
