/**
 * The long form of the differential proof: `npm run test:engine -- --count 2000 --seed 1 --planner apollo`. Prints what was compared, and every case in which ours
 * is wrong, shrunk; ends with 1 when there is one. With --strict a difference of the library that has no name counts too.
 */
import { parseArgs } from 'node:util';
import { runCampaign, type Campaign } from './campaign.js';
import { compiledGateway, PLANNERS, type PlannerName } from './compiled.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    planner: { type: 'string', default: 'auto' },
    strict: { type: 'boolean', default: false },
  },
});

function plannerFrom(text: string): PlannerName {
  const planner = PLANNERS.find((name) => name === text);
  if (!planner) throw new TypeError(`no planner ${text}: ${PLANNERS.join(', ')}`);
  return planner;
}

function report({ counts, findings }: Campaign, seconds: number): void {
  const { supergraphs, uncomposed, documents, invalid, withFaults, stock } = counts;
  process.stdout.write(`${supergraphs} supergraphs (${uncomposed} did not compose), ${documents} documents (${invalid} not valid), ${withFaults} of them with faults, ${seconds} s\n`);
  for (const [name, times] of stock) process.stdout.write(`the library differs: ${name}: ${times}\n`);
  for (const { what, seed, text } of findings) process.stdout.write(`\n== ${what} (seed ${seed})\n${text}\n`);
  process.stdout.write(`${findings.length} findings\n`);
}

async function main(): Promise<void> {
  const planner = plannerFrom(values.planner);
  const seed = Number(values.seed);
  const started = Date.now();
  process.stdout.write(`seed ${seed}, planner ${planner}\n`);
  const campaign = await runCampaign({ seed, count: Number(values.count), gateway: (sdl) => compiledGateway(sdl, planner), strict: values.strict, maxFindings: 10 });
  report(campaign, Math.round((Date.now() - started) / 1000));
  process.exitCode = campaign.findings.length === 0 ? 0 : 1;
}

await main();
