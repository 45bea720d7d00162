/**
 * Numbers of people where none may be. Every invented number starts with 99 and passes the eleven-test; a number by itself is
 * found, and so is one inside a record of fixed width, which is one long row of digits. Parts of ids and hashes do not count.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passesElevenTest } from '../../local/population/bsn.js';
import { findHome } from '../../local/postgres/home.js';
import { logsDir, readStackSettings } from '../../local/settings.js';

const RECORD = 40;

export function personNumbersIn(text: string): string[] {
  return [...text.matchAll(/(?<![A-Za-z0-9_-])\d{9,}(?![A-Za-z0-9_-])/g)].flatMap(([digits]) => {
    const last = digits.length >= RECORD ? digits.length - 9 : digits.length === 9 ? 0 : -1;
    const windows = Array.from({ length: last + 1 }, (_, start) => digits.slice(start, start + 9));
    return windows.filter((number) => number.startsWith('99') && passesElevenTest(number));
  });
}

/** All logs of this stack, the database's own included: file name and content. */
export function allLogs(): { readonly name: string; readonly text: string }[] {
  const settings = readStackSettings(process.env);
  const folder = logsDir(settings);
  const files = readdirSync(folder).map((name) => join(folder, name));
  const home = findHome(settings.dataDir);
  return [...files, ...(home ? [home.logFile] : [])].map((name) => ({ name, text: readFileSync(name, 'utf8') }));
}
