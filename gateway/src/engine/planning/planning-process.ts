/**
 * One process that plans, as the gateway holds it. A process, because a planner in machine code that fails takes its process with it (Hive's does, for some
 * supergraphs), and because only a process can be ended whatever it does. Guarantees an end: after a failure of its own it is of no use any more and says so.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Fault } from '#kernel/faults.js';
import type { QueryPlan } from '../plan.js';
import { NoPlan } from './no-plan.js';
import type { PlanningAnswer, PlanningQuestion, PlanningTask } from './planning-messages.js';

const PROGRAM = fileURLToPath(new URL('./planner-program.js', import.meta.url));
/** Options of Node are meant for the gateway: what they load or open is not to be there twice. */
const ENVIRONMENT = { ...process.env, NODE_OPTIONS: '' };
/** A question that fills this is refused as too large; the gateway's own memory is another. */
const MAX_HEAP_MB = 1024;
/** Ninety companies load in seconds; on a machine that does much else at the same time it took forty. */
const MAX_LOAD_MS = 180_000;

export const tooMuch = (): Fault => new Fault('LIMIT_EXCEEDED', 'De vraag is te ingewikkeld: er zijn te veel wegen naar het antwoord. Vraag minder tegelijk.');

interface Waiting {
  readonly id: number;
  readonly resolve: (plan: QueryPlan) => void;
  readonly reject: (why: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

export class PlanningProcess {
  /** The API schema, once the supergraph is loaded; rejects for one that cannot be loaded. */
  readonly loaded: Promise<string>;
  /** False: this one answers nothing any more. */
  usable = true;
  private readonly program: ChildProcess;
  private waiting: Waiting | null = null;
  private asked = 0;

  constructor(task: PlanningTask) {
    this.program = fork(PROGRAM, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`], env: ENVIRONMENT });
    this.loaded = this.load();
    // Who does not wait for it is told by the next question.
    this.loaded.catch(() => void this.end());
    this.program.on('message', (said: PlanningAnswer) => this.settle(said));
    this.program.on('error', () => this.give(tooMuch()));
    // It was not told to: out of memory, or a fault of the planner itself. This question is not planned.
    this.program.on('exit', () => this.give(tooMuch()));
    this.program.send(task, () => undefined);
  }

  get pid(): number | undefined {
    return this.program.pid;
  }

  /** One at a time. */
  plan(operation: string, timeoutMs: number): Promise<QueryPlan> {
    if (!this.usable || this.waiting) throw new TypeError('a process that cannot plan now');
    this.asked += 1;
    const question: PlanningQuestion = { id: this.asked, operation };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.give(tooMuch()), timeoutMs);
      this.waiting = { id: question.id, resolve, reject, timer };
      this.program.send(question, (failed) => failed && this.give(tooMuch()));
    });
  }

  async end(): Promise<void> {
    this.usable = false;
    if (this.program.exitCode !== null || this.program.signalCode !== null || this.program.pid === undefined) return;
    const ended = new Promise((resolve) => this.program.once('exit', resolve));
    this.program.kill('SIGKILL');
    await ended;
  }

  private load(): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the supergraph takes too long to load')), MAX_LOAD_MS);
      const done = (settle: () => void): void => {
        clearTimeout(timer);
        settle();
      };
      this.program.on('message', (said: PlanningAnswer) => {
        if (said.kind === 'loaded') done(() => resolve(said.apiSchema));
        if (said.kind === 'not-loaded') done(() => reject(new Error(said.why)));
      });
      this.program.once('error', (error) => done(() => reject(error)));
      this.program.once('exit', () => done(() => reject(new Error('the planner ended'))));
    });
  }

  private settle(said: PlanningAnswer): void {
    if (said.kind !== 'planned' && said.kind !== 'not-planned') return;
    const { waiting } = this;
    if (waiting?.id !== said.id) return;
    this.waiting = null;
    clearTimeout(waiting.timer);
    if (said.kind === 'planned') waiting.resolve(said.plan);
    else waiting.reject(said.tooMuch ? tooMuch() : new NoPlan(said.why));
  }

  /** It hangs, or is gone: whoever waits is told why, and the process is ended. */
  private give(why: Error): void {
    const { waiting } = this;
    this.waiting = null;
    if (this.usable) void this.end();
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.reject(why);
  }
}
