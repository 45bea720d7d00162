/**
 * The rows of one request in both logs, in one statement: a line per person, and no second one for what was read again in the same request.
 * Guarantees: they are there with the transaction that they are written in, or not at all; no name, number or value is in them.
 */
export type ProcessingStatus = 'Unset' | 'Ok' | 'Error';

/** What all rows of a request have in common. */
export interface RequestFacts {
  readonly request: string;
  readonly service: string;
  readonly traceId: string;
  readonly parentSpan: string | null;
  readonly status: ProcessingStatus;
  /** What was done: kind of operation and its name or hash, never its text. */
  readonly action: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Code of the register of activities, and its URI. */
  readonly activity: string;
  readonly activityUri: string;
  readonly subjectType: string;
  readonly foreignProcessor: string | null;
  readonly actor: string;
  readonly body: string;
  readonly roles: readonly string[];
  readonly origin: string;
  /** Whether an exporter waits for the rows. */
  readonly exported: boolean;
}

export interface PersonRow {
  readonly subject: string;
  readonly span: string;
  readonly result: 'SHOWN' | 'REFUSED';
}

/** Only what was shown was processed; a refused attempt is an access and no processing. In the order of the subjects, so that two that meet wait for each other in one order. */
const INSERT = `
  with given as (
    select * from unnest($1::text[], $2::text[], $3::text[]) as one (subject, span, result) order by subject, result),
  processed as (
    insert into processing_log (request, service, trace_id, span_id, parent_span_id, status, name, start_ms, end_ms, processing_activity_id,
      data_subject_id, data_subject_id_type, foreign_processor)
    select $4::text, $5::text, $6::text, span, $7::text, $8::text, $9::text, $10::bigint, $11::bigint, $12::text, subject, $13::text, $14::text from given where result = 'SHOWN'
    on conflict do nothing returning id),
  unsent as (insert into processing_unsent select id from processed where $15::boolean),
  accessed as (
    insert into access_log (at, request, service, actor, body, roles, action, object, result, origin, activity)
    select to_timestamp($11::bigint / 1000.0), $4::text, $5::text, $16::text, $17::text, $18::text[], $9::text, subject, result, $19::text, $20::text from given
    on conflict do nothing returning id)
  insert into access_unlinked select id from accessed`;

/** One statement with its parameters. */
export interface LogLines {
  readonly text: string;
  readonly values: unknown[];
}

export function linesOf(facts: RequestFacts, persons: readonly PersonRow[]): LogLines {
  return {
    text: INSERT,
    values: [
      persons.map(({ subject }) => subject), persons.map(({ span }) => span), persons.map(({ result }) => result),
      facts.request, facts.service, facts.traceId, facts.parentSpan, facts.status, facts.action, facts.startedAt, facts.endedAt, facts.activityUri,
      facts.subjectType, facts.foreignProcessor, facts.exported, facts.actor, facts.body, [...facts.roles], facts.origin, facts.activity,
    ],
  };
}
