/** The days of which figures are published: ends of quarters that have passed, so that no figure moves with one person from one day to the next. */

/** The last day of the last quarter that has passed. */
export function lastQuarterEnd(businessDate: string): string {
  const year = Number(businessDate.slice(0, 4));
  const ends = [`${year - 1}-12-31`, ...['03-31', '06-30', '09-30', '12-31'].map((end) => `${year}-${end}`)];
  return ends.filter((end) => end < businessDate).at(-1) ?? `${year - 1}-12-31`;
}

export function isQuarterEnd(date: string): boolean {
  return /-(03-31|06-30|09-30|12-31)$/.test(date);
}
