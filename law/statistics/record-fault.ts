/** Regeling uitvoering sw en begeleid werken, annex to art. 11: how a mistake in a delivery is told: where and which rule, and never the value, which is of a person. */

export interface RecordFault {
  /** 1 is the first record of the delivery; 0 where a record was judged by itself. */
  readonly record: number;
  /** Name of the field, or `record` for what is wrong with the whole. */
  readonly field: string;
  /** Name of the rule: docs/official-deliveries.md explains it. */
  readonly rule: string;
  /** One sentence in Dutch for whoever corrects it. */
  readonly text: string;
}
