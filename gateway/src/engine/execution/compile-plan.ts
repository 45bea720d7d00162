/** A plan, compiled once into what fetches by it: every text, path and place is worked out here, and a run only follows them. */
import type { Exchange } from '../../exchange.js';
import type { PlanNode, QueryPlan } from '../plan.js';
import { compileFetches, type CompilingPlan, type Fetch } from './compile-fetches.js';
import { failureAt } from './fetch-errors.js';
import type { Fetched } from './fetched.js';
import { bundlesOf } from './question-parts.js';
import { Run } from './run.js';
import { turnFor } from './turn.js';

/** Fetches by the plan. `variables`: with the defaults of the operation. Never rejects for what a subgraph does. */
export type RunPlan = (exchange: Exchange, variables: Readonly<Record<string, unknown>>) => Promise<Fetched>;

/** Undefined: there was nothing to wait for. */
type Start = (run: Run) => Promise<void> | undefined;

export async function compilePlan({ node }: QueryPlan, compiling: CompilingPlan): Promise<RunPlan> {
  const { fetches, identities } = await compileFetches(node, compiling);
  const [start, turn] = [node && startOf(node, fetches), turnFor(fetches.size)];
  return async (exchange, variables) => {
    const run = new Run(exchange, variables, identities, turn);
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
      return atOnce(bundlesOf(node.nodes).map((bundle) => inOneGo(bundle.map((one) => startOf(one, fetches)))));
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

/** Without a pause between them, so that they travel together (joint-question). */
function inOneGo(starts: readonly Start[]): Start {
  const [first] = starts;
  if (starts.length === 1 && first) return first;
  return (run) => {
    const waiting = starts.flatMap((start) => start(run) ?? []);
    run.allBegun();
    return awaited(waiting);
  };
}

function atOnce(starts: readonly Start[]): Start {
  return (run) => startedFrom(0, starts, run, []);
}

/** At least one, and as many as there is time for in this turn of the event loop; then the rest. `waiting`: for those that were started before. */
function startedFrom(first: number, starts: readonly Start[], run: Run, waiting: Promise<void>[]): Promise<void> | undefined {
  for (let at = first; at < starts.length; at++) {
    const pause = at > first ? run.turn?.pause() : undefined;
    if (pause) return pause.then(() => startedFrom(at, starts, run, waiting));
    const started = starts[at]?.(run);
    if (started) waiting.push(started);
  }
  return awaited(waiting);
}

function awaited(waiting: readonly Promise<void>[]): Promise<void> | undefined {
  return waiting.length > 1 ? Promise.all(waiting).then(() => undefined) : waiting[0];
}
