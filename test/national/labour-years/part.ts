/**
 * Labour years and money of the whole country in one pass, at growing sizes: the time per thousand workers and the memory must not grow with the country.
 * Time is that of the processor, because others use the machine too.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepository } from '../../../local/paths.js';
import type { Figures } from '../../faults/measures/part.js';
import { NATION, type NationalArgs } from '../part.js';
import type { RunResult } from './run.js';

const YEAR = 2013;
const MOST_RSS_MB = 300;
/** From the smallest to the largest. */
const MOST_GROWTH = 1.25;

async function run(workers: number, seed: number): Promise<RunResult> {
  const script = inRepository('dist', 'test', 'national', 'labour-years', 'run.js');
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(workers), String(seed), String(YEAR)]);
  return JSON.parse(stdout) as RunResult;
}

const perThousand = ({ cpuMs, workers }: RunResult): number => (cpuMs * 1_000) / workers;

export async function labourYears({ workers, seed, say }: NationalArgs): Promise<Figures> {
  const results: RunResult[] = [];
  for (const count of workers) {
    const result = await run(count, seed);
    say(`labour-years: ${count} workers, ${result.positions} month ends, ${result.wallMs} ms, ${result.cpuMs} ms of processor, ${result.rssMb} MB`);
    results.push(result);
  }
  return { name: 'labour-years', figures: figuresOf(results), violations: [...results.flatMap(({ violations }) => violations), ...growth(results)] };
}

function figuresOf(results: readonly RunResult[]): Record<string, number | string> {
  const sizes = results.map((one): [string, string] => [`${one.workers} workers`, `${(one.wallMs / 1_000).toFixed(1)} s, ${perThousand(one).toFixed(1)} ms of processor per 1,000, at most ${one.rssMb} MB`]);
  const last = results.at(-1)!;
  return {
    ...Object.fromEntries(sizes), 'month-end positions': last.positions, 'municipalities, companies': `${last.municipalities}, ${last.companies}`, 'labour years, one total': last.total,
    'grants, EUR': last.grants, 'clawbacks, EUR (municipalities)': `${last.clawbacks} (${last.short})`, 'fees after moves, EUR (persons)': `${last.fees} (${last.movers})`,
  };
}

function growth(results: readonly RunResult[]): string[] {
  const [first, last] = [results[0]!, results.at(-1)!];
  const times = perThousand(last) / perThousand(first);
  return [
    ...(times > MOST_GROWTH ? [`the time per 1,000 workers grew ${times.toFixed(2)} times from ${first.workers} to ${last.workers}`] : []),
    ...(last.rssMb > MOST_RSS_MB ? [`${last.rssMb} MB for ${last.workers} workers`] : []),
    ...(last.workers >= NATION.workers[0] && last.municipalities !== NATION.municipalities ? [`only ${last.municipalities} municipalities have a total`] : []),
  ];
}
