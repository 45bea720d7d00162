/**
 * Which supergraph serves. A new one is made ready beside the old one (planner, schema, warm plans) and takes its place in one assignment; a request ends with
 * the one it began with; one that is of no use is told, and the old one stays. At start the last good one stands in for a file that is absent or broken.
 */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from '#kernel/log.js';
import { PlanningProcesses } from '../engine/planning/planning-processes.js';
import type { EngineFacts } from '../observation/facts.js';
import type { Planner } from '../engine/planning/planner.js';
import type { PlannerName } from '../engine/planning/planning-messages.js';
import { Generation, type Lease, type OnLoaded, type WarmEngine } from './generation.js';
import type { State } from './state-dir.js';
import { normalTexts, warmUp } from './warm-up.js';
import type { WatchedFile } from './watched-file.js';

/** What was asked most is made ready for the next supergraph and for the next start. */
const RECENT = 500;
const KEEP_EVERY_MS = 60_000;
/** Longer than any request may take. */
const LAST_REQUEST_MS = 60_000;

export interface GenerationParts {
  readonly file: WatchedFile;
  /** The planner's copy of the text; throws for a supergraph that may not be served. */
  readonly prepare: (supergraphSdl: string) => string;
  readonly onLoaded: OnLoaded;
  readonly engineOf: (made: { schema: GraphQLSchema; supergraphSdl: string; planner: Planner }) => WarmEngine;
  /** Texts of documents that are known beforehand. */
  readonly known: readonly string[];
  readonly state: State;
  readonly planner: PlannerName;
  readonly planTimeoutMs: number;
  readonly logger: Logger;
}

export class Generations {
  private current: Generation | null = null;
  private work: Promise<void> = Promise.resolve();
  private readonly retiring = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private number = 0;
  private loadedAt = 0;
  /** Of the plans of generations that have gone. */
  private past = { hits: 0, misses: 0 };
  /** Why the supergraph of the file does not serve; null when it does. For whoever asks whether we are ready. */
  warning: string | null = null;

  constructor(private readonly parts: GenerationParts) {}

  /** Rejects when there is no supergraph that can serve. */
  async start(): Promise<void> {
    const { state, file, logger } = this.parts;
    const recent = await state.operations().catch(() => []);
    this.serve(await this.first(recent));
    file.follow(() => this.changed());
    this.timer = setInterval(() => void this.keepOperations(), KEEP_EVERY_MS).unref();
    logger.info({ planner: this.parts.planner }, 'supergraph loaded');
  }

  /** What serves now, for who only looks: a request begins. */
  get engine(): WarmEngine {
    if (!this.current) throw new TypeError('no supergraph serves');
    return this.current.engine;
  }

  /** The generation for one request; whoever begins also ends. */
  begin(): Lease {
    if (!this.current) throw new TypeError('no supergraph serves');
    return this.current.begin();
  }

  get facts(): EngineFacts {
    const { hits, misses, entries } = this.current?.engine.plans.figures ?? { hits: 0, misses: 0, entries: 0 };
    return {
      plans: { hits: this.past.hits + hits, misses: this.past.misses + misses, size: entries },
      supergraph: { generation: this.number, loadedAt: this.loadedAt, warning: this.warning },
    };
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.parts.file.stop();
    if (this.timer) clearInterval(this.timer);
    await this.work;
    await this.keepOperations();
    if (this.current) this.retire(this.current);
    this.current = null;
    await Promise.all(this.retiring);
  }

  private async first(recent: readonly string[]): Promise<Generation> {
    try {
      const text = await this.parts.file.read();
      const made = await this.make(text, recent);
      await this.keep(text);
      return made;
    } catch (error) {
      const last = await this.parts.state.supergraph().catch(() => null);
      if (last === null) throw error;
      this.warn(error, 'the supergraph is not usable; the last good one serves');
      return this.make(last, recent);
    }
  }

  /** One after the other; a change while one is made ready is looked at after it. */
  private changed(): void {
    this.work = this.work.then(() => (this.stopped ? undefined : this.swap()));
  }

  private async swap(): Promise<void> {
    const { file, logger } = this.parts;
    try {
      const text = await file.read();
      const old = this.current;
      if (old?.sum === sumOf(text)) return void (this.warning = null);
      const made = await this.make(text, old?.engine.plans.mostUsed(RECENT) ?? []);
      this.serve(made);
      this.warning = null;
      if (old) this.retire(old);
      logger.info('supergraph swapped');
      await this.keep(text);
    } catch (error) {
      this.warn(error, 'the new supergraph is not usable; the old one stays');
    }
  }

  private async make(text: string, recent: readonly string[]): Promise<Generation> {
    const { prepare, planner: name, planTimeoutMs, logger, onLoaded, engineOf, known } = this.parts;
    const supergraphSdl = prepare(text);
    const { planner, apiSchema } = await PlanningProcesses.start({ planner: name, supergraphSdl }, planTimeoutMs, logger);
    try {
      const schema = onLoaded({ apiSchema: buildSchema(apiSchema, { noLocation: true, assumeValid: true }), coreSupergraphSdl: supergraphSdl });
      // Requests of the old one go first between any two of these.
      await setImmediate();
      const engine = engineOf({ schema, supergraphSdl, planner });
      await setImmediate();
      await warmUp(engine.plans, [...normalTexts(schema, known), ...recent]);
      return new Generation(engine, planner, sumOf(text));
    } catch (error) {
      await planner.close();
      throw error;
    }
  }

  private serve(made: Generation): void {
    this.current = made;
    this.number += 1;
    this.loadedAt = Date.now();
  }

  private retire(old: Generation): void {
    const { hits, misses } = old.engine.plans.figures;
    this.past = { hits: this.past.hits + hits, misses: this.past.misses + misses };
    const ended = old.retire(LAST_REQUEST_MS).catch((error: unknown) => this.parts.logger.error({ err: error }, 'ending the old supergraph'));
    this.retiring.add(ended);
    void ended.then(() => this.retiring.delete(ended));
  }

  private async keep(text: string): Promise<void> {
    await this.parts.state.keepSupergraph(text).catch((error: unknown) => this.parts.logger.error({ err: error }, 'the supergraph could not be kept'));
  }

  private async keepOperations(): Promise<void> {
    const texts = this.current?.engine.plans.mostUsed(RECENT) ?? [];
    if (texts.length > 0) await this.parts.state.keepOperations(texts).catch((error: unknown) => this.parts.logger.error({ err: error }, 'the recent operations could not be kept'));
  }

  private warn(error: unknown, message: string): void {
    this.warning = message;
    this.parts.logger.error({ err: error }, message);
  }
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
