/** docs/official-deliveries.md against the rules: every rule that can refuse something is explained, and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MISTAKES } from '#law/statistics/testing/mistakes.js';
import { inRepository } from '../local/paths.js';
import { codeWords, readDocument, section, tableRows } from './docs/markdown.js';

const guide = readDocument('docs/official-deliveries.md');
const explained = (heading: string): string[] => tableRows(section(guide, heading)).flatMap(([cell = '']) => codeWords(cell));
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Words with hyphens in quotes; the kinds of fields and the names of packages are no rules. */
function rulesIn(...folders: string[]): string[] {
  const files = folders.flatMap((folder) => readdirSync(inRepository(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => inRepository(folder, name)));
  const words = files.flatMap((file) => [...readFileSync(file, 'utf8').replace(/^import .*$/gm, '').matchAll(/'([a-z]+(?:-[a-z0-9]+)+)'/g)].map(([, word]) => word!));
  return words.filter((word) => !['half-year', 'statistiek-wsw'].includes(word));
}

describe('docs/official-deliveries.md', () => {
  it('explains every rule of the Statistiek Wsw, and no other', () => {
    const found = ['empty', 'duplicate', ...rulesIn('law/statistics', 'law/statistics/rules')];
    expect(sorted(explained('## Statistiek Wsw'))).toEqual(sorted(found));
    expect(sorted(MISTAKES.map(({ rule }) => rule)).filter((rule) => !found.includes(rule))).toEqual([]);
  });

  it('explains every rule of the monthly tables, and no other', () => {
    const found = ['empty', 'other-month', 'wrong-header', ...rulesIn('law/value-tables', 'law/srg', 'law/bus', 'law/bdfs')];
    const named = tableRows(section(guide, '## SRG, BUS and BDFS')).flatMap(([cell = '']) => codeWords(cell)).filter((word) => !['srg', 'bus', 'bdfs'].includes(word));
    expect(sorted(named)).toEqual(sorted(found));
  });
});
