/** Runs the short proof with each seeded bug; ends with 1 when one is not found: `npm run test:engine:seeded`. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runCampaign } from './campaign.js';
import { compiledGateway } from './compiled.js';
import { SEEDED_BUGS, type SeededBug } from './seeded-bugs.js';

const BUILT = fileURLToPath(new URL('../..', import.meta.url));
const COPY = join(BUILT, '..', 'gateway-seeded');
const SUPERGRAPHS = 200;
const SEED = 77;

interface Copied {
  readonly runCampaign: typeof runCampaign;
  readonly compiledGateway: typeof compiledGateway;
}

async function withBug({ name, file, from, to }: SeededBug, n: number): Promise<Copied> {
  const folder = join(COPY, String(n));
  cpSync(BUILT, folder, { recursive: true });
  const target = join(folder, 'src/engine', file);
  const text = readFileSync(target, 'utf8');
  if (!text.includes(from)) throw new Error(`the patch of "${name}" no longer fits ${file}`);
  writeFileSync(target, text.replace(from, to));
  const module = (part: string): string => pathToFileURL(join(folder, 'test/differential', part)).href;
  return { ...((await import(module('campaign.js'))) as Pick<Copied, 'runCampaign'>), ...((await import(module('compiled.js'))) as Pick<Copied, 'compiledGateway'>) };
}

/** What the run finds with the engine as it is would be found with every bug. */
async function demandSound(): Promise<void> {
  const { findings } = await runCampaign({ seed: SEED, count: SUPERGRAPHS, gateway: compiledGateway, strict: false, maxFindings: 1, shrink: false });
  if (findings[0]) throw new Error(`without a seeded bug the run finds: ${findings[0].what}`);
}

async function main(): Promise<void> {
  let missed = 0;
  rmSync(COPY, { recursive: true, force: true });
  await demandSound();
  for (const [n, bug] of SEEDED_BUGS.entries()) {
    const copied = await withBug(bug, n);
    const { counts, findings } = await copied.runCampaign({ seed: SEED, count: SUPERGRAPHS, gateway: copied.compiledGateway, strict: false, maxFindings: 1, shrink: false });
    const [found] = findings;
    if (!found) missed += 1;
    process.stdout.write(`${found ? 'found ' : 'MISSED'} after ${counts.documents} documents: ${bug.name}; it breaks: ${bug.breaks}${found ? ` (${found.what})` : ''}\n`);
  }
  process.exitCode = missed === 0 ? 0 : 1;
}

try {
  await main();
} finally {
  rmSync(COPY, { recursive: true, force: true });
}
