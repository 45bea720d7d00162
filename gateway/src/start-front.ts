/** Puts the front together that the settings choose, between the steps and what stands behind it. */
import type { Server } from 'node:http';
import type { ApolloGateway } from '@apollo/gateway';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '#kernel/log.js';
import { graphEngine, quiet } from './engine/graph-engine.js';
import type { KnownSubgraphs } from './engine/subgraphs.js';
import { CompiledFront, type Lease } from './front/compiled-front.js';
import type { Front, Moments } from './front/front.js';
import { frontRules } from './front/front-rules.js';
import type { Run } from './front/run.js';
import { StockFront, type StockOptions } from './front/stock-front.js';
import type { Texts } from './front/texts.js';
import type { EngineFacts } from './observation/facts.js';
import type { Observer } from './observation/observer.js';
import type { PlainSettings } from './settings.js';
import { compiledEngines } from './start-engine.js';
import type { ServerOptions, Step } from './step.js';
import { SupergraphFile } from './supergraph/supergraph-file.js';

export type StockGateway = NonNullable<ServerOptions['gateway']>;

/** What a profile makes of every supergraph that is served. */
export interface Serving {
  readonly supergraphFile: string;
  /** The planner's copy of a supergraph. Throws for one that may not be served. */
  readonly prepare: (supergraphSdl: string) => string;
  /** What stands between Apollo's planner and its server. */
  readonly around: (gateway: ApolloGateway) => StockGateway;
  /** The same for our own engine: what stands between it and the front. */
  readonly run: Run;
  /** What clients see of it, for our own engine. Called while it is swapped in, so that no question sees the one without the other. */
  readonly opened: (plannerCopy: string, apiSchema: GraphQLSchema) => GraphQLSchema;
  /** Texts of the documents that are known beforehand. */
  readonly known: readonly string[];
}

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
  return { gateway: null, losesTypes: false, front: (steps) => (moments) => new CompiledFront(moments, { rules: frontRules(steps), texts, begin, run: serving.run }), facts: () => generations.facts, stop: () => generations.stop() };
}

function stockGateway({ serving, subgraphs, logger }: FrontParts): ApolloGateway {
  return graphEngine(new SupergraphFile(serving.supergraphFile, serving.prepare, logger), subgraphs, logger);
}
