/**
 * npm run test:national [-- NAME...] [--workers 26000,52000,104000] [--seed 1] [--json FILE]: one pass over a whole country of invented workers, with
 * figures; without a name all parts. Each part is a folder here with a `part.js`. Exit code 1 when one found something wrong.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inRepository } from '../../local/paths.js';
import type { Figures } from '../faults/measures/part.js';
import { NATION, type NationalPart } from './part.js';

/** Name, and the file and function that do it. */
const PARTS: Readonly<Record<string, { readonly file: string; readonly part: string }>> = {
  'labour-years': { file: 'labour-years/part', part: 'labourYears' },
  'statistiek-wsw': { file: 'statistiek-wsw/part', part: 'statistiekWsw' },
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const fileOf = (name: string): string => inRepository('dist', 'test', 'national', `${PARTS[name]?.file}.js`);

async function load(name: string): Promise<NationalPart> {
  const known = PARTS[name];
  if (!known || !existsSync(fileOf(name))) throw new Error(`no part ${name}; there is ${present().join(', ')}`);
  const found = ((await import(fileOf(name))) as Record<string, unknown>)[known.part];
  if (typeof found !== 'function') throw new Error(`test/national/${known.file}.ts exports no function ${known.part}`);
  return found as NationalPart;
}

function present(): string[] {
  return Object.keys(PARTS).filter((name) => existsSync(fileOf(name)));
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { workers: { type: 'string' }, seed: { type: 'string' }, json: { type: 'string' } } });
  const workers = values.workers?.split(',').map(Number) ?? NATION.workers;
  if (workers.some((one) => !Number.isInteger(one) || one <= 0)) throw new Error('--workers takes whole numbers with commas between them');
  const found: Figures[] = [];
  for (const name of positionals.length > 0 ? positionals : present()) {
    const part = await load(name);
    const figures = await part({ workers, seed: Number(values.seed ?? 1), say }).catch((error: Error): Figures => ({ name, figures: {}, violations: [`did not end: ${error.message}`] }));
    say(printed(figures));
    found.push(figures);
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
  return found.some(({ violations }) => violations.length > 0) ? 1 : 0;
}

function printed({ name, figures, violations }: Figures): string {
  const rows = Object.entries(figures).map(([what, figure]) => `  ${what.padEnd(48)} ${figure}`);
  return [name, ...rows, ...violations.map((one) => `VIOLATION ${one}`), `${violations.length} violations`].join('\n');
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
