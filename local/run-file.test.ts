import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, isRunning } from './process-identity.js';
import { livingRunner, RunFile } from './run-file.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakel-run-file-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const URL_HERE = 'http://127.0.0.1:4000';

describe('the run file', () => {
  it('gives the data folder to one runner', async () => {
    const first = await RunFile.take(dataDir, URL_HERE);
    expect(first).toBeInstanceOf(RunFile);
    expect(await RunFile.take(dataDir, URL_HERE)).toMatchObject({ state: 'starting', url: URL_HERE, runner: { pid: process.pid } });
    (first as RunFile).release();
    expect(livingRunner(dataDir)).toBeNull();
  });

  it('ends what a dead runner left, and nothing else', async () => {
    const left = spawn('/bin/sleep', ['60']);
    const orphan = identify(left.pid ?? 0);
    const children = { orphan, stranger: { pid: process.pid, startedAt: 'the number of a dead one, now ours' } };
    writeFileSync(join(dataDir, 'stack.json'), JSON.stringify({ runner: { pid: 1, startedAt: 'never' }, state: 'running', url: URL_HERE, children }));
    expect(await RunFile.take(dataDir, URL_HERE)).toBeInstanceOf(RunFile);
    expect(orphan && isRunning(orphan)).toBe(false);
  });

  it('is taken over when it is broken', async () => {
    writeFileSync(join(dataDir, 'stack.json'), '{"runner":');
    expect(await RunFile.take(dataDir, URL_HERE)).toBeInstanceOf(RunFile);
  });
});
