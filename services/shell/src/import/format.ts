/** What a service says about one kind of file that its body delivers. */
import type { EntityManager } from 'typeorm';

/** What was wrong with a value, without the value. */
export type ValueClass =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'wrong-length'
  | 'not-a-number'
  | 'not-a-decimal'
  | 'not-a-date'
  | 'not-text'
  | 'not-csv'
  | 'out-of-range'
  | 'unknown-code'
  | 'unknown-reference'
  | 'bad-checksum'
  | 'end-before-start'
  | 'missing-column'
  | 'duplicate';

export interface FieldFault {
  readonly field: string;
  readonly valueClass: ValueClass;
  /** One English sentence for the supplier of the file; never the value. */
  readonly reason: string;
}

export type ParsedLine<R> = { readonly line: number; readonly record: R } | { readonly line: number; readonly faults: readonly FieldFault[] };

export interface ImportFacts {
  pseudonym(number: string): string;
  /** CBS codes that the federation knows. */
  readonly municipalities: ReadonlySet<string>;
  readonly adaptations: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
}

export interface ImportedFile {
  readonly name: string;
  /** Business date of this import, YYYY-MM-DD; null where the process was not given one. */
  readonly businessDate: string | null;
}

export interface StoreOutcome {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Records of this file about somebody whom an earlier record of the file was about already. */
  readonly duplicates: number;
}

/** A record and the line it came from. */
export interface Numbered<R> {
  readonly line: number;
  readonly record: R;
}

/** Formats of different records stand in one list as `ImportFormat`; methods, not properties, so that each takes its own record. */
export interface ImportFormat<R = unknown> {
  /** As printed in reports: `clients`. */
  readonly kind: string;
  accepts(fileName: string): boolean;
  parse(text: string, facts: ImportFacts, fileName: string): ParsedLine<R>[];
  /** Faults that only the database can tell, such as a reference to a client that nobody delivered. */
  check?(manager: EntityManager, records: readonly Numbered<R>[]): Promise<readonly { line: number; faults: readonly FieldFault[] }[]>;
  store(manager: EntityManager, records: readonly R[], file: ImportedFile): Promise<StoreOutcome>;
}
