import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveBusinessDate, openBusinessDate, readBusinessDate } from './business-date.js';
import { readStackSettings, type StackSettings } from './settings.js';

let settings: StackSettings;
beforeEach(() => {
  settings = readStackSettings({ SCHAKEL_DATA_DIR: mkdtempSync(join(tmpdir(), 'schakel-date-')) });
});
afterEach(() => rmSync(settings.dataDir, { recursive: true, force: true }));

describe('the business date of the stack', () => {
  it('begins in the period of the source documents', () => {
    expect(openBusinessDate(settings)).toBe('2014-03-03');
  });

  it('stays where it was moved to, and the move tells where it was', () => {
    expect(moveBusinessDate(settings, '2014-04-01')).toBe('2014-03-03');
    expect(openBusinessDate(settings)).toBe('2014-04-01');
  });

  it('is what the settings say at a start', () => {
    moveBusinessDate(settings, '2014-04-01');
    expect(openBusinessDate({ ...settings, businessDate: '2015-07-01' })).toBe('2015-07-01');
  });

  it('refuses what is no day of the calendar and stays as it was', () => {
    for (const text of ['2014-02-30', '1 april', '', '2014-4-1']) expect(() => moveBusinessDate(settings, text)).toThrow(/is not a date/);
    expect(readBusinessDate(settings)).toBe('2014-03-03');
  });
});
