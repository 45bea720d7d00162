/** All subgraphs that are asked, each with a client of its own that stays as long as its address does, whichever version of the supergraph asks. */
import type { Logger } from '#kernel/log.js';
import type { ClientTls } from '#kernel/tls.js';
import { SubgraphClient } from './subgraph-client.js';
import { SubgraphRequest, type SubgraphFacts } from './subgraph-request.js';
import type { Subgraph } from './subgraph.js';
import { Traffic, type TrafficFacts, type TrafficRules } from './traffic/traffic.js';

export interface SubgraphAddress {
  readonly url: string;
  readonly facts: SubgraphFacts;
}

/** A subgraph's address and facts; throws when the deployment does not know it. */
export type Locate = (name: string, url: string | undefined) => SubgraphAddress;

interface Known {
  readonly url: string;
  readonly client: SubgraphClient;
  readonly traffic: Traffic;
  readonly subgraph: Subgraph;
}

/** Who had less than this of the time for a read, and did not answer, is not called silent for it. */
const FAIR_SHARE = 0.5;

export class KnownSubgraphs {
  private readonly known = new Map<string, Known>();
  /** Of addresses that were left: requests under way may still use them. */
  private readonly left: SubgraphClient[] = [];

  constructor(
    private readonly locate: Locate,
    private readonly tls: ClientTls,
    private readonly rules: TrafficRules,
    private readonly logger: Logger,
  ) {}

  /** `url`: as the supergraph says it. */
  subgraph(name: string, url: string | undefined): Subgraph {
    const address = this.locate(name, url);
    const before = this.known.get(name);
    if (before?.url === address.url) return before.subgraph;
    if (before) this.left.push(before.client);
    const made = this.open(address);
    this.known.set(name, made);
    return made.subgraph;
  }

  /** For whoever watches. */
  facts(): TrafficFacts[] {
    return [...this.known].map(([name, { traffic }]) => traffic.facts(name));
  }

  /** Addresses by name. */
  get urls(): ReadonlyMap<string, string> {
    return new Map([...this.known].map(([name, { url }]) => [name, url]));
  }

  private open({ url, facts }: SubgraphAddress): Known {
    const client = new SubgraphClient(url, { connections: this.rules.connections, tls: this.tls });
    const traffic = new Traffic(client, this.rules, facts.timeouts.readMs * FAIR_SHARE);
    return { url, client, traffic, subgraph: new SubgraphRequest(traffic, facts, this.logger) };
  }

  async close(): Promise<void> {
    await Promise.all([...[...this.known.values()].map(({ client }) => client), ...this.left].map((client) => client.close()));
  }
}
