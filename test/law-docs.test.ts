/** docs/law.md against the code: every rule of law/ names its article in its first line, stands in the table, and the files that the table names exist. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { sourceFiles } from './architecture/source-files.js';

const ARTICLE = /\b(arts?\.? ?\d|\d+:\d+|Regeling|Besluit|DDAS|VUM|annex|Wgs|Waadi)/;
const rules = sourceFiles().filter((file) => file.startsWith('law/') && !file.endsWith('.test.ts') && !file.includes('/testing/'));
const table = readFileSync('docs/law.md', 'utf8');
const rows = table.split('\n').filter((line) => /^\|.*`/.test(line));

describe('the table of the law', () => {
  it('has every rule of the code in it', () => {
    expect(rules.filter((file) => !table.includes(`\`${file}\``))).toEqual([]);
    expect(rules.length).toBeGreaterThan(1);
  });

  it('names files that exist, and a test in every row', () => {
    const named = rows.flatMap((row) => [...row.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, file]) => file!));
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
    expect(rows.filter((row) => !/`[\w/.-]+\.test\.ts`/.test(row))).toEqual([]);
  });

  it('stands above code whose first lines cite the article', () => {
    const opening = (file: string): string => readFileSync(file, 'utf8').split('\n').slice(0, 4).join(' ');
    expect(rules.filter((file) => !ARTICLE.test(opening(file)))).toEqual([]);
  });
});
