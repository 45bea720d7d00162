/** The gateway as a deployment runs it: a process of its own, over stub subgraphs, as a plain gateway unless the environment says more. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '#kernel/testing/free-port.js';
import { fixtureSupergraph } from './fixture-supergraph.js';
import { StubSubgraph } from './stub-subgraph.js';

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));
/** For the machine on which everything runs at once. */
const READY_MS = 110_000;

export class GatewayProcess {
  readonly log: string[] = [];
  private constructor(
    readonly url: string,
    readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => this.log.push(...chunk.toString('utf8').split('\n').filter(Boolean)));
    child.stderr?.on('data', (chunk: Buffer) => this.log.push(chunk.toString('utf8')));
  }

  /** Resolves when /readyz is green. */
  static async start(stub: StubSubgraph, environment: Readonly<Record<string, string>> = {}): Promise<GatewayProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'schakel-gateway-'));
    const supergraph = join(folder, 'supergraph.graphql');
    await writeFile(supergraph, fixtureSupergraph({ reintegration: stub.url, 'sw-leiden': stub.url, 'sw-wassenaar': stub.url }, false));
    const port = await freePort();
    const env = { PATH: process.env['PATH'], SCHAKEL_PORT: String(port), SCHAKEL_DRAIN_MS: '0', ...environment };
    const child = spawn(process.execPath, [MAIN, '--supergraph', supergraph], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const gateway = new GatewayProcess(`http://127.0.0.1:${port}`, child, folder);
    try {
      await until(() => gateway.readyStatus().then((status) => status === 200 || child.exitCode !== null), READY_MS);
      if (child.exitCode !== null) throw new Error(gateway.log.join('\n'));
      return gateway;
    } catch (error) {
      await gateway.stop();
      throw error;
    }
  }

  /** 0 when nobody answers. */
  readyStatus(): Promise<number> {
    return fetch(`${this.url}/readyz`, { headers: { connection: 'close' } }).then(({ status }) => status, () => 0);
  }

  async ask(query: string): Promise<{ status: number; body: string }> {
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', body: JSON.stringify({ query }), headers: { 'content-type': 'application/json' } });
    return { status: response.status, body: await response.text() };
  }

  get exited(): Promise<number | null> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
    return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  terminate(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.exited;
  }

  async stop(): Promise<void> {
    await this.terminate();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Looks again and again; what never comes is an error. */
export async function until(holds: () => Promise<boolean> | boolean, ms = 10_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds()); await sleep(20)) if (Date.now() > end) throw new Error('it never came');
}
