/** Days of the business date, for those who negotiate while it moves. */
import { Temporal } from 'temporal-polyfill';

export const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
