/** One gateway under mixed load for so many minutes, sampled. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freePort } from '#kernel/testing/free-port.js';
import { inRepository } from '../../../local/paths.js';
import { authenticatedSupergraph, wholeProfile } from '../gateway/whole-profile.js';
import { BenchIssuer } from '../kit/issuer.js';
import type { Probed } from '../kit/loop-probe.js';
import { pinMeasuring } from '../kit/pinned.js';
import { openHandles, rssMiB } from '../kit/proc.js';
import { OURS } from '../kit/ours.js';
import { Program } from '../kit/program.js';
import { startScenario } from '../scenario/running.js';
import type { Addresses } from '../scenario/supergraph.js';
import { Clients } from './clients.js';
import type { Kind } from './mix.js';
import type { Sample } from './report.js';

export interface Soaking {
  readonly folder: string;
  readonly minutes: number;
  readonly clients: number;
  readonly pauseMs: number;
  readonly sampleMs: number;
  readonly swapMs: number;
  readonly replace: (file: string, text: string) => void;
}

export interface Soaked {
  readonly samples: readonly Sample[];
  readonly swaps: number;
  readonly kinds: ReadonlyMap<Kind, number>;
  readonly wrong: readonly string[];
}

export async function soak(soaking: Soaking): Promise<Soaked> {
  pinMeasuring();
  const scenario = await startScenario(join(soaking.folder, 'supergraph.graphql'));
  const issuer = await BenchIssuer.start();
  const settings = wholeProfile(soaking.folder, scenario.addresses, issuer);
  const [port, probePort] = [await freePort(), await freePort()];
  const env = { ...settings, SCHAKEL_PORT: String(port), SCHAKEL_ENGINE: 'compiled', SCHAKEL_LOG_LEVEL: 'warn', SCHAKEL_READ_TIMEOUT_MS: '20000', BENCH_PROBE_PORT: String(probePort) };
  const probe = pathToFileURL(inRepository('dist', 'test', 'bench', 'kit', 'loop-probe.js')).href;
  const ready = (): Promise<boolean> => fetch(`http://127.0.0.1:${port}/readyz`).then(({ status }) => status === 200);
  const gateway = await Program.start({ command: process.execPath, args: ['--import', probe, ...OURS], env, log: join(soaking.folder, 'gateway.log') }, ready);
  const versions = supergraphs(scenario.addresses);
  const file = settings['SCHAKEL_SUPERGRAPH'] ?? '';
  let swaps = 0;
  const swapping = setInterval(() => soaking.replace(file, versions[++swaps % versions.length] as string), soaking.swapMs);
  try {
    return { ...(await sampled(soaking, new Clients(port, issuer, soaking.clients, soaking.pauseMs), gateway, probePort)), swaps };
  } finally {
    clearInterval(swapping);
    await gateway.stop();
    scenario.stop();
    await issuer.stop();
  }
}

/** Two that answer the same to all that is asked. */
function supergraphs(addresses: Addresses): [string, string] {
  return [authenticatedSupergraph(addresses), authenticatedSupergraph(addresses, (sdl) => sdl.replace('  birthYear: Int\n', '  birthYear: Int\n  birthMonth: Int\n'))];
}

async function sampled({ minutes, sampleMs }: Soaking, clients: Clients, gateway: Program, probePort: number): Promise<Omit<Soaked, 'swaps'>> {
  const samples: Sample[] = [];
  const kinds = new Map<Kind, number>();
  const wrong: string[] = [];
  const started = performance.now();
  while (performance.now() < started + minutes * 60_000) {
    await sleep(sampleMs);
    const found = clients.take();
    const { heapMiB } = (await (await fetch(`http://127.0.0.1:${probePort}`)).json()) as Probed;
    for (const [kind, count] of found.asked) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    wrong.push(...found.wrong);
    const { pids } = gateway;
    const asked = [...found.asked.values()].reduce((sum, one) => sum + one, 0);
    samples.push({ minutes: (performance.now() - started) / 60_000, rssMiB: rssMiB(pids), heapMiB, handles: openHandles(pids), latencies: found.latencies, asked, wrong: found.wrong.length });
  }
  await clients.stop();
  return { samples, kinds, wrong };
}
