/** One pass in a process of its own, so that its memory is its own: prints what it found and took as one line of JSON. */
import { nationalPass } from './pass.js';

export interface RunResult {
  readonly workers: number;
  readonly positions: number;
  readonly municipalities: number;
  readonly companies: number;
  readonly total: string;
  readonly grants: string;
  readonly fees: string;
  readonly movers: number;
  readonly clawbacks: string;
  readonly short: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly violations: readonly string[];
}

/** So many workers pass before the clock starts: a machine that has just begun is slow. */
const WARM_UP = 2_000;

const [workers = 0, seed = 1, year = 2013] = process.argv.slice(2).map(Number);
nationalPass(WARM_UP, seed + 1, year);
const [start, cpu] = [performance.now(), process.cpuUsage()];
const { municipalities, companies, settled, ...rest } = nationalPass(workers, seed, year);
const used = process.cpuUsage(cpu);
const result: RunResult = {
  ...settled, ...rest, municipalities: municipalities.length, companies: companies.length,
  wallMs: Math.round(performance.now() - start), cpuMs: Math.round((used.user + used.system) / 1_000), rssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
