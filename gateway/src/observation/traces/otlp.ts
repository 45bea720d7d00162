/**
 * Spans as an OTLP/HTTP export request in JSON (opentelemetry-proto 1.x, trace/v1). Own code, as in the services (docs/decisions/0016): the library
 * would bring a second SDK beside the gateway's own, and a span costs less than a microsecond this way.
 */
export const INTERNAL = 1;
export const SERVER = 2;
export const CLIENT = 3;

export interface Span {
  readonly trace: string;
  readonly id: string;
  /** Null for the span of the request. */
  readonly parent: string | null;
  readonly name: string;
  readonly kind: typeof INTERNAL | typeof SERVER | typeof CLIENT;
  /** Milliseconds since 1970, with their fractions. */
  readonly from: number;
  readonly until: number;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, string | number | readonly string[]>>;
  /** Another trace that tells of the same work. */
  readonly link?: { readonly trace: string; readonly span: string } | null;
}

const SCOPE = 'schakel.gateway';
const ERROR = 2;

export function exportRequest(resource: Readonly<Record<string, string>>, spans: readonly Span[]): string {
  return JSON.stringify({ resourceSpans: [{ resource: { attributes: attributesOf(resource) }, scopeSpans: [{ scope: { name: SCOPE }, spans: spans.map(written) }] }] });
}

/** Ids are hexadecimal, 64-bit numbers are texts in the JSON form. */
function written({ trace, id, parent, name, kind, from, until, failed, attributes, link }: Span): object {
  return {
    traceId: trace,
    spanId: id,
    ...(parent === null ? {} : { parentSpanId: parent }),
    name,
    kind,
    startTimeUnixNano: nanoseconds(from),
    endTimeUnixNano: nanoseconds(until),
    attributes: attributesOf(attributes),
    ...(link ? { links: [{ traceId: link.trace, spanId: link.span }] } : {}),
    status: failed ? { code: ERROR } : {},
  };
}

/** To the microsecond; more than a float holds exactly is not known. */
function nanoseconds(milliseconds: number): string {
  return `${Math.round(milliseconds * 1000)}000`;
}

function attributesOf(values: Span['attributes']): object[] {
  return Object.entries(values).map(([key, value]) => ({ key, value: valueOf(value) }));
}

function valueOf(value: string | number | readonly string[]): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { intValue: String(value) };
  return { arrayValue: { values: value.map((one) => ({ stringValue: one })) } };
}
