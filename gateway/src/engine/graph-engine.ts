/** The stock planner and executor over all subgraphs, with our own requests to them. */
import '../no-telemetry.js';
import { ApolloGateway, type SupergraphManager } from '@apollo/gateway';
import type { Logger } from '#kernel/log.js';
import { SubgraphSource } from './subgraph-source.js';
import type { KnownSubgraphs } from './subgraphs.js';

/** More options than this for one selection means a schema that plans exponentially: an error instead of a dead process. */
const MAX_PATHS = 1000;
/** The contract operations need one; what needs hundreds is worth a worse plan, not a stopped event loop. */
const MAX_PLANS = 200;

export function graphEngine(supergraph: SupergraphManager, subgraphs: KnownSubgraphs, logger: Logger): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl: supergraph,
    logger: quiet(logger),
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: { debug: { pathsLimit: MAX_PATHS, maxEvaluatedPlans: MAX_PLANS } },
    buildService: ({ name, url }) => new SubgraphSource(subgraphs.subgraph(name, url)),
  });
}

/** The library's own progress lines are of no use to an operator. */
export function quiet(logger: Logger): { debug(): void; info(): void; warn(message?: unknown): void; error(message?: unknown): void } {
  const nothing = (): void => undefined;
  return { debug: nothing, info: nothing, warn: (message) => logger.warn(String(message)), error: (message) => logger.error(String(message)) };
}
