/**
 * What of the gateway is counted (docs/operations.md has the table). Guarantees that labels are bounded and tell of no person: operations have their
 * name only when it stands on a list, codes only when they are ours.
 */
import { FAULT_CODES, HIDDEN_FIELD } from '#kernel/faults.js';
import { traceparentOf } from '#kernel/trace.js';
import { DOWNSTREAM_ERROR } from '../../engine/plain-manner.js';
import type { Observer } from '../observer.js';
import type { Ending, FetchWatch, Part, Watch } from '../watch.js';
import { Counts, Latencies, type Metric } from './series.js';

const OTHER = 'other';
const CODES = new Set<string>([...FAULT_CODES, HIDDEN_FIELD, DOWNSTREAM_ERROR]);
const STEP_BOUNDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];
const REQUEST_BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export class Metrics implements Observer {
  readonly requests = new Counts('schakel_requests_total', 'Requests answered, by kind, known operation and HTTP status', ['kind', 'operation', 'status']);
  readonly errors = new Counts('schakel_errors_total', 'Answers with an error of this code', ['code']);
  readonly refusals = new Counts('schakel_refusals_total', 'Requests that a step of the pipeline refused', ['step', 'code']);
  readonly times = new Latencies('schakel_request_seconds', 'From the first header to the answer', ['kind', 'operation'], REQUEST_BOUNDS);
  readonly steps = new Latencies('schakel_step_seconds', 'Work of one step of the pipeline at one of its moments', ['step'], STEP_BOUNDS);
  readonly parts = new Latencies('schakel_part_seconds', 'Planning for this request, its fetches together, the text of its answer', ['part'], REQUEST_BOUNDS);
  readonly fetches = new Counts('schakel_subgraph_requests_total', 'Questions to a subgraph, by how they ended', ['subgraph', 'end']);
  readonly fetchTimes = new Latencies('schakel_subgraph_seconds', 'From the question to a subgraph until its answer or its failure', ['subgraph'], REQUEST_BOUNDS);
  readonly plans = new Latencies('schakel_plan_seconds', 'Time of a planner for one operation', ['result'], REQUEST_BOUNDS);

  get all(): readonly Metric[] {
    return [this.requests, this.errors, this.refusals, this.times, this.steps, this.parts, this.fetches, this.fetchTimes, this.plans];
  }

  begin(): Watch {
    return new Counted(this);
  }

  step(name: string, ms: number, refusal: string | null): void {
    this.steps.observe(ms / 1000, name);
    if (refusal !== null) this.refusals.add(name, refusal);
  }

  planned(ms: number, how: 'planned' | 'refused'): void {
    this.plans.observe(ms / 1000, how);
  }
}

/** One request, as far as it is counted. */
class Counted implements Watch {
  private readonly from = performance.now();
  private listed = false;

  constructor(private readonly metrics: Metrics) {}

  byId(): void {
    this.listed = true;
  }

  part(name: Part, from: number): void {
    this.metrics.parts.observe((performance.now() - from) / 1000, name);
  }

  fetch(subgraph: string): FetchWatch {
    const from = performance.now();
    const { fetches, fetchTimes } = this.metrics;
    return {
      traced: false,
      traceparent: (requestId) => traceparentOf(requestId),
      ended: (how) => {
        fetches.add(subgraph, how);
        fetchTimes.observe((performance.now() - from) / 1000, subgraph);
      },
    };
  }

  end({ status, kind, operation, codes }: Ending): void {
    // The name of an export is one that a service offered; of an operation one of a list, or whatever the client wrote.
    const name = (this.listed || kind === 'export' ? operation : null) ?? OTHER;
    this.metrics.requests.add(kind, name, String(status));
    this.metrics.times.observe((performance.now() - this.from) / 1000, kind, name);
    for (const code of codes) this.metrics.errors.add(CODES.has(code) ? code : OTHER);
  }
}
