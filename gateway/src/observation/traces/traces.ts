/**
 * One trace per request that was drawn: the request, planning when it had to be planned, each question to a subgraph, the text of the answer. Guarantees
 * that no trace holds a value, a document or a person, and that nobody outside chooses what is traced: the trace id is the request id, the draw is
 * made of it, and a client's own traceparent is a link and nothing else (kernel/trace).
 */
import { linkedSpanOf, newSpanId, TRACE_HEADER, traceIdOf, traceparentOf } from '#kernel/trace.js';
import type { Exchange } from '../../exchange.js';
import { maskedName } from '../masked-name.js';
import type { Observer } from '../observer.js';
import { UNWATCHED, type Ending, type FetchEnd, type FetchWatch, type Part, type Watch } from '../watch.js';
import { CLIENT, INTERNAL, SERVER, type Span } from './otlp.js';

/** A plan that was there costs microseconds; it is no part of the story. */
const NOTICEABLE_MS = 0.2;
const ANSWERED: readonly FetchEnd[] = ['data', 'errors'];

const NOT_DRAWN_FETCH: FetchWatch = { traced: true, traceparent: (requestId) => traceparentOf(requestId, newSpanId(), false), ended: () => undefined };
const NOT_DRAWN: Watch = { ...UNWATCHED, fetch: () => NOT_DRAWN_FETCH };

export interface Spans {
  add(span: Span): void;
}

export class Traces implements Observer {
  /** `share` of the requests, 0 to 1. */
  constructor(
    private readonly spans: Spans,
    private readonly share: number,
  ) {}

  begin(exchange: Exchange): Watch {
    const trace = traceIdOf(exchange.requestId);
    return drawn(trace, this.share) ? new Traced(this.spans, trace, exchange) : NOT_DRAWN;
  }

  step(): void {}

  planned(): void {}
}

/** By the trace id, whose last digits are random (W3C Trace Context, level 2): whoever else draws the same share draws the same requests. */
function drawn(trace: string, share: number): boolean {
  return Number.parseInt(trace.slice(-8), 16) < share * 2 ** 32;
}

const ORIGIN = performance.timeOrigin;
const sinceEpoch = (monotonic: number): number => ORIGIN + monotonic;

class Traced implements Watch {
  private readonly root = newSpanId();
  private readonly from = performance.now();
  private readonly link: Span['link'];

  constructor(
    private readonly spans: Spans,
    private readonly trace: string,
    { headers }: Exchange,
  ) {
    this.link = linkedSpanOf(headers.get(TRACE_HEADER));
  }

  byId(): void {}

  part(name: Part, from: number): void {
    if (performance.now() - from >= NOTICEABLE_MS) this.child({ name, kind: INTERNAL, from, failed: false, attributes: {} });
  }

  fetch(subgraph: string): FetchWatch {
    const id = newSpanId();
    const from = performance.now();
    return {
      traced: true,
      traceparent: (requestId) => traceparentOf(requestId, id),
      ended: (how) => this.child({ id, name: `fetch ${subgraph}`, kind: CLIENT, from, failed: !ANSWERED.includes(how), attributes: { 'schakel.subgraph': subgraph, 'schakel.fetch.end': how } }),
    };
  }

  end({ status, kind, operation, codes }: Ending): void {
    const name = maskedName(operation);
    this.spans.add({
      trace: this.trace,
      id: this.root,
      parent: null,
      name: kind,
      kind: SERVER,
      from: sinceEpoch(this.from),
      until: sinceEpoch(performance.now()),
      failed: status >= 500,
      attributes: { 'graphql.operation.type': kind, ...(name === null ? {} : { 'graphql.operation.name': name }), 'http.response.status_code': status, ...(codes.length > 0 ? { 'schakel.codes': codes } : {}) },
      link: this.link ?? null,
    });
  }

  /** `from` by performance.now(); it ends now. */
  private child({ id = newSpanId(), from, ...more }: Pick<Span, 'name' | 'kind' | 'from' | 'failed' | 'attributes'> & { id?: string }): void {
    this.spans.add({ ...more, trace: this.trace, id, parent: this.root, from: sinceEpoch(from), until: sinceEpoch(performance.now()) });
  }
}
