/** Regeling uitvoering sw en begeleid werken, annex to art. 11: a rule over several fields of one record. */
import type { Values } from '../field-faults.js';
import type { FieldName, Layout } from '../wsw-field.js';

export interface RecordRule {
  readonly name: string;
  /** Where the mistake is told. */
  readonly field: FieldName;
  /** Holds only for a layout that has all of these, and is not asked when one of them is wrong by itself. */
  readonly reads: readonly FieldName[];
  /** For what only one text says. */
  readonly only?: Layout['name'];
  readonly text: string;
  /** The values that it reads are in their form or empty. */
  readonly broken: (values: Values) => boolean;
}
