/** Puts the front together that the settings choose, between the steps and what stands behind it. */
import type { Server } from 'node:http';
import type { ApolloGateway } from '@apollo/gateway';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Logger } from '#kernel/log.js';
import { graphEngine, quiet } from './engine/graph-engine.js';
import type { KnownSubgraphs } from './engine/subgraphs.js';
import { CompiledFront, type Lease } from './front/compiled-front.js';
import type { Front, Moments } from './front/front.js';
import { frontRules } from './front/front-rules.js';
import { StockFront, type StockOptions } from './front/stock-front.js';
import type { Texts } from './front/texts.js';
import type { EngineFacts } from './observation/facts.js';
import type { Observer } from './observation/observer.js';
import type { PlainSettings } from './settings.js';
import type { Serving, StockGateway } from './serving.js';
import { compiledEngines } from './start-engine.js';
import type { Step } from './step.js';
import { SupergraphFile } from './supergraph/supergraph-file.js';

const PATIENCE_MS = 10_000;

export interface FrontParts {
  readonly serving: Serving;
  readonly subgraphs: KnownSubgraphs;
  readonly texts: Texts;
  readonly logger: Logger;
  readonly server: Server;
  readonly settings: PlainSettings;
  readonly observer: Observer;
}

type MakeFront = (moments: Moments) => Front;

export interface Chosen {
  /** Null: behind the front is our own engine. */
  readonly gateway: StockGateway | null;
  readonly losesTypes: boolean;
  readonly front: (steps: readonly Step[]) => MakeFront;
  /** Null where the library keeps supergraph and plans. */
  readonly facts: (() => EngineFacts) | null;
  /** After the front has stopped. */
  readonly stop: () => Promise<void>;
}

export function stockFront(parts: FrontParts): Chosen {
  const plugins = [ApolloServerPluginDrainHttpServer({ httpServer: parts.server }), ApolloServerPluginUsageReportingDisabled()];
  const own = { introspection: true, stopOnTerminationSignals: false, logger: quiet(parts.logger), plugins };
  const options = (steps: readonly Step[]): StockOptions => Object.assign({}, ...steps.map((one) => one.options ?? {}), own) as StockOptions;
  return { gateway: parts.serving.around(stockGateway(parts)), losesTypes: true, front: (steps) => (moments) => new StockFront(moments, options(steps)), facts: null, stop: async () => undefined };
}

export async function compiledFront(parts: FrontParts): Promise<Chosen> {
  const { serving, texts } = parts;
  const generations = compiledEngines(parts);
  await generations.start();
  const begin = (): Lease => generations.begin();
  return { gateway: null, losesTypes: false, front: (steps) => (moments) => new CompiledFront(moments, { rules: frontRules(steps), texts, begin, run: serving.run, stop: () => hangUpLater(parts.server) }), facts: () => generations.facts, stop: () => generations.stop() };
}

function stockGateway({ serving, subgraphs, logger }: FrontParts): ApolloGateway {
  return graphEngine(new SupergraphFile(serving.supergraphFile, serving.prepare, logger), subgraphs, logger);
}

/** As long as the stock front waits too; who is still being answered then, an endless file for one, is cut off. */
function hangUpLater(server: Server): void {
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
}
