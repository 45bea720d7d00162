/**
 * The Statistiek Wsw of a whole country in one delivery: 104,000 people, ninety companies and a register of residents over real HTTP, one record
 * each. Looks at memory and time of the exporting process, and judges every record as CBS would.
 */
import { DeliveryChecks } from '#law/statistics/delivery-checks.js';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import type { Figures } from '../../faults/measures/part.js';
import type { NationalArgs } from '../part.js';
import { HALF_YEAR, municipalityOf } from './country.js';
import { Exporter } from './exporter.js';

const MOST_MB = 300;
/** Processor per thousand of the largest against that of the smallest: others at work on the machine cost time and no processor. */
const FLAT = 1.5;
const PATIENCE_MS = 1_800_000;

interface Run {
  readonly people: number;
  readonly records: number;
  readonly seconds: number;
  /** Of the processor of the exporting process. */
  readonly msPerThousand: number;
  readonly peakMb: number;
  readonly faults: readonly string[];
}

export async function statistiekWsw({ workers, say }: NationalArgs): Promise<Figures> {
  const exporter = await Exporter.start(workers);
  try {
    const runs: Run[] = [];
    for (const [index, people] of workers.entries()) {
      const run = await one(exporter, municipalityOf(index), people);
      say(`statistiek-wsw: ${run.people} people, ${run.records} records in ${run.seconds.toFixed(1)} s, ${run.msPerThousand} ms of processor per 1,000, at most ${run.peakMb} MB`);
      runs.push(run);
    }
    return { name: 'statistiek-wsw', figures: figuresOf(runs), violations: [...runs.flatMap(violationsOf), ...slower(runs)] };
  } finally {
    await exporter.stop();
  }
}

async function one(exporter: Exporter, municipality: string, people: number): Promise<Run> {
  const checks = new DeliveryChecks(LAYOUT_2008, HALF_YEAR, { responsible: municipality });
  const faults: string[] = [];
  let records = 0;
  const [started, before] = [performance.now(), exporter.processor()];
  const rest = exporter.watch();
  try {
    for await (const line of exporter.lines(municipality, PATIENCE_MS)) {
      records += 1;
      faults.push(...checks.addLine(records, line).map(({ record, field, rule }) => `record ${record}: ${field} ${rule}`));
    }
  } finally {
    rest();
  }
  const ms = performance.now() - started;
  const processor = exporter.processor() - before;
  faults.push(...checks.end().map(({ record, field, rule }) => `record ${record}: ${field} ${rule}`));
  return { people, records, seconds: ms / 1_000, msPerThousand: Math.round((processor * 1_000) / people), peakMb: exporter.peak, faults };
}

function figuresOf(runs: readonly Run[]): Record<string, number | string> {
  return Object.fromEntries(runs.map(({ people, records, seconds, msPerThousand, peakMb }) => [`${people} people`, `${records} records, ${seconds.toFixed(1)} s, ${msPerThousand} ms of processor per 1,000, ${peakMb} MB`]));
}

function violationsOf({ people, records, peakMb, faults }: Run): string[] {
  const counted = records === people ? [] : [`${people} people have ${records} records`];
  return [...counted, ...(peakMb > MOST_MB ? [`the exporting process took ${peakMb} MB`] : []), ...faults.slice(0, 20)];
}

function slower(runs: readonly Run[]): string[] {
  const [first, last] = [runs[0], runs.at(-1)];
  return first && last && last.msPerThousand > FLAT * first.msPerThousand ? [`${last.msPerThousand} ms of processor per 1,000 against ${first.msPerThousand}: not flat`] : [];
}
