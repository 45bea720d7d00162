/** A program under measurement: started, waited for until it answers, and stopped with all that it started. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { onGatewayCore } from './pinned.js';
import { processTree } from './proc.js';

const START_MS = 60_000;
const STOP_MS = 10_000;

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Where its output goes, as a deployment's would. */
  readonly log: string;
}

export class Program {
  private constructor(private readonly child: ChildProcess) {}

  /** On the gateway's core. Throws, with the end of its output, when it is not ready in time. */
  static async start(command: Command, ready: () => Promise<boolean>): Promise<Program> {
    const log = createWriteStream(command.log);
    await once(log, 'open');
    const [name, args] = onGatewayCore(command.command, command.args);
    const child = spawn(name, args, { cwd: command.cwd, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...command.env }, stdio: ['ignore', log, log] });
    const program = new Program(child);
    for (const until = Date.now() + START_MS; !(await ready().catch(() => false)); await sleep(100)) {
      if (child.exitCode === null && Date.now() < until) continue;
      await program.stop();
      throw new Error(`${command.command} ${command.args.join(' ')} is not ready:\n${readFileSync(command.log, 'utf8').slice(-2000)}`);
    }
    return program;
  }

  /** It and all that it started. */
  get pids(): number[] {
    return processTree(this.child.pid ?? 0);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const { pids } = this;
    const gone = once(this.child, 'exit');
    for (const pid of pids) signal(pid, 'SIGTERM');
    const force = setTimeout(() => pids.forEach((pid) => signal(pid, 'SIGKILL')), STOP_MS);
    await gone;
    clearTimeout(force);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}
