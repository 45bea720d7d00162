/** Our engine over the same subgraphs, planning in this process; with either planner. */
import { parse } from 'graphql';
import { CompiledEngine } from '../../src/engine/compiled-engine.js';
import { loadPlanner } from '../../src/engine/planning/load-planner.js';
import { PLANNERS, type PlannerName } from '../../src/engine/planning/planning-messages.js';
import type { Subgraph } from '../../src/engine/subgraph.js';
import { newExchange, type Exchange } from '../../src/exchange.js';
import { verdictOf, type Answering, type Question, type Verdict } from './answer.js';
import { apiSchemaOf } from './federation.js';
import type { Gateway } from './judge.js';

export { PLANNERS, type PlannerName };

interface Body {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export async function compiledGateway(supergraphSdl: string, plannerName: PlannerName = 'apollo'): Promise<Gateway> {
  const loaded = await loadPlanner({ planner: plannerName, supergraphSdl });
  const supergraph = parse(supergraphSdl);
  const schema = apiSchemaOf(supergraphSdl);
  const asked = new WeakMap<Exchange, Answering>();
  const engine = new CompiledEngine({
    schema,
    supergraph,
    planner: { plan: async (operation) => loaded.plan(operation), close: async () => undefined },
    subgraphs: portsFor(supergraphSdl, asked),
  });
  return { ask: (question, subgraphs) => ask(engine, asked, question, subgraphs), stop: () => engine.close(), plansAsStock: plannerName === 'apollo' };
}

async function ask(engine: CompiledEngine, asked: WeakMap<Exchange, Answering>, { document, variables }: Question, subgraphs: Answering): Promise<Verdict> {
  const exchange = newExchange([], 'post');
  asked.set(exchange, subgraphs);
  const prepared = await engine.prepare(document, null);
  const { data, errors } = await prepared.run(exchange, variables);
  return verdictOf(JSON.parse(data), errors);
}

/** One port for each subgraph that the supergraph names. */
function portsFor(supergraphSdl: string, asked: WeakMap<Exchange, Answering>): Map<string, Subgraph> {
  const names = [...supergraphSdl.matchAll(/@join__graph\(name: "([^"]+)"/g)].map(([, name = '']) => name);
  return new Map(
    names.map((name) => {
      const subgraph: Subgraph = {
        name,
        ask: async (exchange, { body }) => {
          const { query, variables } = JSON.parse(body) as Body;
          const subgraphs = asked.get(exchange);
          if (!subgraphs) throw new TypeError('a question of nobody');
          return subgraphs.ask(name, query, variables ?? {});
        },
      };
      return [name, subgraph] as const;
    }),
  );
}
