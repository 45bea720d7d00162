/** One supergraph in service: its engine and its planner, kept until its last request has been answered. */
import type { GraphQLSchema } from 'graphql';
import type { Engine } from '../engine/engine.js';
import type { Planner } from '../engine/planning/planner.js';

/** A supergraph that can be planned for. */
export interface LoadedSupergraph {
  /** As the planner tells it. */
  readonly apiSchema: GraphQLSchema;
  /** The planner's copy. */
  readonly coreSupergraphSdl: string;
}

/** Called for every supergraph that was loaded, before it serves: the schema that clients see from then on. What it throws says why this one is of no use. */
export type OnLoaded = (loaded: LoadedSupergraph) => GraphQLSchema;

/** The texts for which the engine has plans. */
export interface WarmTexts {
  /** Makes what the text needs, if it is not there. */
  warm(text: string): Promise<void>;
  mostUsed(count: number): readonly string[];
  readonly figures: { readonly hits: number; readonly misses: number; readonly entries: number };
}

export interface WarmEngine extends Engine {
  readonly plans: WarmTexts;
}

export class Generation {
  private requests = 0;
  private retired: (() => void) | null = null;

  constructor(
    readonly engine: WarmEngine,
    private readonly planner: Planner,
    /** Of the text as it was read. */
    readonly sum: string,
  ) {}

  /** A request begins: until `end` is called, this generation stays. */
  begin(): Lease {
    this.requests += 1;
    let open = true;
    const end = (): void => {
      if (open) this.requests -= 1;
      open = false;
      if (this.requests === 0) this.retired?.();
    };
    return { engine: this.engine, end };
  }

  /** No request begins here any more; resolves when the last one has ended, or after a time in which each would have. */
  async retire(atMostMs: number): Promise<void> {
    if (this.requests > 0) await this.lastEnds(atMostMs);
    await this.engine.close();
    await this.planner.close();
  }

  private lastEnds(atMostMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, atMostMs).unref();
      this.retired = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

export interface Lease {
  readonly engine: WarmEngine;
  end(): void;
}
