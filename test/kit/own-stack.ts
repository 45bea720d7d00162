/** A stack that one test file starts, kills and stops by the commands of the repository, on ports and data of its own. */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { commandLine, identify, isRunning, type ProcessIdentity } from '../../local/process-identity.js';
import { inRepository } from '../../local/paths.js';
import { readRecord, type RunRecord } from '../../local/run-file.js';
import { readStackSettings, type StackSettings } from '../../local/settings.js';
import { eventually } from '../../local/demo/world.js';
import { freeBasePort } from './free-ports.js';
import { makeTestFolder } from './test-folder.js';

export interface Started {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

/** A process and its command line as it was seen. */
export interface Seen {
  readonly identity: ProcessIdentity;
  readonly what: string;
}

export class OwnStack {
  private constructor(
    readonly settings: StackSettings,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  static async make(): Promise<OwnStack> {
    const own = { SCHAKEL_PORT: String(await freeBasePort()), SCHAKEL_DATA_DIR: makeTestFolder('restart'), SCHAKEL_PG_FAST: '1' };
    return new OwnStack(readStackSettings(own), { ...process.env, ...own });
  }

  /** `npm start`, not waited for. */
  begin(): Started {
    const child = spawn(process.execPath, [inRepository('dist', 'local', 'start.js')], { env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (text += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    return { process: child, output: () => text, ended };
  }

  /** `npm start` until it says that it is ready. */
  async start(): Promise<Started> {
    const started = this.begin();
    for (const deadline = Date.now() + 90_000; !started.output().includes('Schakel is ready'); ) {
      if (started.process.exitCode !== null || Date.now() > deadline) throw new Error(`the stack did not start:\n${started.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return started;
  }

  /** `npm run date` or `npm run stop`. */
  run(command: 'date' | 'stop', ...args: readonly string[]): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve) => {
      const script = inRepository('dist', 'local', `${command}.js`);
      const child = execFile(process.execPath, [script, ...args], { env: this.environment }, (_error, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }));
    });
  }

  record(): RunRecord | null {
    return readRecord(this.settings.dataDir);
  }

  /** The runner, everything below it, and whatever was told of this data folder: the database, its guard, and orphans. */
  processes(): Seen[] {
    const all = psTable();
    const runner = this.record()?.runner.pid;
    const found = new Set(all.filter(({ pid, args }) => pid === runner || args.includes(this.settings.dataDir)).map(({ pid }) => pid));
    for (let size = -1; size !== found.size; ) {
      size = found.size;
      for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
    }
    return [...found].flatMap((pid) => {
      const identity = identify(pid);
      return identity ? [{ identity, what: commandLine(pid) }] : [];
    });
  }
}

/** Those that still run, by name; empty soon after a stop. */
export async function untilGone(processes: readonly Seen[]): Promise<void> {
  const left = (): string[] => processes.filter(({ identity }) => isRunning(identity)).map(({ what }) => what);
  await eventually(() => Promise.resolve(left()), (names) => names.length === 0, `these end: ${left().join(' | ')}`);
}

/** With the environment of each process, where this system shows it: an orphan is known by what it was given. */
function psTable(): { readonly pid: number; readonly parent: number; readonly args: string }[] {
  const text = execFileSync('ps', ['axeww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return args === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
  });
}
