/**
 * npm run test:doors [-- NAME...] [--long] [--seed 1] [--count N] [--from PLACE] [--json FILE] [--here]: what takes longer than a test may,
 * with figures; without a name all that need no argument. Each part is a folder here, with a `run.js` or `<name>.js`; exit code 1 when one found something
 * wrong. They share one stack of their own; `--here` uses the one that SCHAKEL_PORT and SCHAKEL_DATA_DIR tell of.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inRepository } from '../../local/paths.js';
import { readStackSettings } from '../../local/settings.js';
import { startStack, type RunningStack } from '../../local/stack.js';
import type { Figures } from '../faults/measures/part.js';
import { freeBasePort } from '../kit/free-ports.js';
import { makeTestFolder } from '../kit/test-folder.js';
import type { DoorPart } from './part.js';

/** File and exported function; `stack`: it asks at doors that are open. */
const PARTS: Readonly<Record<string, { readonly file: string; readonly part: string; readonly stack: boolean }>> = {
  matrix: { file: 'matrix/part', part: 'matrix', stack: true },
  mutate: { file: 'mutate/part', part: 'mutate', stack: false },
  metamorphic: { file: 'metamorphic/part', part: 'metamorphic', stack: true },
  fuzz: { file: 'fuzz/part', part: 'fuzz', stack: true },
  bombs: { file: 'bombs/part', part: 'bombs', stack: true },
  differencing: { file: 'differencing/part', part: 'differencing', stack: true },
  timing: { file: 'timing/part', part: 'timing', stack: true },
  // Last: it looks at what all the others left behind.
  canaries: { file: 'canaries/part', part: 'canaries', stack: true },
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function load(name: string): Promise<DoorPart> {
  const known = PARTS[name];
  if (!known) throw new Error(`name one or more of ${Object.keys(PARTS).join(', ')}`);
  const file = inRepository('dist', 'test', 'doors', `${known.file}.js`);
  if (!existsSync(file)) throw new Error(`there is no part ${name} yet (test/doors/${known.file}.ts)`);
  const found = ((await import(file)) as Record<string, unknown>)[known.part];
  if (typeof found !== 'function') throw new Error(`test/doors/${known.file}.ts exports no function ${known.part}`);
  return found as DoorPart;
}

/** The kit of the tests knows the stack by these settings. */
async function ownStack(): Promise<RunningStack> {
  process.env['SCHAKEL_PORT'] = String(await freeBasePort());
  process.env['SCHAKEL_DATA_DIR'] = makeTestFolder('doors');
  process.env['SCHAKEL_PG_FAST'] = '1';
  return startStack(readStackSettings(process.env));
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { long: { type: 'boolean' }, here: { type: 'boolean' }, seed: { type: 'string' }, count: { type: 'string' }, from: { type: 'string' }, json: { type: 'string' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(PARTS).filter((name) => existsSync(inRepository('dist', 'test', 'doors', `${PARTS[name]?.file}.js`)));
  const stack = values.here || names.every((name) => PARTS[name]?.stack === false) ? null : await ownStack();
  const found: Figures[] = [];
  try {
    const args = { long: values.long ?? false, seed: Number(values.seed ?? 1), count: values.count === undefined ? undefined : Number(values.count), from: values.from, say };
    for (const name of names) {
      const part = await load(name);
      // What one part cannot finish is told, and the others go on.
      const figures = await part(args).catch((error: Error): Figures => ({ name, figures: {}, violations: [`did not end: ${error.message}`] }));
      say(printed(figures));
      found.push(figures);
    }
  } finally {
    await stack?.destroy();
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
  return found.some(({ violations }) => violations.length > 0) ? 1 : 0;
}

function printed({ name, figures, violations }: Figures): string {
  const rows = Object.entries(figures).map(([what, figure]) => `  ${what.padEnd(48)} ${figure}`);
  return [name, ...rows, ...violations.slice(0, 60).map((one) => `VIOLATION ${one}`), `${violations.length} violations`].join('\n');
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
