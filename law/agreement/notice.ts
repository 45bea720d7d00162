/**
 * Notice of an employment contract. BW art. 7:672, BWBR0005290 (2015): to the end of a month unless agreed or used otherwise; the employer one, two,
 * three or four months by the years of service, the worker one. Deviation by collective agreement is not known here.
 */
import { Temporal } from 'temporal-polyfill';

/** Years of service from which the employer's notice is one month longer. */
const LONGER_FROM_YEARS: readonly number[] = [5, 10, 15];
const WORKER_MONTHS = 1;

export type GivenBy = 'EMPLOYER' | 'WORKER';

/** Months, by the service on the day of the notice. */
export function noticeMonths(by: GivenBy, employedFrom: string, noticeOn: string): number {
  if (by === 'WORKER') return WORKER_MONTHS;
  const { years } = Temporal.PlainDate.from(employedFrom).until(noticeOn, { largestUnit: 'years' });
  return 1 + LONGER_FROM_YEARS.filter((least) => years >= least).length;
}

/** Last day of the contract: the end of the month in which the notice is over. */
export function endByNotice(noticeOn: string, months: number): string {
  const over = Temporal.PlainDate.from(noticeOn).add({ months });
  return over.with({ day: over.daysInMonth }).toString();
}
