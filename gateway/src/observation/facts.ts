/** What the parts of a running gateway tell when they are asked how it goes. */

export interface PlanCacheFacts {
  readonly hits: number;
  readonly misses: number;
  /** Plans kept now. */
  readonly size: number;
}

export interface SupergraphFacts {
  /** 1 for the supergraph of the start; each that was swapped in counts one more. */
  readonly generation: number;
  /** Milliseconds since 1970. */
  readonly loadedAt: number;
  /** Why the one of the file does not serve; null when it does. */
  readonly warning: string | null;
}

/** How it goes with the requests to one subgraph. */
export interface SubgraphTraffic {
  readonly subgraph: string;
  readonly breaker: 'closed' | 'half-open' | 'open';
  /** How often it opened, since the start. */
  readonly breakerOpened: number;
  readonly underWay: number;
  /** For their turn. */
  readonly waiting: number;
  /** Since the start. */
  readonly retries: number;
}

/** Of our own engine. */
export interface EngineFacts {
  readonly plans: PlanCacheFacts;
  readonly supergraph: SupergraphFacts;
}

export interface GatewayFacts {
  ready(): boolean;
  /** HTTP requests whose answer has not left yet, streams included. */
  inFlight(): number;
  streams(): number;
  exports(): number;
  /** Null where the library keeps supergraph and plans. */
  engine(): EngineFacts | null;
  traffic(): readonly SubgraphTraffic[];
}
