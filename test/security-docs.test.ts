/** docs/security.md against the tests: every row names at least one, and each that is named is there under its title. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { inRepository } from '../local/paths.js';
import { readDocument, section, tableRows } from './docs/markdown.js';

interface Named {
  readonly row: string;
  readonly file: string;
  readonly titles: readonly string[];
}

const rows = tableRows(section(readDocument('docs/security.md'), '## Threats'));

function namedIn([row = '', , , held = '']: string[]): Named[] {
  return [...held.matchAll(/`([^`]+\.test\.ts)`([^`]*)/g)].map(([, file = '', after = '']) => ({ row, file, titles: [...after.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '') }));
}

describe('docs/security.md', () => {
  it('has the thirty-six threats, in order', () => {
    expect(rows.map(([row]) => Number(row))).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
  });

  it('names a test for each threat', () => {
    expect(rows.filter((row) => namedIn(row).length === 0).map(([row]) => row)).toEqual([]);
  });

  it('names only tests that are there, by their titles', () => {
    const missing = rows.flatMap(namedIn).flatMap(({ row, file, titles }) => {
      const source = readFileSync(inRepository(file), 'utf8');
      return titles.filter((title) => !source.includes(title)).map((title) => `${row}: ${file} "${title}"`);
    });
    expect(missing).toEqual([]);
  });
});
