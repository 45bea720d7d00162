/** Which core does what: the gateway has the first for itself, all that measures it shares the last. Without `taskset` nothing is pinned. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const LAST = availableParallelism() - 1;
const canPin = LAST > 0 && spawnSync('taskset', ['--version']).status === 0;

/** What the report says of it. */
export const PINNING = canPin ? `gateway on core 0, subgraphs and load on core ${LAST}` : 'no process pinned to a core';

/** Command and arguments that run a program on the gateway's core. */
export function onGatewayCore(command: string, args: readonly string[]): [string, string[]] {
  return canPin ? ['taskset', ['-c', '0', command, ...args]] : [command, [...args]];
}

/** This process, all its threads, and whatever it starts from now on. */
export function pinMeasuring(): void {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', String(LAST), String(process.pid)]);
}
