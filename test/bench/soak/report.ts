/** Whether anything grew: memory, handles, the slowest answers. */
import { median, percentile, slope } from '../load/figures.js';

export interface Sample {
  readonly minutes: number;
  readonly rssMiB: number;
  readonly heapMiB: number;
  readonly handles: number;
  readonly latencies: readonly number[];
  readonly asked: number;
  readonly wrong: number;
}

export interface Verdict {
  /** Per hour, by a line through all samples after the first sixth. */
  readonly rssGrowthMiB: number;
  readonly handlesGrowth: number;
  /** p99 of the last sixth against that of the first full one, which comes after the first sixth: that one warms up. */
  readonly p99Drift: number;
}

export const TARGETS = { p99Drift: 0.1 };

export function verdictOf(samples: readonly Sample[]): Verdict {
  const sixths = inSixths(samples);
  const settled = sixths.slice(1).flat();
  const minutes = settled.map((one) => one.minutes);
  const p99 = (some: readonly Sample[] | undefined): number => percentile((some ?? []).flatMap(({ latencies }) => latencies), 99);
  const handles = (some: readonly Sample[] | undefined): number => median((some ?? []).map((one) => one.handles));
  return {
    rssGrowthMiB: slope(minutes, settled.map(({ rssMiB }) => rssMiB)) * 60,
    handlesGrowth: handles(sixths[5]) - handles(sixths[1]),
    p99Drift: p99(sixths[5]) / p99(sixths[1]) - 1,
  };
}

export function inSixths(samples: readonly Sample[]): Sample[][] {
  return Array.from({ length: 6 }, (_, index) => samples.slice(Math.floor((index * samples.length) / 6), Math.floor(((index + 1) * samples.length) / 6)));
}

export function report(samples: readonly Sample[], about: { at: string; clients: number; swaps: number; kinds: ReadonlyMap<string, number> }): string {
  const { rssGrowthMiB, handlesGrowth, p99Drift } = verdictOf(samples);
  const sum = (key: 'asked' | 'wrong'): number => samples.reduce((total, one) => total + one[key], 0);
  const rows = inSixths(samples).map((some) => {
    const latencies = some.flatMap((one) => one.latencies);
    const of = (key: 'rssMiB' | 'heapMiB' | 'handles'): string => median(some.map((one) => one[key])).toFixed(0);
    return `| ${(some.at(-1)?.minutes ?? 0).toFixed(1)} | ${some.reduce((total, { asked }) => total + asked, 0)} | ${of('rssMiB')} | ${of('heapMiB')} | ${of('handles')} | ${percentile(latencies, 50).toFixed(1)} | ${percentile(latencies, 99).toFixed(1)} |`;
  });
  return [
    `Measured ${about.at}, ${(samples.at(-1)?.minutes ?? 0).toFixed(0)} minutes, one gateway with the whole profile, ${about.clients} clients, Node ${process.version}: ${sum('asked')} requests (${[...about.kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}), ${about.swaps} new supergraphs, ${sum('wrong')} answers that were not right.`,
    ['| until minute | requests | RSS MiB | heap MiB | open files and sockets | p50 ms | p99 ms |', '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |', ...rows].join('\n'),
    `After the first sixth memory grew by ${rssGrowthMiB.toFixed(1)} MiB an hour and open files and sockets by ${handlesGrowth.toFixed(0)}; the p99 of the light question changed by ${(p99Drift * 100).toFixed(1)} % from the second sixth to the last (asked: under ${TARGETS.p99Drift * 100} %).`,
  ].join('\n\n');
}
