/** A plan, compiled once into what fetches by it: every text, path and place is worked out here, and a run only follows them. */
import type { Exchange } from '../../exchange.js';
import type { PlanNode, QueryPlan } from '../plan.js';
import { compileFetches, type CompilingPlan, type Fetch } from './compile-fetches.js';
import { failureAt } from './fetch-errors.js';
import type { Fetched } from './fetched.js';
import { Run } from './run.js';

/** Fetches by the plan. `variables`: with the defaults of the operation. Never rejects for what a subgraph does. */
export type RunPlan = (exchange: Exchange, variables: Readonly<Record<string, unknown>>) => Promise<Fetched>;

/** Undefined: there was nothing to wait for. */
type Start = (run: Run) => Promise<void> | undefined;

export async function compilePlan({ node }: QueryPlan, compiling: CompilingPlan): Promise<RunPlan> {
  const { fetches, identities } = await compileFetches(node, compiling);
  const start = node && startOf(node, fetches);
  return async (exchange, variables) => {
    const run = new Run(exchange, variables, identities);
    await start?.(run);
    return { tree: run.tree, errors: run.errors };
  };
}

function startOf(node: PlanNode, fetches: ReadonlyMap<PlanNode, Fetch>): Start {
  switch (node.kind) {
    case 'Fetch': {
      const fetch = fetches.get(node);
      return (run) => fetch && started(fetch, run);
    }
    case 'Flatten':
      return startOf(node.node, fetches);
    case 'Sequence':
      return inOrder(node.nodes.map((one) => startOf(one, fetches)));
    case 'Parallel':
      return atOnce(node.nodes.map((one) => startOf(one, fetches)));
    case 'Condition': {
      const [yes, no] = [node.ifClause, node.elseClause].map((one) => one && startOf(one, fetches));
      return (run) => (run.variables[node.condition] === true ? yes : no)?.(run);
    }
  }
}

/** Whatever a subgraph sent that nobody thought of costs its own fetch only. */
function started(fetch: Fetch, run: Run): Promise<void> | undefined {
  const failed = (error: unknown): void => void run.errors.push(failureAt(error, undefined));
  try {
    return fetch.start(run)?.catch(failed);
  } catch (error) {
    failed(error);
    return undefined;
  }
}

function inOrder(starts: readonly Start[]): Start {
  return async (run) => {
    for (const start of starts) {
      const waiting = start(run);
      if (waiting) await waiting;
    }
  };
}

function atOnce(starts: readonly Start[]): Start {
  return (run) => {
    const waiting = starts.flatMap((start) => start(run) ?? []);
    return waiting.length > 1 ? Promise.all(waiting).then(() => undefined) : waiting[0];
  };
}
