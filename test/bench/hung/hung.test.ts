import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { inRepository } from '../../../local/paths.js';
import { report } from './report.js';

describe('the bench of a company that hangs', () => {
  it('tells what the others noticed, against what was asked', () => {
    const figures = { companies: 10, rounds: 5, wrong: 0, well: { p50: 10, p95: 20, perSecond: 500 } };
    expect(report({ ...figures, hung: { p50: 10, p95: 23, perSecond: 450 } }, '2014-03-03')).toContain('1.15x what it was (asked: at most 1.2x, reached)');
    expect(report({ ...figures, hung: { p50: 10, p95: 25, perSecond: 450 } }, '2014-03-03')).toContain('1.25x what it was (asked: at most 1.2x, not reached)');
  });

  it('hangs, asks and compares: all its parts run', () => {
    const { stdout } = spawnSync(process.execPath, [inRepository('dist', 'test', 'bench', 'hung', 'main.js'), '--short'], { encoding: 'utf8' });
    expect(stdout).toMatch(/\| one company hung \| \d+ \| [\d.]+ \| [\d.]+ \|/);
  }, 120_000);
});
