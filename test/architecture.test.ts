/** Holds the house together: imports go one way, no cycles, no barrels, sizes below the stops, words that may not stand where they do. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findCycles } from './architecture/cycles.js';
import { forbiddenWords } from './architecture/forbidden-words.js';
import { importFaults } from './architecture/import-rules.js';
import { functionLengths, median } from './architecture/sizes.js';
import { importsOf, sourceFiles } from './architecture/source-files.js';

const files = sourceFiles();
const FILE_STOP = 300;
const TEST_FILE_STOP = 400;
const FUNCTION_STOP = 60;

describe('the house', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('lets imports go one way, type imports included', () => {
    expect(files.flatMap((file) => importFaults(file, importsOf(file)))).toEqual([]);
  });

  it('has no ring of imports', () => {
    expect(findCycles(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
  });

  it('has no barrel: no file only passes on what others export', () => {
    const passingOn = files.filter((file) => /^export (\*|\{[^}]*\}) from /m.test(readFileSync(file, 'utf8')));
    expect(passingOn).toEqual([]);
  });

  it('has no word where it may not stand', () => {
    expect(files.flatMap((file) => forbiddenWords(file, readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('sizes', () => {
  const lengths = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }));
  const isTest = (file: string): boolean => file.endsWith('.test.ts');

  it(`stop at ${FILE_STOP} lines for a source file and ${TEST_FILE_STOP} for a test`, () => {
    expect(lengths.filter(({ file, lines }) => lines > (isTest(file) ? TEST_FILE_STOP : FILE_STOP))).toEqual([]);
  });

  it(`stop at ${FUNCTION_STOP} lines for a function`, () => {
    const long = files.filter((file) => !isTest(file)).flatMap((file) => functionLengths(file).filter(({ lines }) => lines > FUNCTION_STOP));
    expect(long).toEqual([]);
  });

  it('are printed', () => {
    const sources = lengths.filter(({ file }) => !isTest(file)).map(({ lines }) => lines);
    const functions = files.filter((file) => !isTest(file)).flatMap((file) => functionLengths(file).map(({ lines }) => lines));
    process.stdout.write(`source files ${sources.length}, median ${median(sources)} lines; functions ${functions.length}, median ${median(functions)} lines\n`);
    expect(median(sources)).toBeLessThanOrEqual(80);
    expect(median(functions)).toBeLessThanOrEqual(10);
  });
});
