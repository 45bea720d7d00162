/** What is not counted as requests pass but looked at when the metrics are asked for. */
import type { GatewayFacts, SubgraphTraffic, SupergraphFacts } from '../facts.js';
import { Reading, type Metric } from './series.js';

const BREAKER = { closed: 0, 'half-open': 1, open: 2 } as const;
const bare = (value: number): { value: number; labels: Record<string, string> }[] => [{ value, labels: {} }];

export function readings(facts: GatewayFacts): readonly Metric[] {
  const gauge = (name: string, help: string, read: () => number): Metric => new Reading(name, help, 'gauge', 'sum', () => bare(read()));
  return [
    new Reading('schakel_ready', '1 when this process may get requests', 'gauge', 'min', () => bare(facts.ready() ? 1 : 0)),
    gauge('schakel_in_flight_requests', 'Requests whose answer has not left yet, streams included', () => facts.inFlight()),
    gauge('schakel_streams_open', 'Subscriptions that are told of changes', () => facts.streams()),
    gauge('schakel_exports_running', 'Exports that are being given out', () => facts.exports()),
    ...ofPlans(facts),
    ...ofSupergraph(facts),
    ...ofTraffic(() => facts.traffic()),
  ];
}

function ofPlans(facts: GatewayFacts): Metric[] {
  const read = (one: 'hits' | 'misses' | 'size') => () => {
    const cache = facts.engine()?.plans;
    return cache ? bare(cache[one]) : [];
  };
  return [
    new Reading('schakel_plan_cache_hits_total', 'Operations whose plan was there', 'counter', 'sum', read('hits')),
    new Reading('schakel_plan_cache_misses_total', 'Operations that had to be planned', 'counter', 'sum', read('misses')),
    new Reading('schakel_plan_cache_size', 'Plans kept', 'gauge', 'sum', read('size')),
  ];
}

function ofSupergraph(facts: GatewayFacts): Metric[] {
  const read = (of: (supergraph: SupergraphFacts) => number) => () => {
    const supergraph = facts.engine()?.supergraph;
    return supergraph ? bare(of(supergraph)) : [];
  };
  return [
    new Reading('schakel_supergraph_generation', '1 at the start, one more for each supergraph swapped in', 'gauge', 'min', read(({ generation }) => generation)),
    new Reading('schakel_supergraph_loaded_timestamp_seconds', 'When the supergraph that serves was loaded', 'gauge', 'min', read(({ loadedAt }) => loadedAt / 1000)),
    new Reading('schakel_supergraph_stale', '1 while the supergraph of the file cannot be used and an older one serves', 'gauge', 'max', read(({ warning }) => (warning === null ? 0 : 1))),
  ];
}

function ofTraffic(traffic: () => readonly SubgraphTraffic[]): Metric[] {
  const read = (of: (one: SubgraphTraffic) => number) => () => traffic().map((one) => ({ value: of(one), labels: { subgraph: one.subgraph } }));
  return [
    new Reading('schakel_subgraph_breaker_state', '0 closed, 1 half open, 2 open: nothing is sent', 'gauge', 'max', read(({ breaker }) => BREAKER[breaker])),
    new Reading('schakel_subgraph_breaker_opened_total', 'How often a breaker opened', 'counter', 'sum', read(({ breakerOpened }) => breakerOpened)),
    new Reading('schakel_subgraph_in_flight', 'Questions to a subgraph that are under way', 'gauge', 'sum', read(({ underWay }) => underWay)),
    new Reading('schakel_subgraph_waiting', 'Questions that wait for their turn', 'gauge', 'sum', read(({ waiting }) => waiting)),
    new Reading('schakel_subgraph_retries_total', 'Questions that were sent again', 'counter', 'sum', read(({ retries }) => retries)),
  ];
}

export function ofSpans(spans: { readonly sent: number; readonly dropped: number }): readonly Metric[] {
  return [
    new Reading('schakel_trace_spans_sent_total', 'Spans that the collector took', 'counter', 'sum', () => bare(spans.sent)),
    new Reading('schakel_trace_spans_dropped_total', 'Spans that it did not take, or that did not fit the queue', 'counter', 'sum', () => bare(spans.dropped)),
  ];
}
