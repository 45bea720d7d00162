/** The figures as people read them: what each operation costs, both sides, the ratios with their targets, and the growth from the pilot to the country. */
import { cpus, release, totalmem } from 'node:os';
import { type Latencies, ratio } from './measures.js';
import type { Found, Run, SizeRun } from './results.js';

export const TARGETS = { dossierP50: 2, dossierThroughput: 0.5, growthP95: 1.5 } as const;

const number = (value: number, digits = 1): string => (Number.isFinite(value) ? value.toFixed(digits) : '-');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => [row(heads), row(heads.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

export function report(run: Run): string {
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.version}`;
  return [
    `Measured ${run.at} on ${machine}, whose load before was ${number(run.loadBefore)}; one client, then ${run.clients}, ${run.rounds} rounds of ${run.seconds} s each and both sides in turns, each warmed up before until a request took no less processor time; medians of the rounds.`,
    ...run.runs.map(ofSize),
    ...growthTable(run),
    verdicts(run),
  ].join('\n\n');
}

function ofSize({ size, engine, counts, found, failed }: SizeRun): string {
  const rows = Object.entries(counts).map(([table, count]) => `${count} ${table}`).join(', ');
  const heads = ['operation', 'side', 'p50', 'p95', 'p99', 'p50 busy', 'p95 busy', 'requests/s', 'CPU-ms/request', 'questions to services', 'between services', 'SELECTs', 'bytes'];
  const sides = found.flatMap((one) => [side(one, 'federation'), side(one, 'merged'), ratios(one)]);
  const missing = Object.entries(failed).map(([operation, why]) => `\n\nNot measured, ${operation}: ${why}`);
  return `**${size}, engine ${engine}**: ${rows}.\n\n${table(heads, sides)}${missing.join('')}`;
}

function side({ operation, cost, federation, merged }: Found, name: 'federation' | 'merged'): string[] {
  const { alone, busy, processor } = name === 'federation' ? federation : merged;
  const counted = name === 'federation' ? [cost.subgraphCalls, cost.betweenServices, cost.statements, cost.bytes].map(String) : ['', '', String(cost.mergedStatements), ''];
  return [name === 'federation' ? operation : '', name, ...times(alone), number(busy.p50), number(busy.p95), number(busy.rps), number(processor), ...counted];
}

const times = ({ p50, p95, p99 }: Latencies): string[] => [p50, p95, p99].map((one) => number(one));

/** How often the merged server's figure goes into the federation's. */
export function ratios({ federation, merged }: Found): string[] {
  const of = (figure: (side: Found['federation']) => number): string => `${number(ratio(figure(federation), figure(merged)), 2)}x`;
  return ['', 'ratio', of(({ alone }) => alone.p50), of(({ alone }) => alone.p95), of(({ alone }) => alone.p99), of(({ busy }) => busy.p50), of(({ busy }) => busy.p95), of(({ busy }) => busy.rps), of(({ processor }) => processor), '', '', '', ''];
}

export interface Growth {
  readonly operation: string;
  readonly engine: string;
  readonly federation: number;
  readonly merged: number;
}

/** p95 of one client on the country against the pilot, of each engine that was measured on both. */
export function growth({ runs }: Pick<Run, 'runs'>): Growth[] {
  return runs.filter(({ size }) => size === 'national').flatMap(({ engine, found }) => {
    const pilot = runs.find((one) => one.size === 'pilot' && one.engine === engine);
    return found.flatMap((one) => {
      const before = pilot?.found.find(({ operation }) => operation === one.operation);
      return before ? [{ operation: one.operation, engine, federation: ratio(one.federation.alone.p95, before.federation.alone.p95), merged: ratio(one.merged.alone.p95, before.merged.alone.p95) }] : [];
    });
  });
}

function growthTable(run: Run): string[] {
  const grown = growth(run);
  if (grown.length === 0) return [];
  const rows = grown.map(({ operation, engine, federation, merged }) => [operation, engine, `${number(federation, 2)}x`, `${number(merged, 2)}x`, `at most ${TARGETS.growthP95}x`, yes(federation <= TARGETS.growthP95)]);
  return [`p95 on the country against the pilot, the same page of the same question (options and handling ask every company, so they grow by design):\n\n${table(['operation', 'engine', 'federation', 'merged', 'target', 'reached'], rows)}`];
}

function verdicts({ runs }: Run): string {
  const rows = runs.flatMap(({ size, engine, found }) => {
    const dossier = found.find(({ operation }) => operation === 'dossier');
    if (!dossier) return [];
    const [p50, rps] = [ratio(dossier.federation.alone.p50, dossier.merged.alone.p50), ratio(dossier.federation.busy.rps, dossier.merged.busy.rps)];
    return [
      [`dossier p50, ${size}, ${engine}`, `${number(p50, 2)}x`, `at most ${TARGETS.dossierP50}x`, yes(p50 <= TARGETS.dossierP50)],
      [`dossier throughput, ${size}, ${engine}`, `${number(rps, 2)}x`, `at least ${TARGETS.dossierThroughput}x`, yes(rps >= TARGETS.dossierThroughput)],
    ];
  });
  return `The federation against the merged database, answers equal, and what was asked for:\n\n${table(['what', 'found', 'target', 'reached'], rows)}`;
}

const yes = (reached: boolean): string => (reached ? 'yes' : 'no');
