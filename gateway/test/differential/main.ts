/**
 * The long form of the differential proof: `npm run test:engine -- --count 2000 --seed 1 --planner apollo`. Prints what was compared, and every case in which ours
 * is wrong, shrunk; ends with 1 when there is one. With --strict a difference of the library that has no name counts too. Each round has a process of its own, because
 * a planner in machine code that gives up takes its process along; how many did is told (the gateway's own planners stand in processes of their own, decision 0023).
 */
import { parseArgs } from 'node:util';
import { compiledGateway, PLANNERS, type PlannerName } from './compiled.js';
import { runCampaign } from './campaign.js';
import { addTo, nothingYet, roundInItsOwnProcess, written, type Tally } from './tally.js';

const OPTIONS = {
  count: { type: 'string', default: '300' },
  seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
  planner: { type: 'string', default: 'auto' },
  strict: { type: 'boolean', default: false },
  /** One round, told as JSON to whoever started it. */
  round: { type: 'boolean', default: false },
} as const;

const ROUND = 25;
const MAX_FINDINGS = 10;

function plannerFrom(text: string): PlannerName {
  const planner = PLANNERS.find((name) => name === text);
  if (!planner) throw new TypeError(`no planner ${text}: ${PLANNERS.join(', ')}`);
  return planner;
}

function report({ counts, findings, ended }: Tally, seconds: number): void {
  const { supergraphs, uncomposed, documents, invalid, withFaults, stock } = counts;
  process.stdout.write(`${supergraphs} supergraphs (${uncomposed} did not compose), ${documents} documents (${invalid} not valid), ${withFaults} of them with faults, ${seconds} s\n`);
  for (const [name, times] of stock) process.stdout.write(`the library differs: ${name}: ${times}\n`);
  if (ended.length > 0) process.stdout.write(`rounds that a planner ended with its process: ${ended.length} (seeds ${ended.join(', ')})\n`);
  for (const { what, seed, text } of findings) process.stdout.write(`\n== ${what} (seed ${seed})\n${text}\n`);
  process.stdout.write(`${findings.length} findings\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const [planner, seed, count, started] = [plannerFrom(values.planner), Number(values.seed), Number(values.count), Date.now()];
  if (values.round) {
    process.stdout.write(written(await runCampaign({ seed, count, gateway: (sdl) => compiledGateway(sdl, planner), strict: values.strict, maxFindings: 1 })));
    return;
  }
  process.stdout.write(`seed ${seed}, planner ${planner}\n`);
  const tally = nothingYet();
  for (let done = 0; done < count && tally.findings.length < MAX_FINDINGS; done += ROUND) {
    addTo(tally, seed + done, roundInItsOwnProcess(['--seed', String(seed + done), '--count', String(Math.min(ROUND, count - done)), '--planner', planner, ...(values.strict ? ['--strict'] : [])]));
  }
  report(tally, Math.round((Date.now() - started) / 1000));
  process.exitCode = tally.findings.length === 0 ? 0 : 1;
}

await main();
