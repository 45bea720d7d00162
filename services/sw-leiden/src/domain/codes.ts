/**
 * The code letters of this system and what the federation calls them. Guarantees that both directions come from one table
 * and that an unknown code stops the reader instead of becoming a guess.
 */

const WORK_FORMS = {
  B: 'INTERNAL',
  DI: 'SECONDMENT_INDIVIDUAL',
  DG: 'SECONDMENT_GROUP',
  BW: 'SUPERVISED_EMPLOYMENT',
  NB: 'NEW_SHELTERED',
} as const;

/** vrij, bezet, gesloten, and gereserveerd: the letter that was added for the federation's holds. */
const STATUSES = { V: 'OPEN', B: 'TAKEN', G: 'CLOSED', R: 'HELD' } as const;

const CATEGORIES = { M: 'MODERATE', E: 'SEVERE' } as const;

/** What the company's own files may contain; NB and R are written by the federation only. */
export const DELIVERED_WORK_FORMS = ['B', 'DI', 'DG', 'BW'] as const;
export const DELIVERED_STATUSES = ['V', 'B', 'G'] as const;
export const CATEGORY_LETTERS = ['M', 'E'] as const;

export type WorkFormName = (typeof WORK_FORMS)[keyof typeof WORK_FORMS];
export type StatusName = (typeof STATUSES)[keyof typeof STATUSES];
export type CategoryName = (typeof CATEGORIES)[keyof typeof CATEGORIES];

export const workFormOf = (code: string): WorkFormName => translate(WORK_FORMS, code);
export const statusOf = (letter: string): StatusName => translate(STATUSES, letter);
export const categoryOf = (letter: string): CategoryName => translate(CATEGORIES, letter);
export const codeOfWorkForm = (name: WorkFormName): string => reverse(WORK_FORMS, name);
export const letterOfStatus = (name: StatusName): string => reverse(STATUSES, name);

/** A `CASE` that turns a column of code letters into the federation's names, for use inside SQL. */
export function sqlWorkForm(column: string): string {
  return sqlCase(column, WORK_FORMS);
}

export function sqlStatus(column: string): string {
  return sqlCase(column, STATUSES);
}

export function sqlCategory(column: string): string {
  return sqlCase(column, CATEGORIES);
}

function sqlCase(column: string, table: Readonly<Record<string, string>>): string {
  const branches = Object.entries(table).map(([code, name]) => `WHEN '${code}' THEN '${name}'`);
  return `CASE ${column} ${branches.join(' ')} END`;
}

function translate<T extends string>(table: Readonly<Record<string, T>>, code: string): T {
  const name = table[code.trim()];
  if (name === undefined) throw new RangeError('a code that this system does not know');
  return name;
}

function reverse(table: Readonly<Record<string, string>>, name: string): string {
  const entry = Object.entries(table).find(([, value]) => value === name);
  if (!entry) throw new RangeError('a name that this system has no code for');
  return entry[0];
}
