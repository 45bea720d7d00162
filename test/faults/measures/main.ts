/** npm run test:faults -- race [--long] [--seed 1] [--json FILE]: one measure, or several; exit code 1 when one of them found something wrong. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { commands } from './commands.js';
import { hung } from './hung.js';
import type { Figures, FaultPart } from './part.js';
import { pgKill } from './pg-kill.js';
import { race } from './race.js';
import { seededBugs } from '../seeded-copy.js';
import { tampering } from './tampering.js';
import { throughput } from './throughput.js';

const MEASURES: Readonly<Record<string, FaultPart>> = { race, commands, 'pg-kill': pgKill, hung, throughput, tampering, 'seeded-bugs': seededBugs };

export async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { long: { type: 'boolean' }, seed: { type: 'string' }, json: { type: 'string' } } });
  const unknown = positionals.filter((name) => !MEASURES[name]);
  if (unknown.length > 0 || positionals.length === 0) throw new Error(`name one or more of ${Object.keys(MEASURES).join(', ')}`);
  const found: Figures[] = [];
  for (const name of positionals) {
    const figures = await (MEASURES[name] as FaultPart)({ long: values.long ?? false, seed: Number(values.seed ?? 1), say: (line) => process.stdout.write(`${line}\n`) });
    process.stdout.write(`${printed(figures)}\n`);
    found.push(figures);
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
  return found.some(({ violations }) => violations.length > 0) ? 1 : 0;
}

function printed({ name, figures, violations }: Figures): string {
  const rows = Object.entries(figures).map(([what, figure]) => `  ${what.padEnd(48)} ${figure}`);
  return [name, ...rows, ...violations.slice(0, 40).map((one) => `VIOLATION ${one}`), `${violations.length} violations`].join('\n');
}
