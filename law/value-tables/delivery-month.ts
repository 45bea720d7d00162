/** Regeling statistiek Participatiewet, IOAW en IOAZ, arts 2, 3 and 4: a delivery is about one calendar month, and is due four weeks after it. */
import { Temporal } from 'temporal-polyfill';

/** `('2015', '02')` -> `'2015-03-28'`, as counted; whether a day off moves it is a matter of the Algemene termijnenwet (law/terms). */
export function monthlyDeliveryDueOn(year: string, month: string): string {
  const of = Temporal.PlainYearMonth.from({ year: Number(year), month: Number(month) });
  return of.toPlainDate({ day: of.daysInMonth }).add({ weeks: 4 }).toString();
}
