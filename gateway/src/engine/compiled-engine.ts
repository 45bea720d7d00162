/**
 * An engine of our own for one supergraph: documents in a normal form, a plan and what runs by it once per form, the writer of the answer once per document.
 */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Exchange } from '../exchange.js';
import { compileAnswer, type WrittenAnswer } from './answer/compile-answer.js';
import { withIntrospection } from './answer/introspection.js';
import type { Engine, EngineAnswer, PreparedOperation } from './engine.js';
import { compilePlan, type RunPlan } from './execution/compile-plan.js';
import type { Fetched } from './execution/fetched.js';
import { SupergraphTypes } from './execution/types.js';
import { Forms } from './planning/forms.js';
import { normalise } from './planning/normalise.js';
import { PlanCache } from './planning/plan-cache.js';
import { planBytes } from './planning/plan-size.js';
import type { Planner } from './planning/planner.js';
import type { Subgraphs } from './subgraph.js';

export interface EngineParts {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** All of it, also what clients do not see. */
  readonly supergraph: DocumentNode;
  /** Ends with the engine. */
  readonly planner: Planner;
  readonly subgraphs: Subgraphs;
}

/** A plan that can be run, and about how large it is. */
interface Ready {
  readonly run: RunPlan;
  readonly bytes: number;
}

interface PreparedForm extends PreparedOperation {
  /** Rejects when there is no plan to be had. */
  planned(): Promise<unknown>;
}

type Write = (fetched: Fetched, variables: Readonly<Record<string, unknown>>) => WrittenAnswer;

/** What was compiled of a plan takes several times its own size. */
const COMPILED = 4;

export class CompiledEngine implements Engine {
  readonly schema: GraphQLSchema;
  /** By normal text. */
  readonly plans: PlanCache<Ready>;
  private running = 0;
  private ended: (() => void) | null = null;

  constructor(private readonly parts: EngineParts) {
    this.schema = parts.schema;
    const types = new SupergraphTypes(parts.supergraph);
    this.plans = new PlanCache(async (text, patient) => {
      const plan = await parts.planner.plan(text, patient);
      return { run: await compilePlan(plan, { subgraphs: parts.subgraphs, types }), bytes: COMPILED * planBytes(plan) };
    }, ({ bytes }) => bytes);
  }

  async prepare(document: DocumentNode, operationName: string | null): Promise<PreparedOperation> {
    const forms = new Forms(document, operationName, (form) => this.prepared(form, operationName));
    // Where no variable decides it is planned now, so that what cannot be planned is told before it runs.
    if (forms.isOne) await forms.of({}).planned();
    return { run: (exchange, variables) => forms.of(variables).run(exchange, variables) };
  }

  private prepared(document: DocumentNode, operationName: string | null): PreparedForm {
    const { text, document: normal, values } = normalise(this.schema, document, operationName);
    const [write, complete] = [compileAnswer(this.schema, normal), withIntrospection(this.schema, normal)];
    return {
      planned: async () => (text === null ? null : this.plans.get(text)),
      run: (exchange, variables) => this.run(text, (fetched, all) => write(complete(fetched, all)), exchange, { ...values, ...variables }),
    };
  }

  async close(): Promise<void> {
    if (this.running > 0) await new Promise<void>((resolve) => (this.ended = resolve));
    await this.parts.planner.close();
  }

  private async run(text: string | null, write: Write, exchange: Exchange, variables: Readonly<Record<string, unknown>>): Promise<EngineAnswer> {
    this.running += 1;
    try {
      const ready = text === null ? null : await this.plans.get(text);
      const began = performance.now();
      const fetched = ready ? await ready.run(exchange, variables) : NOTHING;
      exchange.watch.part('execute', began);
      return written(exchange, () => write(fetched, variables));
    } finally {
      this.running -= 1;
      if (this.running === 0) this.ended?.();
    }
  }
}

function written(exchange: Exchange, write: () => EngineAnswer): EngineAnswer {
  const began = performance.now();
  const answer = write();
  exchange.watch.part('write', began);
  return answer;
}

const NOTHING = { tree: Object.create(null) as Record<string, unknown>, errors: [] };
