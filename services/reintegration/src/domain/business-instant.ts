// Guarantees: what happens on a business date carries an instant of that date; where the business date is today, it is simply now.
// Architecture decision 12 (two clocks): histories are read by the business date, so their instants must lie in it.
import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/Amsterdam';

/** The time of day of `now` (ISO 8601 instant), in the Netherlands, on the business date; as an ISO 8601 instant with milliseconds. */
export function instantOn(businessDate: string, now: string): string {
  const time = Temporal.Instant.from(now).toZonedDateTimeISO(ZONE).toPlainTime();
  const moment = Temporal.PlainDate.from(businessDate).toZonedDateTime({ timeZone: ZONE, plainTime: time });
  return moment.toInstant().toString({ fractionalSecondDigits: 3 });
}
