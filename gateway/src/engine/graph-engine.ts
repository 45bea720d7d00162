/** The planner and executor over all subgraphs, with our own requests to them. */
import '../no-telemetry.js';
import { ApolloGateway, type SupergraphManager } from '@apollo/gateway';
import type { Logger } from '#kernel/log.js';
import type { ClientTls } from '#kernel/tls.js';
import { SubgraphClient } from './subgraph-client.js';
import { SubgraphRequest, type SubgraphFacts } from './subgraph-request.js';

/** More options than this for one selection means a schema that plans exponentially: an error instead of a dead process. */
const MAX_PATHS = 1000;
/** The contract operations need one; what needs hundreds is worth a worse plan, not a stopped event loop. */
const MAX_PLANS = 200;

export interface SubgraphAddress {
  readonly url: string;
  readonly facts: SubgraphFacts;
}

export interface GraphEngine {
  readonly gateway: ApolloGateway;
  /** Addresses of all subgraphs, known once the gateway has loaded. */
  readonly urls: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** `locate` names a subgraph's address and facts, or throws when the deployment does not know it. */
export function graphEngine(supergraph: SupergraphManager, locate: (name: string, url: string | undefined) => SubgraphAddress, tls: ClientTls, logger: Logger): GraphEngine {
  const clients: SubgraphClient[] = [];
  const urls = new Map<string, string>();
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    logger: quiet(logger),
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: { debug: { pathsLimit: MAX_PATHS, maxEvaluatedPlans: MAX_PLANS } },
    buildService: ({ name, url }) => {
      const address = locate(name, url);
      const client = new SubgraphClient(address.url, tls);
      clients.push(client);
      urls.set(name, address.url);
      return new SubgraphRequest(client, address.facts, logger);
    },
  });
  return { gateway, urls, close: async () => void (await Promise.all(clients.map((client) => client.close()))) };
}

/** The library's own progress lines are of no use to an operator. */
export function quiet(logger: Logger): { debug(): void; info(): void; warn(message?: unknown): void; error(message?: unknown): void } {
  const nothing = (): void => undefined;
  return { debug: nothing, info: nothing, warn: (message) => logger.warn(String(message)), error: (message) => logger.error(String(message)) };
}
