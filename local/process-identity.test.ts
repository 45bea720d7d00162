import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { endProcess, identify, isRunning, startFromStat } from './process-identity.js';

const stat = (state: string): string => `4711 (a (strange) name) ${state} ${Array.from({ length: 18 }, (_, index) => index).join(' ')} 987654 0 0`;

describe('the identity of a process', () => {
  it('is read past a command name with spaces and brackets', () => {
    expect(startFromStat(stat('S'))).toBe('987654');
  });

  it('is none for a process that only waits to be buried', () => {
    expect(startFromStat(stat('Z'))).toBeNull();
  });

  it('tells the same process from another one with its number', () => {
    const self = identify(process.pid);
    expect(self && isRunning(self)).toBe(true);
    expect(isRunning({ pid: process.pid, startedAt: 'another moment' })).toBe(false);
    expect(identify(0)).toBeNull();
  });

  it('ends a process that does not listen', async () => {
    const deaf = spawn('/bin/sh', ['-c', 'trap "" TERM; echo on; while :; do sleep 1; done'], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((resolve) => deaf.stdout.once('data', resolve));
    const identity = identify(deaf.pid ?? 0);
    expect(identity && (await endProcess(identity, 100))).toBe(true);
    expect(identity && isRunning(identity)).toBe(false);
  });
});
