/**
 * A period of the Statistiek Wsw: the year and 1 or 2. The statistics describe the state on the period's last day, and a
 * later period supersedes an earlier one (Regeling uitvoering sw en begeleid werken, annex to art. 11).
 */

/** `20132` = the second half of 2013; the number grows with time. */
export type HalfYear = number;

export function halfYearOf(text: string): HalfYear | null {
  return /^(19|20)\d{2}[12]$/.test(text) ? Number(text) : null;
}

/** `20131` -> `"2013-06-30"`, `20132` -> `"2013-12-31"`. */
export function lastDayOf(halfYear: HalfYear): string {
  const year = Math.floor(halfYear / 10);
  return halfYear % 10 === 1 ? `${year}-06-30` : `${year}-12-31`;
}
