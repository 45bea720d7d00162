/** The business date of the one-machine stack (architecture, decision 12): one file that gateway and coordinator read at every request. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writePublicFile } from './private-file.js';
import { businessDateFile, DEFAULT_BUSINESS_DATE, type StackSettings } from './settings.js';

/** Throws for anything but a day of the calendar. */
export function checkedDate(text: string): string {
  const date = z.iso.date().safeParse(text);
  if (!date.success) throw new Error(`${JSON.stringify(text)} is not a date; write it as YYYY-MM-DD, for example 2014-04-01`);
  return date.data;
}

export function readBusinessDate(settings: StackSettings): string {
  const file = businessDateFile(settings);
  return existsSync(file) ? checkedDate(readFileSync(file, 'utf8').trim()) : DEFAULT_BUSINESS_DATE;
}

/** Answers the date it was. Readers see the old date or the new one, never half of it. */
export function moveBusinessDate(settings: StackSettings, date: string): string {
  const checked = checkedDate(date);
  const before = readBusinessDate(settings);
  writePublicFile(businessDateFile(settings), `${checked}\n`);
  return before;
}

/** At start: what the settings say, else what the file says, else the date of the source documents. */
export function openBusinessDate(settings: StackSettings): string {
  const date = settings.businessDate ?? readBusinessDate(settings);
  moveBusinessDate(settings, date);
  return date;
}
