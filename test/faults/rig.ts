/**
 * A stack of its own whose bodies reach each other only through fault proxies, and whose processes can be killed by name.
 * Killed means SIGKILL; what was killed is started again by the rig, at once and without the runner's growing pauses.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { PrintedProgress } from '../../local/progress.js';
import type { Route } from '../../local/environment.js';
import { serviceNamed, SERVICES } from '../../local/services.js';
import { baseUrl, readStackSettings, type StackSettings } from '../../local/settings.js';
import { startStack, type RunningStack } from '../../local/stack.js';
import { freeBasePort } from '../kit/free-ports.js';
import { makeTestFolder } from '../kit/test-folder.js';
import { FaultProxy, type Passing } from './fault-proxy.js';
import { databaseAnswers, killDatabase } from './kill-database.js';

export const GATEWAY = 'gateway';
export const DATABASE = 'PostgreSQL';
export const SERVICE_NAMES: readonly string[] = SERVICES.map((service) => service.name);
export const COMPANY_NAMES: readonly string[] = SERVICE_NAMES.filter((name) => name.startsWith('sw-'));

export interface RigOptions {
  /** False gives up fsync: quicker, and only a power cut would tell. Runs that judge durability leave it true. */
  readonly durable?: boolean;
  readonly logLevel?: string;
  readonly quiet?: boolean;
}

/** Looks at everything that passes between the bodies; true when it has had what it waited for. */
export type Trap = (passing: Passing) => Promise<void> | undefined;

export class Rig {
  readonly links: readonly FaultProxy[];
  private readonly traps: Set<Trap>;
  private lastRestart = performance.now();

  private constructor(
    readonly settings: StackSettings,
    readonly stack: RunningStack,
    links: readonly FaultProxy[],
    traps: Set<Trap>,
  ) {
    this.links = links;
    this.traps = traps;
  }

  static async start({ durable = true, logLevel = 'warn', quiet = false }: RigOptions = {}): Promise<Rig> {
    const settings = readStackSettings({
      SCHAKEL_PORT: String(await freeBasePort()),
      SCHAKEL_DATA_DIR: makeTestFolder('faults'),
      SCHAKEL_PG_FAST: durable ? '0' : '1',
      SCHAKEL_LOG_LEVEL: logLevel,
      SCHAKEL_PLAYGROUND: 'off',
    });
    const traps = new Set<Trap>();
    const links = await openLinks(settings, async (passing) => {
      for (const trap of [...traps]) await trap(passing);
    });
        const progress = quiet ? undefined : new PrintedProgress((text) => process.stdout.write(text));
    const stack = await startStack(settings, { progress, route: routeThrough(links) });
    return new Rig(settings, stack, links, traps);
  }

  get url(): string {
    return this.stack.url;
  }

  /** Milliseconds since something was last started again. */
  get sinceRestart(): number {
    return performance.now() - this.lastRestart;
  }

  link(from: string, to: string): FaultProxy {
    const found = this.links.find((one) => one.link.from === from && one.link.to === to);
    if (!found) throw new Error(`there is no link ${from} -> ${to}`);
    return found;
  }

  /** Answers what takes the trap away again. */
  setTrap(trap: Trap): () => void {
    this.traps.add(trap);
    return () => void this.traps.delete(trap);
  }

  /** kill -9; resolves when it is dead. */
  async kill(name: string): Promise<void> {
    if (name === DATABASE) return killDatabase(this.stack, this.settings);
    await this.stack.stopService(name, 'SIGKILL');
  }

  /** Resolves when it does its work again. A service that dies while it starts (its database was just killed) is started once more. */
  async revive(name: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (name === DATABASE) await databaseAnswers(this.stack);
        else await this.stack.startService(name);
        break;
      } catch (error) {
        if (attempt >= 5) throw error;
        await this.stack.stopService(name, 'SIGKILL').catch(() => undefined);
        await sleep(200);
      }
    }
    this.allUp();
  }

  /** From now on everything runs: what is half done may take half a minute. */
  allUp(): void {
    this.lastRestart = performance.now();
  }

  /** All links well, all processes ready. */
  async untilWell(patienceMs = 30_000): Promise<void> {
    await Promise.all(this.links.map((proxy) => proxy.set('ok')));
    const doors = [`${this.url}/readyz`, ...SERVICE_NAMES.map((name) => `${this.stack.serviceUrl(name)}/readyz`)];
    for (const deadline = Date.now() + patienceMs; ; await sleep(100)) {
      const ready = await Promise.all(doors.map(answersOk));
      if (ready.every(Boolean)) return;
      if (Date.now() > deadline) throw new Error(`not ready again: ${doors.filter((_, index) => !ready[index]).join(', ')}`);
    }
  }

  /** Ends it and leaves the data. */
  async stop(): Promise<void> {
    await this.stack.stop();
    await Promise.all(this.links.map((proxy) => proxy.close()));
  }

  /** Ends it and removes the data. */
  async close(): Promise<void> {
    await this.stack.destroy();
    await Promise.all(this.links.map((proxy) => proxy.close()));
  }
}

/** Who asks for another finds the proxy of that link. */
export function routeThrough(links: readonly FaultProxy[]): Route {
  const urls = new Map(links.map((proxy) => [proxy.name, proxy.url]));
  return (from, to, url) => urls.get(`${from} -> ${to}`) ?? url;
}

function openLinks(settings: StackSettings, watch: (passing: Passing) => Promise<void>): Promise<FaultProxy[]> {
  const pairs = [GATEWAY, ...SERVICE_NAMES].flatMap((from) => SERVICE_NAMES.filter((to) => to !== from).map((to) => ({ from, to })));
  return Promise.all(pairs.map(({ from, to }) => FaultProxy.open({ from, to, target: baseUrl(settings, serviceNamed(to).portOffset) }, watch)));
}

async function answersOk(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(async (answer) => {
    await answer.arrayBuffer();
    return answer.status === 200;
  }, () => false);
}
