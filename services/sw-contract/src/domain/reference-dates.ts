// On which days the workers are counted: today's business date, a given day, or, by PERIOD, the last days of the half-years
// that the Statistiek Wsw is delivered over (Regeling statistiek Wsw: 30 June and 31 December).

export interface ReferenceDate {
  /** '2013-2' for a half-year, the date itself otherwise. */
  readonly period: string;
  readonly on: string;
}

const HALF_YEARS_SHOWN = 4;

/** @param on a chosen day, or null for the business date; ignored when counting by period */
export function referenceDates(byPeriod: boolean, on: string | null, businessDate: string): ReferenceDate[] {
  const day = on ?? businessDate;
  return byPeriod ? lastHalfYears(day) : [{ period: day, on: day }];
}

function lastHalfYears(day: string): ReferenceDate[] {
  const year = Number(day.slice(0, 4));
  const ends = [year - 2, year - 1, year].flatMap((one) => [
    { period: `${one}-1`, on: `${one}-06-30` },
    { period: `${one}-2`, on: `${one}-12-31` },
  ]);
  return ends.filter((end) => end.on <= day).slice(-HALF_YEARS_SHOWN);
}
