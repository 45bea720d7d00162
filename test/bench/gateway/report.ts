/** The figures as people read them: a table per question, ratios with their targets, and on what machine. */
import { cpus, release, totalmem } from 'node:os';
import { PINNING } from '../kit/pinned.js';
import type { Medians } from './measure.js';
import { PROFILE_TARGETS, TARGETS } from './targets.js';

export interface Figures {
  readonly name: string;
  readonly title: string;
  readonly peakRssMiB: number;
  /** By question. */
  readonly medians: Readonly<Record<string, Medians>>;
}

export interface Run {
  readonly at: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** Question to bytes of its answer. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly figures: readonly Figures[];
  /** Why a candidate is not there. */
  readonly absent: readonly string[];
}

const number = (value: number, digits: number): string => (Number.isFinite(value) ? value.toFixed(digits) : '-');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => [row(heads), row(heads.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

export function report(run: Run): string {
  const questions = Object.keys(run.bytes);
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.version}`;
  return [
    `Measured ${run.at} on ${machine}; ${PINNING}; ${run.connections} connections, ${run.rounds} rounds of ${run.seconds} s per gateway and question, in turns; medians of the rounds.`,
    ...run.absent,
    ...questions.map((question) => `**${question}** (answer of ${run.bytes[question]} bytes)\n\n${absolute(run, question)}`),
    `Ours against the others, and what was asked for:\n\n${ratios(run, questions)}`,
  ].join('\n\n');
}

function absolute({ figures }: Run, question: string): string {
  const heads = ['gateway', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU-ms/request', 'subgraph calls/request', 'peak RSS MiB'];
  const rows = figures.flatMap(({ title, peakRssMiB, medians }) => {
    const one = medians[question];
    return one ? [[title, number(one.perSecond, 0), number(one.p50, 1), number(one.p95, 1), number(one.p99, 1), number(one.cpuMsPerRequest, 2), number(one.callsPerRequest, 1), number(peakRssMiB, 0)]] : [];
  });
  return table(heads, rows);
}

export interface Ratio {
  readonly what: string;
  readonly found: string;
  readonly target: string;
  readonly reached: boolean | null;
}

function ratios(run: Run, questions: readonly string[]): string {
  const rows = questions.flatMap((question) => [...peerRatios(run, question), ...profileRatios(run, question)]);
  return table(['what', 'found', 'target', 'reached'], rows.map(({ what, found, target, reached }) => [what, found, target, reached === null ? '' : reached ? 'yes' : 'no']));
}

export function peerRatios({ figures }: Run, question: string): Ratio[] {
  const ours = figures.find(({ name }) => name === 'ours')?.medians[question];
  if (!ours) return [];
  return figures.flatMap(({ name, title, medians }) => {
    const theirs = medians[question];
    if (!theirs || name.startsWith('ours')) return [];
    const [speed, cpu] = [ours.perSecond / theirs.perSecond, theirs.cpuMsPerRequest / ours.cpuMsPerRequest];
    const times = TARGETS.find((one) => one.question === question && one.peer === name)?.times;
    return [{ what: `${question}, against ${title}`, found: `${number(speed, 2)}x requests/s, ${number(cpu, 2)}x per CPU-ms`, target: times === undefined ? '' : `${times}x`, reached: times === undefined ? null : speed >= times && cpu >= times }];
  });
}

export function profileRatios({ figures }: Run, question: string): Ratio[] {
  const [off, on] = ['ours', 'ours-profile'].map((name) => figures.find((one) => one.name === name)?.medians[question]);
  if (!off || !on) return [];
  const [times, more] = [on.cpuMsPerRequest / off.cpuMsPerRequest, on.cpuMsPerRequest - off.cpuMsPerRequest];
  const found = `${number(times, 2)}x CPU, ${number(more, 2)} CPU-ms more, ${number(on.perSecond / off.perSecond, 2)}x requests/s`;
  const what = `${question}, whole profile against off`;
  if (question === 'heavy') return [{ what, found, target: `at most ${PROFILE_TARGETS.heavy.timesCpu}x CPU`, reached: times <= PROFILE_TARGETS.heavy.timesCpu }];
  if (question === 'light') return [{ what, found, target: `at most ${PROFILE_TARGETS.light.moreCpuMs} CPU-ms more`, reached: more <= PROFILE_TARGETS.light.moreCpuMs }];
  return [{ what, found, target: '', reached: null }];
}
