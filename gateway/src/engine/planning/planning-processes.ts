/**
 * Plans beside the event loop: two processes, so that a question that takes one of them all its time does not stop the plans of others. A process that was
 * ended is replaced by a new one.
 */
import { Fault } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';
import type { QueryPlan } from '../plan.js';
import { NoPlan } from './no-plan.js';
import type { Planner } from './planner.js';
import { PlanningProcess } from './planning-process.js';
import type { PlanningTask } from './planning-messages.js';

const PROCESSES = 2;
/** More than this waiting is an attack, or a start without warm plans: the rest is told to come back. */
const MAX_WAITING = 500;
const AGAIN_MS = 1000;
const MAX_WHY = 500;
/** What is planned before it is asked gets so much more time. */
const PATIENCE = 15;

interface Job {
  readonly operation: string;
  readonly timeoutMs: number;
  readonly resolve: (plan: QueryPlan) => void;
  readonly reject: (why: unknown) => void;
}

export interface PlanningFigures {
  /** Processes with nothing to do. */
  readonly idle: number;
  /** Questions that wait for a process. */
  readonly queued: number;
  /** Processes that were ended because of a question. */
  readonly replaced: number;
}

export class PlanningProcesses implements Planner {
  private readonly processes = new Set<PlanningProcess>();
  private readonly idle: PlanningProcess[] = [];
  private readonly waiting: Job[] = [];
  private closed = false;
  private replacing: NodeJS.Timeout | null = null;
  private replaced = 0;

  private constructor(
    private readonly task: PlanningTask,
    private readonly timeoutMs: number,
    private readonly logger: Logger,
  ) {}

  /** Loads the supergraph, in all processes at once; rejects for one that is of no use. */
  static async start(task: PlanningTask, timeoutMs: number, logger: Logger): Promise<{ planner: PlanningProcesses; apiSchema: string }> {
    const planner = new PlanningProcesses(task, timeoutMs, logger);
    try {
      const loading = Array.from({ length: PROCESSES }, () => planner.begin());
      const settled = Promise.allSettled(loading);
      const apiSchema = await Promise.any(loading);
      for (const { status } of await settled) if (status === 'rejected') planner.add();
      return { planner, apiSchema };
    } catch (error) {
      await planner.close();
      throw error instanceof AggregateError ? error.errors[0] : error;
    }
  }

  plan(operation: string, patient = false): Promise<QueryPlan> {
    if (this.closed) return Promise.reject(new Error('the planner is closed'));
    if (this.waiting.length >= MAX_WAITING) return Promise.reject(new Fault('LIMIT_EXCEEDED', 'Er worden te veel nieuwe vragen tegelijk gesteld. Probeer het zo opnieuw.'));
    const timeoutMs = this.timeoutMs * (patient ? PATIENCE : 1);
    return new Promise((resolve, reject) => {
      this.waiting.push({ operation, timeoutMs, resolve, reject });
      this.next();
    });
  }

  get figures(): PlanningFigures {
    return { idle: this.idle.length, queued: this.waiting.length, replaced: this.replaced };
  }

  /** Of the processes, as the operating system knows them. */
  get pids(): readonly number[] {
    return [...this.processes].flatMap(({ pid }) => pid ?? []);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.replacing) clearTimeout(this.replacing);
    for (const { reject } of this.waiting.splice(0)) reject(new Error('the planner is closed'));
    await Promise.all([...this.processes].map((one) => one.end()));
  }

  private async begin(): Promise<string> {
    const one = new PlanningProcess(this.task);
    this.processes.add(one);
    try {
      const apiSchema = await one.loaded;
      this.idle.push(one);
      this.next();
      return apiSchema;
    } catch (error) {
      this.processes.delete(one);
      throw error;
    }
  }

  /** It loaded once, so it loads again; if not, for want of memory perhaps, it is tried until it does. */
  private add(): void {
    if (this.closed) return;
    this.begin().catch((error: unknown) => {
      if (this.closed) return;
      this.logger.error({ err: error }, 'a process that plans did not start');
      this.replacing = setTimeout(() => this.add(), AGAIN_MS);
    });
  }

  private next(): void {
    while (this.idle.length > 0 && this.waiting.length > 0) {
      const one = this.idle.shift();
      const job = one?.usable ? this.waiting.shift() : undefined;
      if (one && job) void this.run(one, job);
      else if (one) this.replace(one);
    }
  }

  private async run(one: PlanningProcess, { operation, timeoutMs, resolve, reject }: Job): Promise<void> {
    await one.plan(operation, timeoutMs).then(resolve, (error: unknown) => {
      if (error instanceof NoPlan) this.logger.error({ why: error.why.slice(0, MAX_WHY) }, 'the planner found no way to an answer');
      reject(error);
    });
    if (one.usable) this.idle.push(one);
    else this.replace(one);
    this.next();
  }

  private replace(one: PlanningProcess): void {
    this.processes.delete(one);
    if (this.closed) return;
    this.replaced += 1;
    this.logger.warn({ replaced: this.replaced }, 'a question took the planner too long; its process is replaced');
    this.add();
  }
}
