/** One round of one candidate, and what is said of all its rounds together. */
import { cpuMs } from '../kit/proc.js';
import { drive } from '../load/drive.js';
import { median, percentile } from '../load/figures.js';
import type { Question } from './question.js';
import type { Standing } from './standing.js';

export interface Round {
  readonly requests: number;
  readonly wrong: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpuMsPerRequest: number;
  readonly callsPerRequest: number;
}

export interface Amount {
  readonly connections: number;
  readonly milliseconds: number;
}

/** `calls`: how many questions the subgraphs have had. */
export async function round(standing: Standing, question: Question, amount: Amount, calls: () => Promise<number>): Promise<Round> {
  const answerLength = standing.lengths.get(question.name) ?? 0;
  const pids = standing.program.pids;
  const [callsBefore, cpuBefore] = [await calls(), cpuMs(pids)];
  const { milliseconds, latencies, wrong } = await drive({ ...amount, port: standing.port, path: '/graphql', body: () => question.body, headers: standing.headers, right: ({ status, body }) => status === 200 && body.length === answerLength });
  const cpu = cpuMs(pids) - cpuBefore;
  const requests = latencies.length;
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(latencies, percent)) as [number, number, number];
  return { requests, wrong, perSecond: (requests / milliseconds) * 1000, p50, p95, p99, cpuMsPerRequest: cpu / requests, callsPerRequest: ((await calls()) - callsBefore) / requests };
}

export type Medians = Readonly<Record<Exclude<keyof Round, 'requests' | 'wrong'>, number>>;

export function medians(rounds: readonly Round[]): Medians {
  const of = (key: keyof Medians): number => median(rounds.map((one) => one[key]));
  return { perSecond: of('perSecond'), p50: of('p50'), p95: of('p95'), p99: of('p99'), cpuMsPerRequest: of('cpuMsPerRequest'), callsPerRequest: of('callsPerRequest') };
}
