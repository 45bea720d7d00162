import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { cpuMs, openHandles, peakRssMiB, processTree, rssMiB } from './proc.js';

describe('what the system says of a process', () => {
  it('has CPU time, memory and handles of our own', () => {
    const pids = [process.pid];
    expect(cpuMs(pids)).toBeGreaterThan(0);
    expect(peakRssMiB(pids)).toBeGreaterThan(10);
    expect(rssMiB(pids)).toBeGreaterThan(10);
    expect(openHandles(pids)).toBeGreaterThan(3);
  });

  it('counts what a process started with it', async () => {
    const shell = spawn('sh', ['-c', 'sleep 20 & echo on; wait']);
    await once(shell.stdout, 'data');
    const tree = processTree(shell.pid ?? 0);
    expect(tree).toHaveLength(2);
    for (const pid of [...tree].reverse()) process.kill(pid);
    await once(shell, 'exit');
    expect([cpuMs(tree), peakRssMiB(tree), openHandles(tree)].every(Number.isFinite)).toBe(true);
  });
});
