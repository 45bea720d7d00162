/** The bench of the mission runs in its short form: both servers give equal answers to every operation. What it measures there is no figure. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inherited } from '../../local/environment.js';
import { inRepository } from '../../local/paths.js';
import { makeTestFolder, removeTestFolder } from '../kit/test-folder.js';
import type { Run } from '../bench/mission/results.js';

const MINUTES = 60_000;

function short(json: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const args = [inRepository('dist', 'test', 'bench', 'mission', 'main.js'), '--short', '--json', json];
    const child = execFile(process.execPath, args, { env: inherited(process.env), timeout: 8 * MINUTES }, (_error, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }));
  });
}

describe('the bench of the mission', () => {
  it('finds the federation and the merged database in agreement on every operation', async () => {
    const folder = makeTestFolder('bench');
    try {
      const { code, output } = await short(join(folder, 'run.json'));
      expect([code, output]).toEqual([0, expect.stringContaining('dossier')]);
      const { runs } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as Run;
      expect(runs.map(({ size, failed }) => [size, failed])).toEqual([['pilot', {}]]);
      expect(runs[0]?.found.map(({ operation, cost }) => [operation, cost.subgraphCalls > 0 && cost.mergedStatements > 0])).toEqual(['dossier', 'worklist', 'placements', 'options', 'handling'].map((name) => [name, true]));
    } finally {
      removeTestFolder(folder);
    }
  }, 9 * MINUTES);
});
