/** The committed schema is what the services print, composes without a trap, and plans the contract operations at 3 and 30 companies. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { inRepository } from '../local/paths.js';

describe('npm run schema:check', () => {
  it('finds nothing', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [inRepository('dist/schema/check.js')], { cwd: inRepository(), encoding: 'utf8' });
    expect([status, stderr, stdout.split('\n').filter((line) => line !== '' && !line.startsWith('ok'))]).toEqual([0, '', []]);
    expect(stdout).toContain('ok   one-evaluated-plan');
    expect(stdout).toContain('ok   not-stale');
  }, 60_000);
});
