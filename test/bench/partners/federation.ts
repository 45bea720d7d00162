/** A federation of so many companies under measurement: generated schemas, made-up subgraphs, and one gateway with the whole profile. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { freePort } from '#kernel/testing/free-port.js';
import { inRepository } from '../../../local/paths.js';
import { BenchIssuer } from '../kit/issuer.js';
import type { Probed } from '../kit/loop-probe.js';
import { OURS } from '../kit/ours.js';
import { Program } from '../kit/program.js';
import { schakelSettings } from '../kit/schakel-settings.js';

interface Composed {
  readonly subgraphs: readonly string[];
  readonly milliseconds: number;
  readonly bytes: number;
}

export class GeneratedFederation {
  private constructor(
    readonly composed: Composed,
    readonly addresses: Readonly<Record<string, string>>,
    readonly port: number,
    readonly gateway: Program,
    readonly issuer: BenchIssuer,
    private readonly probePort: number,
    private readonly subgraphs: ChildProcess,
  ) {}

  static async start(companies: number, parent: string, environment: Readonly<Record<string, string>> = {}): Promise<GeneratedFederation> {
    const folder = join(parent, String(companies));
    mkdirSync(folder, { recursive: true });
    const composed = JSON.parse(execFileSync(process.execPath, [inRepository('dist', 'schema', 'widened.js'), String(companies), folder], { encoding: 'utf8' })) as Composed;
    const subgraphs = spawn(process.execPath, [inRepository('dist', 'test', 'bench', 'partners', 'subgraphs.js'), folder, ...composed.subgraphs], { stdio: ['ignore', 'pipe', 'inherit'] });
    const issuer = await BenchIssuer.start();
    const addresses = await firstLine(subgraphs);
    // Each builds its schema when it is first asked; that is no time of the gateway's.
    for (const url of Object.values(addresses)) await fetch(url, { method: 'POST', body: '{"query":"{ __typename }"}' });
    const [port, probePort] = [await freePort(), await freePort()];
    const settings = schakelSettings({ folder, supergraph: join(folder, 'supergraph.graphql'), addresses, issuer });
    const env = { ...settings, SCHAKEL_PORT: String(port), SCHAKEL_ENGINE: 'compiled', BENCH_PROBE_PORT: String(probePort), ...environment };
    const probe = pathToFileURL(inRepository('dist', 'test', 'bench', 'kit', 'loop-probe.js')).href;
    const ready = (): Promise<boolean> => fetch(`http://127.0.0.1:${port}/readyz`).then(({ status }) => status === 200);
    const gateway = await Program.start({ command: process.execPath, args: ['--import', probe, ...OURS], env, log: join(folder, 'gateway.log') }, ready);
    return new GeneratedFederation(composed, addresses, port, gateway, issuer, probePort, subgraphs);
  }

  /** Since it was last asked. */
  async probe(): Promise<Probed> {
    return (await (await fetch(`http://127.0.0.1:${this.probePort}`)).json()) as Probed;
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    this.subgraphs.kill();
    await this.issuer.stop();
  }
}

async function firstLine(program: ChildProcess): Promise<Record<string, string>> {
  const lines = createInterface({ input: program.stdout as NodeJS.ReadableStream });
  const [line] = (await once(lines, 'line')) as [string];
  return JSON.parse(line) as Record<string, string>;
}
