/** Puts the seeded bugs into a copy of what is built, never into the product itself, and tells which of them the checker found. */
import { spawn } from 'node:child_process';
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inRepository } from '../../local/paths.js';
import { makeTestFolder, removeTestFolder } from '../kit/test-folder.js';
import type { FaultArgs, Figures } from './measures/part.js';
import { SEEDED_BUGS } from './seeded-bugs.js';

/** A file that only the copy has. */
export const MARK = 'COPY-WITH-SEEDED-BUGS';
const COPIED = ['dist', 'schema', 'gateway/pages', 'package.json'];

export interface Found {
  readonly name: string;
  readonly breaks: readonly string[];
  readonly found: boolean;
  /** All that were reported as broken. */
  readonly invariants: readonly string[];
  readonly violations: number;
  readonly commands: number;
  readonly evidence: string;
}

/** `only`: words of the names of some of the bugs. */
export async function seededBugs({ seed, say }: FaultArgs, only: readonly string[] = []): Promise<Figures> {
  const copy = makeTestFolder('seeded');
  try {
    for (const name of COPIED) cpSync(inRepository(name), join(copy, name), { recursive: true });
    symlinkSync(inRepository('node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, MARK), '');
    const found = await runIn(copy, [String(seed), ...only], (one) => say(told(one)));
    const asked = only.length > 0 ? found.length : SEEDED_BUGS.length;
    return {
      name: 'seeded-bugs',
      figures: { 'bugs seeded': found.filter(isBug).length, 'bugs found': found.filter((one) => isBug(one) && one.found).length, ...Object.fromEntries(found.map((one) => [one.name, outcome(one)])) },
      violations: [...found.filter((one) => !one.found).map((one) => `${isBug(one) ? 'not found' : `${one.invariants.join(' ')} reported`}: ${one.name}`), ...(found.length < asked ? [`${asked - found.length} bugs were not tried`] : [])],
    };
  } finally {
    removeTestFolder(copy);
  }
}

const isBug = ({ breaks }: Found): boolean => breaks.length > 0;

function outcome(one: Found): string {
  if (!isBug(one)) return one.found ? 'nothing reported' : `${one.invariants.join(' ')} REPORTED`;
  return one.found ? `${one.breaks.join(' or ')} reported` : 'NOT FOUND';
}

function runIn(copy: string, args: readonly string[], each: (found: Found) => void): Promise<Found[]> {
  return new Promise((resolve, reject) => {
    const all: Found[] = [];
    const child = spawn(process.execPath, [join(copy, 'dist', 'test', 'faults', 'seeded-run.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      const found = JSON.parse(line) as Found;
      all.push(found);
      each(found);
    });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(all) : reject(new Error(`the run with seeded bugs ended with ${code}`))));
  });
}

const told = ({ name, found, breaks, invariants, commands, evidence }: Found): string =>
  `${found ? (breaks.length > 0 ? 'found    ' : 'as it must') : 'NOT FOUND'} ${breaks.join('/').padEnd(6)} ${name} (${commands} commands; reported ${invariants.join(' ') || 'nothing'}) ${evidence}`;
