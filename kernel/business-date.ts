/** The business date (architecture, decision 12): one source, read by gateway and coordinator; everybody else gets it with the request. */
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const ZONE = 'Europe/Amsterdam';
const HOUR_MS = 3_600_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const businessDateSetting = z
  .string()
  .refine((text) => text === 'today' || text.startsWith('file:') || z.iso.date().safeParse(text).success, 'must be today, YYYY-MM-DD or file:PATH');

/** `today` (Europe/Amsterdam), a fixed YYYY-MM-DD, or `file:PATH` whose only line is the date and may be rewritten while we run. */
export function businessDateSource(setting: string): () => string {
  if (setting === 'today') return today();
  if (setting.startsWith('file:')) return () => readDate(setting.slice('file:'.length));
  return () => setting;
}

/** Asked with every fetch, and telling a date takes long: a day in the Netherlands begins on a whole hour of UTC, so it is told once an hour. */
function today(): () => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
  let known = { hour: -1, date: '' };
  return () => {
    const now = Date.now();
    const hour = Math.floor(now / HOUR_MS);
    if (hour !== known.hour) known = { hour, date: format.format(now) };
    return known.date;
  };
}

function readDate(path: string): string {
  const text = readFileSync(path, 'utf8').trim();
  if (!DATE.test(text)) throw new Error('the business date file does not hold one date');
  return text;
}

/**
 * The moment on the business clock, ISO 8601: the present time of day, in the Netherlands, on the business date; simply now
 * where that date is today. What happens or is read on a business date carries a moment that lies in it.
 */
export function instantOn(businessDate: string, now: string): string {
  const moment = Date.parse(now);
  return new Date(moment + shiftTo(businessDate, moment)).toISOString();
}

/** What lies between a moment and the same time of day on the business date. Clocks in the Netherlands are put on and back on a whole hour of UTC, so that it is told once an hour. */
let told = { businessDate: '', hour: -1, shift: 0 };

function shiftTo(businessDate: string, moment: number): number {
  const hour = Math.floor(moment / HOUR_MS);
  if (told.businessDate === businessDate && told.hour === hour) return told.shift;
  const time = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(ZONE).toPlainTime();
  const there = Temporal.PlainDate.from(businessDate).toZonedDateTime({ timeZone: ZONE, plainTime: time });
  told = { businessDate, hour, shift: there.epochMilliseconds - moment };
  return told.shift;
}
