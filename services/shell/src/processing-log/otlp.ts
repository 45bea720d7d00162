/**
 * Lines of the processing log as an OTLP/HTTP export request in JSON (opentelemetry-proto, trace/v1): what Logboek dataverwerkingen recommends.
 * Own code, because the library that encodes it needs Node 22 and a tracing SDK around each span (docs/decisions/0016).
 */
export interface ProcessingLine {
  readonly id: string;
  readonly trace_id: string;
  readonly span_id: string;
  readonly parent_span_id: string | null;
  readonly status: 'Unset' | 'Ok' | 'Error';
  readonly name: string;
  readonly start_ms: string;
  readonly end_ms: string;
  readonly processing_activity_id: string;
  readonly data_subject_id: string;
  readonly data_subject_id_type: string;
  readonly foreign_processor: string | null;
}

const STATUS_CODE = { Unset: 0, Ok: 1, Error: 2 } as const;
const KIND_SERVER = 2;
const SCOPE = 'schakel.processing-log';

/** `resource`: whose log it is, by names of the semantic conventions. */
export function exportRequest(resource: Readonly<Record<string, string>>, lines: readonly ProcessingLine[]): object {
  return { resourceSpans: [{ resource: { attributes: attributesOf(resource) }, scopeSpans: [{ scope: { name: SCOPE }, spans: lines.map(spanOf) }] }] };
}

/** 64-bit numbers are texts in the JSON form, ids hexadecimal. */
function spanOf(line: ProcessingLine): object {
  return {
    traceId: line.trace_id,
    spanId: line.span_id,
    ...(line.parent_span_id === null ? {} : { parentSpanId: line.parent_span_id }),
    name: line.name,
    kind: KIND_SERVER,
    startTimeUnixNano: nanoseconds(line.start_ms),
    endTimeUnixNano: nanoseconds(line.end_ms),
    attributes: attributesOf({
      'dpl.core.processing_activity_id': line.processing_activity_id,
      'dpl.core.data_subject_id': line.data_subject_id,
      'dpl.core.data_subject_id_type': line.data_subject_id_type,
      'dpl.core.foreign_operation.processor': line.foreign_processor,
    }),
    status: { code: STATUS_CODE[line.status] },
  };
}

function nanoseconds(milliseconds: string): string {
  return `${BigInt(milliseconds) * 1_000_000n}`;
}

function attributesOf(values: Readonly<Record<string, string | null>>): object[] {
  return Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [{ key, value: { stringValue: value } }]));
}
