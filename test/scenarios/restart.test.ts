/**
 * A stack is started once, comes back after everything was killed, and leaves no process behind. Played with processes, as an
 * operator would, on a stack of its own beside the one of the other tests.
 */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierOf } from '../../local/demo/people.js';
import { eventually } from '../../local/demo/world.js';
import * as deed from '../../local/demo/deeds.js';
import { GraphClient, signIn } from '../../local/demo/graph-client.js';
import { gatewayEnvironment } from '../../local/environment.js';
import { openKeys } from '../../local/keys.js';
import { inRepository } from '../../local/paths.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../local/population/fixed-workplaces.js';
import { demandFreePorts } from '../../local/ports.js';
import { SERVICES } from '../../local/services.js';
import { baseUrl, gatewayUrl, issuerUrl, type StackSettings } from '../../local/settings.js';
import { OwnStack, untilGone, type Started } from '../kit/own-stack.js';
import { removeTestFolder } from '../kit/test-folder.js';
import { personOf } from '../kit/stack.js';

const person = personOf(scenarioWorkers[0]!.bsn);
const places = scenarioWorkplaces.slice(0, 2).map(({ number }) => `zoetermeer-rijswijk:W:${number}`);
const caseWorker = async (settings: StackSettings): Promise<GraphClient> => new GraphClient(gatewayUrl(settings), await signIn(issuerUrl(settings), 'case-worker', 'wsw'));
const statusOf = (url: string): Promise<number> => fetch(url, { signal: AbortSignal.timeout(2_000) }).then(({ status }) => status, () => 0);

async function dateOf(settings: StackSettings): Promise<string> {
  const { data } = await (await caseWorker(settings)).query<{ businessDate: string }>('{ businessDate }');
  return data!.businessDate;
}

/** Beside the ports that a stack takes. */
const SECOND_GATEWAY = 9;
/** It makes its plans ready before it listens. */
const START_MS = 60_000;

describe('a stack', () => {
  let stack: OwnStack;
  let running: Started;
  let offer: string;
  beforeAll(async () => {
    stack = await OwnStack.make();
    running = await stack.start();
  }, 120_000);
  afterAll(async () => {
    await stack.run('stop');
    removeTestFolder(stack.settings.dataDir);
  }, 60_000);

  it('says where it runs when it is started a second time, and starts nothing', async () => {
    const before = stack.record();
    const second = stack.begin();
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain(`It runs already at ${gatewayUrl(stack.settings)} (process ${running.process.pid})`);
    expect(stack.record()).toEqual(before);
    expect(Object.keys(before!.children).sort()).toEqual(['gateway', 'issuer', ...SERVICES.map(({ name }) => name)].sort());
  });

  it('reports the date that npm run date moved it to, and no day that does not exist', async () => {
    expect(await dateOf(stack.settings)).toBe('2014-03-03');
    expect(await stack.run('date', '2014-04-01')).toEqual({ code: 0, output: expect.stringContaining('it was 2014-03-03') });
    expect(await dateOf(stack.settings)).toBe('2014-04-01');
    expect((await stack.run('date', '2014-02-30')).code).toBe(1);
    expect(await dateOf(stack.settings)).toBe('2014-04-01');
  });

  it('is not ready as long as one service has not answered its gateway', async () => {
    const keys = await openKeys(stack.settings.dataDir, SERVICES.map(({ name }) => name));
    const port = stack.settings.basePort + SECOND_GATEWAY;
    const environment = { ...gatewayEnvironment({ settings: stack.settings, keys, databaseUrl: () => '' }), SCHAKEL_PORT: String(port), SCHAKEL_METRICS_PORT: '' };
    const leiden = stack.record()!.children['sw-leiden']!.pid;
    process.kill(leiden, 'SIGSTOP');
    const gateway = spawn(process.execPath, [inRepository('dist', 'gateway', 'src', 'main.js')], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    try {
      await eventually(() => statusOf(`${baseUrl(stack.settings, SECOND_GATEWAY)}/livez`), (status) => status === 200, 'the second gateway lives', START_MS);
      expect(await statusOf(`${baseUrl(stack.settings, SECOND_GATEWAY)}/readyz`)).toBe(503);
      process.kill(leiden, 'SIGCONT');
      await eventually(() => statusOf(`${baseUrl(stack.settings, SECOND_GATEWAY)}/readyz`), (status) => status === 200, 'the second gateway is ready');
    } finally {
      process.kill(leiden, 'SIGCONT');
      gateway.kill('SIGKILL');
    }
  });

  it('comes back with its data after kill -9 of the runner, every service and the database', async () => {
    offer = deed.recorded(await deed.recordOffer(await caseWorker(stack.settings), person, places, '2014-04-01')).id;
    const before = stack.processes();
    expect(before.map(({ what }) => what)).toEqual(expect.arrayContaining([expect.stringContaining('start.js'), expect.stringContaining('postgres -D'), expect.stringContaining('schakel-postgres-guard'), expect.stringContaining('gateway')]));
    for (const { identity } of before) process.kill(identity.pid, 'SIGKILL');
    await running.ended;
    await untilGone(before);
    expect(await statusOf(`${gatewayUrl(stack.settings)}/readyz`)).toBe(0);
    const began = performance.now();
    running = await stack.start();
    process.stdout.write(`start after kill -9 of ${before.length} processes: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    expect(running.output()).not.toContain('synthetic population');
    expect(await dateOf(stack.settings)).toBe('2014-04-01');
    const dossier = await dossierOf(await caseWorker(stack.settings), person);
    expect(dossier.offers?.map(({ id }) => id)).toContain(offer);
    expect(dossier.employments).toHaveLength(1);
  });

  it('leaves no process behind when only its runner is killed, and starts again', async () => {
    const before = stack.processes();
    running.process.kill('SIGKILL');
    await running.ended;
    await untilGone(before);
    await demandFreePorts(stack.settings);
    running = await stack.start();
    expect((await dossierOf(await caseWorker(stack.settings), person)).offers?.map(({ id }) => id)).toContain(offer);
  });

  it('ends with all its processes at npm run stop, and a second stop finds nothing', async () => {
    const before = stack.processes();
    expect(await stack.run('stop')).toEqual({ code: 0, output: expect.stringContaining(`Stopped the stack at ${gatewayUrl(stack.settings)}.`) });
    expect(await running.ended).toBe(0);
    await untilGone(before);
    expect([stack.record(), stack.processes()]).toEqual([null, []]);
    await demandFreePorts(stack.settings);
    expect((await stack.run('stop')).output).toContain('No stack is running');
  });

  it('leaves nothing behind when Ctrl-C comes in the middle of a start', async () => {
    const started = stack.begin();
    await eventually(() => Promise.resolve(Object.keys(stack.record()?.children ?? {}).length), (count) => count >= 3, 'three processes have started');
    const before = stack.processes();
    started.process.kill('SIGINT');
    await started.ended;
    await untilGone(before);
    expect([stack.record(), stack.processes()]).toEqual([null, []]);
    await demandFreePorts(stack.settings);
  });
});
