/**
 * The processes of one stack. Each has a log file of its own and an IPC channel to the runner: when the runner ends, however it ends,
 * the channel closes and the process stops by itself.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inherited, type Environment } from './environment.js';
import { inRepository } from './paths.js';
import { identify } from './process-identity.js';
import type { RunFile } from './run-file.js';

const STOP_MS = 10_000;
const READY_MS = 60_000;
const LOG_LIMIT = 20 * 1024 * 1024;

export interface Program {
  readonly name: string;
  /** Compiled file below dist/. */
  readonly script: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  readonly args: readonly string[];
  readonly environment: Environment;
  /** Answers 200 when the program does its work. Only for programs that stay. */
  readonly readyUrl?: string;
  /** How long it may take until then, in milliseconds; a minute when absent. */
  readonly readyMs?: number | undefined;
}

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

export class ProgramFailed extends Error {}

export class Processes {
  private readonly started = new Map<string, Started>();
  private readonly programs = new Map<string, Program>();

  constructor(
    private readonly logs: string,
    private readonly runFile: RunFile,
    private readonly onUnexpectedEnd: (name: string, code: number | null, log: string) => void,
  ) {
    mkdirSync(logs, { recursive: true });
  }

  /** Starts a program that stays, and waits until it says it is ready. Throws with the end of its log when it does not get there. */
  async start(program: Program): Promise<void> {
    if (this.started.has(program.name)) throw new Error(`${program.name} runs already`);
    this.programs.set(program.name, program);
    const { child } = this.launch(program);
    await this.untilReady(program, child);
    if (hasEnded(child)) throw this.failure(program.name, child);
    child.once('exit', (code) => {
      if (this.started.get(program.name)?.child === child) this.onUnexpectedEnd(program.name, code, this.logFile(program.name));
    });
  }

  /** Runs a program to its end. Throws with the end of its log when its exit code is not 0. */
  async run(program: Program): Promise<void> {
    const { child, ended } = this.launch(program);
    await ended;
    if (child.exitCode !== 0) throw this.failure(program.name, child);
  }

  /** Starts again what was stopped by name. */
  async startAgain(name: string): Promise<void> {
    const program = this.programs.get(name);
    if (!program) throw new Error(`${name} was never started`);
    await this.start(program);
  }

  /** Ends a program: asked first, killed when it does not listen. Nothing happens when it does not run. */
  async stop(name: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const found = this.started.get(name);
    if (!found) return;
    this.started.delete(name);
    found.child.kill(signal);
    found.child.kill('SIGCONT');
    const listens = await Promise.race([found.ended.then(() => true), sleep(STOP_MS, false, { ref: false })]);
    if (!listens) found.child.kill('SIGKILL');
    await found.ended;
  }

  /** For tests of a program that hangs: SIGSTOP and SIGCONT. */
  signal(name: string, signal: NodeJS.Signals): void {
    this.started.get(name)?.child.kill(signal);
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.started.keys()].map((name) => this.stop(name)));
  }

  logFile(name: string): string {
    return join(this.logs, `${name}.log`);
  }

  private launch({ name, node = [], script, args, environment }: Program): Started {
    const log = openLog(this.logFile(name));
    const child = spawn(process.execPath, [...node, inRepository('dist', script), ...args], {
      cwd: inRepository(),
      env: { ...inherited(process.env), NODE_COMPILE_CACHE: join(this.logs, '..', 'compile-cache'), ...environment },
      // A group of its own: Ctrl-C is for the runner, which stops everybody in the right order.
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    const identity = identify(child.pid ?? 0);
    if (identity) this.runFile.childStarted(name, identity);
    const ended = new Promise<void>((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    }).then(() => this.runFile.childEnded(name));
    const started = { child, ended };
    this.started.set(name, started);
    child.once('exit', () => setImmediate(() => this.forget(name, child)));
    return started;
  }

  private forget(name: string, child: ChildProcess): void {
    if (this.started.get(name)?.child === child) this.started.delete(name);
  }

  private async untilReady({ name, readyUrl, readyMs = READY_MS }: Program, child: ChildProcess): Promise<void> {
    if (readyUrl === undefined) return;
    const deadline = Date.now() + readyMs;
    while (!(await answersOk(readyUrl))) {
      if (child.pid === undefined || hasEnded(child)) throw this.failure(name, child);
      if (Date.now() > deadline) throw new ProgramFailed(`${name} did not become ready within ${readyMs / 1000} s; see ${this.logFile(name)}`);
      await sleep(50);
    }
  }

  private failure(name: string, child: ChildProcess): ProgramFailed {
    const tail = readFileSync(this.logFile(name), 'utf8').trimEnd().split('\n').slice(-12).join('\n');
    return new ProgramFailed(`${name} ended with ${child.signalCode ?? `code ${child.exitCode}`}. The end of ${this.logFile(name)}:\n${tail}`);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

export async function answersOk(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** Appends; a log that has grown large becomes the previous one first. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
