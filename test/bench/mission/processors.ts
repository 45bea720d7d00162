/** Processor time of whole programs, as Linux counts it: on a machine that others use too it says more than a clock. */
import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux, per second. */
const CLOCK_TICKS = 100;

export interface Seen {
  readonly pid: number;
  readonly parent: number;
  /** Milliseconds so far, its ended and waited-for children counted in. */
  readonly used: number;
}

/** Of the text of /proc/<pid>/stat; the name of a program may hold blanks and brackets. */
export function readStat(pid: number, stat: string): Seen {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
  return { pid, parent: Number(fields[1]), used: ticks * (1_000 / CLOCK_TICKS) };
}

export function below(all: readonly Seen[], roots: readonly number[]): Seen[] {
  const found = new Set(roots);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

/** Milliseconds that these processes and everything below them used so far. */
export function processorTime(roots: readonly number[]): number {
  return below(everyProcess(), roots).reduce((sum, { used }) => sum + used, 0);
}

function everyProcess(): Seen[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.flatMap((name) => {
    try {
      return [readStat(Number(name), readFileSync(`/proc/${name}/stat`, 'utf8'))];
    } catch {
      return [];
    }
  });
}
