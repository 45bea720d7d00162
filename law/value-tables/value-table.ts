/**
 * Regeling statistiek Participatiewet, IOAW en IOAZ (BWBR0031830), annexes 1 to 3: the monthly statistics as tables of values. The annexes give fields,
 * ranges and codes; tag names and nesting of the file that is delivered stand in guidelines that were not found, so none are invented here.
 */

export type ValueDomain =
  | { readonly kind: 'year' }
  | { readonly kind: 'month' }
  | { readonly kind: 'date' }
  | { readonly kind: 'bsn' }
  /** Exactly so many digits: a code of which no list is known. */
  | { readonly kind: 'digits'; readonly width: number }
  /** A whole number in so many positions. `none`: what is written for not applicable. */
  | { readonly kind: 'number'; readonly width: number; readonly none?: string }
  /** Sign, then a whole number in so many positions. */
  | { readonly kind: 'signed'; readonly width: number; readonly none?: string }
  /** One line of 1 to so many characters. */
  | { readonly kind: 'text'; readonly most: number }
  /** Code as it is written, with its meaning in Dutch. */
  | { readonly kind: 'code'; readonly codes: Readonly<Record<string, string>> };

export interface ValueField {
  /** Number in the annex; `12a` where one number has two values. */
  readonly item: string;
  readonly name: string;
  readonly title: string;
  readonly domain: ValueDomain;
  /** Only of what says which delivery it is: the annexes do not tell what else must be filled. */
  readonly required?: true;
  /** What is not certain about the field, in Dutch, for whoever delivers. */
  readonly doubt?: string;
}

export interface ValueRule {
  readonly name: string;
  readonly field: string;
  /** Is not asked when one of these is wrong by itself. */
  readonly reads: readonly string[];
  readonly text: string;
  readonly broken: (value: (field: string) => string) => boolean;
}

export interface ValueTable {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly ValueField[];
  readonly rules: readonly ValueRule[];
}

/** Text as it is known, in any width up to the field's; empty or absent: nothing is delivered for it. */
export type ValueRecord = Readonly<Record<string, string>>;
