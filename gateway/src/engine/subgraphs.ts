/** All subgraphs that are asked, each with a client of its own that stays as long as its address does, whichever version of the supergraph asks. */
import type { Logger } from '#kernel/log.js';
import type { ClientTls } from '#kernel/tls.js';
import { SubgraphClient } from './subgraph-client.js';
import { SubgraphRequest, type SubgraphFacts } from './subgraph-request.js';
import type { Subgraph } from './subgraph.js';

export interface SubgraphAddress {
  readonly url: string;
  readonly facts: SubgraphFacts;
}

/** A subgraph's address and facts; throws when the deployment does not know it. */
export type Locate = (name: string, url: string | undefined) => SubgraphAddress;

interface Known {
  readonly url: string;
  readonly client: SubgraphClient;
  readonly subgraph: Subgraph;
}

export class KnownSubgraphs {
  private readonly known = new Map<string, Known>();
  /** Of addresses that were left: requests under way may still use them. */
  private readonly left: SubgraphClient[] = [];

  constructor(
    private readonly locate: Locate,
    private readonly tls: ClientTls,
    private readonly logger: Logger,
  ) {}

  /** `url`: as the supergraph says it. */
  subgraph(name: string, url: string | undefined): Subgraph {
    const address = this.locate(name, url);
    const before = this.known.get(name);
    if (before?.url === address.url) return before.subgraph;
    if (before) this.left.push(before.client);
    const client = new SubgraphClient(address.url, this.tls);
    const subgraph = new SubgraphRequest(client, address.facts, this.logger);
    this.known.set(name, { url: address.url, client, subgraph });
    return subgraph;
  }

  /** Addresses by name. */
  get urls(): ReadonlyMap<string, string> {
    return new Map([...this.known].map(([name, { url }]) => [name, url]));
  }

  async close(): Promise<void> {
    await Promise.all([...[...this.known.values()].map(({ client }) => client), ...this.left].map((client) => client.close()));
  }
}
