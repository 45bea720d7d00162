/**
 * The coordinator that was thought dead: it is frozen in the middle of a commitment, a second process of the same body takes over
 * and brings everything to its end, and then the first wakes up with a command of its own still on the way. That command must be
 * refused, and what the first goes on to do may change nothing.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '#kernel/testing/free-port.js';
import { inherited, serveEnvironment } from '../../local/environment.js';
import { inRepository } from '../../local/paths.js';
import { answersOk } from '../../local/processes.js';
import { runningShared } from '../../local/service-command.js';
import { serviceNamed } from '../../local/services.js';
import { unsettled } from './bodies.js';
import type { Violation } from './violation.js';
import { STEPS, type Step } from './crash-plan.js';
import type { Passing } from './fault-proxy.js';
import type { Negotiators } from './negotiators.js';
import { judge } from './quiet.js';
import { Random } from './random.js';
import type { Recorder } from './recorder.js';
import { routeThrough, type Rig } from './rig.js';
import { openTeam } from './team.js';

/** The steps of the commitment: a zombie at each. */
export const ZOMBIE_STEPS: readonly string[] = ['hold', 'confirm RECEIVING', 'confirm PLACING'];

export interface ZombieRunOptions {
  readonly seed: number;
  readonly steps: readonly string[];
  /** Business date. */
  readonly today: string;
  readonly say: (line: string) => void;
}

export async function zombieRun(rig: Rig, recorder: Recorder, { seed, steps, today, say }: ZombieRunOptions): Promise<ZombieResult[]> {
  const { desk, negotiators } = openTeam(rig, recorder, new Random(seed), { walkers: 8, underWay: 24, today: () => today });
  const results: ZombieResult[] = [];
  for (const step of STEPS.filter(({ name }) => steps.includes(name))) {
    const result = await zombie(rig, recorder, negotiators, step);
    results.push(result);
    say(`zombie with a ${step.name} on the way: epoch ${result.epochs.join(' -> ')}, its late command was answered ${result.lateCommand}, ${result.violations.length} violations`);
  }
  await desk.close();
  return results;
}

const COORDINATOR = 'reintegration';
const PATIENCE_MS = 60_000;

export interface ZombieResult {
  readonly step: string;
  /** HTTP status that the late command of the frozen process got. */
  readonly lateCommand: number | null;
  /** Of the lease: before the freeze, and when the second had taken over. */
  readonly epochs: readonly [number | null, number | null];
  readonly violations: readonly Violation[];
}

export async function zombie(rig: Rig, recorder: Recorder, negotiators: Negotiators, step: Step): Promise<ZombieResult> {
  const before = await epochOf(rig);
  const trap = new LateCommand(rig, step);
  negotiators.start();
  await trap.caught();
  rig.stack.freezeService(COORDINATOR);
  const second = await startSecond(rig);
  try {
    const after = await takenOver(rig, before);
    trap.letGo();
    rig.stack.wakeService(COORDINATOR);
    const lateCommand = await trap.answered();
    await sleep(2_000);
    await negotiators.stop();
    await stopped(second);
    rig.allUp();
    const { violations } = await judge(rig, recorder);
    return { step: step.name, lateCommand, epochs: [before, after], violations };
  } finally {
    rig.stack.wakeService(COORDINATOR);
    await stopped(second);
  }
}

/** Holds back the first command of this step that the coordinator sends, until it is let go. */
class LateCommand {
  private release: () => void = () => undefined;
  private readonly held = new Promise<void>((resolve) => void (this.release = resolve));
  private id: string | null = null;
  private status: number | null = null;
  private readonly remove: () => void;

  constructor(rig: Rig, private readonly step: Step) {
    this.remove = rig.setTrap((passing) => this.look(passing));
  }

  async caught(): Promise<void> {
    await until(() => Promise.resolve(this.id !== null), `a ${this.step.name}`);
  }

  letGo(): void {
    this.release();
  }

  /** Null when the connection was gone before there was an answer. */
  async answered(): Promise<number | null> {
    for (const deadline = Date.now() + 5_000; this.status === null && Date.now() < deadline; ) await sleep(20);
    this.remove();
    return this.status;
  }

  private look(passing: Passing): Promise<void> | undefined {
    if (passing.from !== COORDINATOR || !this.step.matches(passing)) return undefined;
    if (passing.moment === 'after' && passing.body === this.id) this.status ??= passing.status;
    if (passing.moment === 'after' || this.id !== null) return undefined;
    this.id = passing.body;
    return this.held;
  }
}

/** The same body, the same database, another port; companies and gateway do not know it. */
async function startSecond(rig: Rig): Promise<ChildProcess> {
  const shared = { ...(await runningShared(rig.settings)), route: routeThrough(rig.links) };
  const port = await freePort();
  const environment = { ...inherited(process.env), ...serveEnvironment(shared, serviceNamed(COORDINATOR)), SCHAKEL_PORT: String(port) };
  const child = spawn(process.execPath, [inRepository('dist', 'services', COORDINATOR, 'src', 'main.js'), 'serve'], { env: environment, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await until(() => answersOk(`http://127.0.0.1:${port}/readyz`), 'the second coordinator');
  return child;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
}

/** The second holds the lease, and what the first left half done is done. */
async function takenOver(rig: Rig, before: number | null): Promise<number | null> {
  if (before !== null) await until(async () => ((await epochOf(rig)) ?? 0) > before, 'a higher epoch');
  await until(async () => (await unsettled(rig.stack)).agreements === 0, 'nothing half done');
  return epochOf(rig);
}

/** Null while there is no lease. */
async function epochOf(rig: Rig): Promise<number | null> {
  const client = new Client({ connectionString: rig.stack.adminUrl(COORDINATOR) });
  await client.connect();
  try {
    const { rows: [there] } = await client.query<{ lease: boolean }>(`select to_regclass('coordinator_lease') is not null as lease`);
    if (!there?.lease) return null;
    const { rows } = await client.query<{ epoch: number }>('select epoch from coordinator_lease');
    return rows[0]?.epoch ?? null;
  } finally {
    await client.end();
  }
}

async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; !(await condition()); await sleep(50)) {
    if (Date.now() > deadline) throw new Error(`${what} did not come`);
  }
}
