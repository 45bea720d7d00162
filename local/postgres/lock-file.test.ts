import { describe, expect, it } from '@jest/globals';
import { parseLock } from './lock-file.js';

const LINES = ['4711', '/data/cluster', '1393800000', '4032', '', '127.0.0.1', '  1234567   0', 'ready   '];

describe('the lock file of PostgreSQL', () => {
  it('tells who serves on which port', () => {
    expect(parseLock(`${LINES.join('\n')}\n`)).toEqual({ pid: 4711, port: 4032, ready: true });
  });

  it('is not ready while the server starts or stops', () => {
    expect(parseLock([...LINES.slice(0, 7), 'stopping'].join('\n'))?.ready).toBe(false);
    expect(parseLock(LINES.slice(0, 5).join('\n'))?.ready).toBe(false);
  });

  it('is no lock when it is empty or half written', () => {
    expect(parseLock('')).toBeNull();
    expect(parseLock('not a number\n')).toBeNull();
  });
});
