import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { inRepository } from '../../../local/paths.js';
import type { Run } from './report.js';

const folder = mkdtempSync(join(tmpdir(), 'schakel-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the gateway bench', () => {
  it('compares, asks and counts: all its parts run, and every answer is right', () => {
    const json = join(folder, 'run.json');
    const args = ['--short', '--only', 'ours,ours-profile,stock', '--questions', 'light,heavy', '--connections', '4', '--json', json];
    const { status, stderr } = spawnSync(process.execPath, [inRepository('dist', 'test', 'bench', 'gateway', 'main.js'), ...args], { encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('all answers are equal') as unknown });
    const { run } = JSON.parse(readFileSync(json, 'utf8')) as { run: Run };
    expect(run.figures.map(({ name }) => name)).toEqual(['ours', 'ours-profile', 'stock']);
    for (const { peakRssMiB, medians } of run.figures) {
      expect(Object.keys(medians)).toEqual(['light', 'heavy']);
      expect(medians['light']).toMatchObject({ callsPerRequest: 2 });
      for (const value of [peakRssMiB, ...Object.values(medians).flatMap((one) => Object.values(one))]) expect(value).toBeGreaterThan(0);
    }
  }, 120_000);
});
