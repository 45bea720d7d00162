/** Puts our own engine together: which supergraph it serves, who plans for it, and who is asked. */
import { parse } from 'graphql';
import type { Logger } from '#kernel/log.js';
import { CompiledEngine } from './engine/compiled-engine.js';
import type { Planner } from './engine/planning/planner.js';
import type { Observer } from './observation/observer.js';
import { watchedPlanner } from './observation/watched-planner.js';
import type { KnownSubgraphs } from './engine/subgraphs.js';
import type { PlainSettings } from './settings.js';
import type { Serving } from './serving.js';
import { Generations } from './supergraph/generations.js';
import { stateIn } from './supergraph/state-dir.js';
import { subgraphsIn } from './supergraph/subgraph-list.js';
import { watchedFile } from './supergraph/watched-file.js';

export interface EngineSurroundings {
  readonly serving: Serving;
  readonly subgraphs: KnownSubgraphs;
  readonly settings: PlainSettings;
  readonly logger: Logger;
  readonly observer: Observer;
}

export function compiledEngines({ serving, subgraphs, settings, logger, observer }: EngineSurroundings): Generations {
  return new Generations({
    file: watchedFile(serving.supergraphFile),
    prepare: serving.prepare,
    onLoaded: ({ apiSchema, coreSupergraphSdl }) => serving.opened(coreSupergraphSdl, apiSchema),
    engineOf: ({ schema, supergraphSdl, planner }) => engineOf({ schema, supergraphSdl, planner: watchedPlanner(planner, observer) }, subgraphs),
    known: serving.known,
    state: stateIn(settings.SCHAKEL_STATE_DIR),
    planner: settings.SCHAKEL_PLANNER,
    planTimeoutMs: settings.SCHAKEL_PLAN_TIMEOUT_MS,
    logger,
  });
}

function engineOf({ schema, supergraphSdl, planner }: { schema: CompiledEngine['schema']; supergraphSdl: string; planner: Planner }, subgraphs: KnownSubgraphs): CompiledEngine {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const asked = new Map(subgraphsIn(supergraph).map(({ name, url }) => [name, subgraphs.subgraph(name, url)]));
  return new CompiledEngine({ schema, supergraph, planner, subgraphs: asked });
}
