/**
 * The mapping of domain/part-time.ts and domain/legacy-date.ts once more, as SQL, for filters and sums that the database
 * does itself. Same rounding: PostgreSQL rounds a positive numeric half up.
 */
import { FULL_WEEK_HOURS } from '../domain/part-time.js';

/** Hours per week of a percentage column. */
export const sqlHours = (column: string): string => `round(${column} * ${FULL_WEEK_HOURS} / 100, 2)`;

/** Date or null of a yyyymmdd column; as numbers, because a text would be made and read again for each row. */
export const sqlDate = (column: string): string => `make_date(nullif(${column}, 0) / 10000, ${column} / 100 % 100, ${column} % 100)`;

/** Local ids are the company's own numbers; anything else names nothing here. */
export function numbersOf(ids: readonly string[]): number[] {
  return ids.filter((id) => /^[1-9]\d{0,8}$/.test(id)).map(Number);
}

/** Number of the row after which a page starts; 0 = from the start. */
export function startAfter(after: string | null): number {
  return after === null ? 0 : (numbersOf([after])[0] ?? 0);
}
