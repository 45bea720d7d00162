/**
 * What an export is: a file that a body owes or publishes, asked for as `GET /v1/exports/<name>` and given out in parts.
 * Guarantees by the door that runs it: the caller holds one of the roles and named the purpose, every parameter is there and fits its pattern.
 */
import type { ExportPolicy } from '#kernel/export-policy.js';
import type { Rights } from '#kernel/field-policy.js';
import type { ReadSession, SessionFacts } from '../read-session.js';

export interface ExportParameter {
  /** As in the query of the address: camelCase. Never anything about a person. */
  readonly name: string;
  /** Dutch. */
  readonly description: string;
  readonly required: boolean;
  /** A regular expression over the whole value, without anchors. */
  readonly pattern: string;
  readonly example: string;
}

/** A request of the shell, without the one session that a question has. */
export interface ExportRequest extends SessionFacts {
  readonly rights: Rights;
  readonly ticket: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  /** Aborted when whoever asked has gone: nobody waits for the rest. */
  readonly ending: AbortSignal;
  /** One read transaction: its lines in the log of processings are committed before its result is given back. */
  batch<T>(work: (session: ReadSession) => Promise<T>): Promise<T>;
}

/** The policy: what purpose must be named, in which role; `scopes` of the application only where figures ask for one. */
export interface ExportDefinition extends ExportPolicy {
  /** Path segment, kebab-case: 'statistiek-wsw'. */
  readonly name: string;
  /** Dutch. */
  readonly title: string;
  /** Dutch, for the OpenAPI document and the list. */
  readonly description: string;
  /** 'text/plain; charset=utf-8' | 'application/json' | 'text/csv; charset=utf-8' */
  readonly mediaType: string;
  readonly parameters: readonly ExportParameter[];
  /** Letters, digits, dots, dashes and underscores. */
  fileName(parameters: Readonly<Record<string, string>>): string;
  /** Throws Fault or ExportRefusal before the first part; parts are text. What is thrown later cuts the answer off, so that nobody takes it for whole. */
  run(request: ExportRequest): AsyncIterable<string>;
}

/** The parameters fit their patterns and still cannot be answered; all problems at once. `reason` is Dutch and repeats no value. */
export class ExportRefusal extends Error {
  constructor(readonly problems: readonly { readonly parameter: string; readonly reason: string }[]) {
    super('the parameters of an export cannot be answered');
    this.name = 'ExportRefusal';
  }
}
