/** One size with one engine: first that both sides say the same, then what each costs, then rounds in turns. */
import { differences } from './compare.js';
import { costOf } from './counting.js';
import { Client, load, type Round, type Target } from './load.js';
import { medianOf, percentile, type Latencies } from './measures.js';
import type { Measured } from './operations.js';
import { processorTime } from './processors.js';
import type { Found, Side, SizeRun } from './results.js';
import type { Site } from './site.js';

export interface Effort {
  readonly clients: number;
  readonly seconds: number;
  readonly rounds: number;
  /** Names of those that are measured; null: all. */
  readonly operations: readonly string[] | null;
  /** Before the first round, each so long: what a program runs for the first time says nothing, and what stands in production is warm. */
  readonly warmUpSeconds: number;
  readonly warmUpRounds: number;
}

export interface Subject {
  readonly size: SizeRun['size'];
  readonly engine: string;
  readonly site: Site;
  /** Services whose logs are read. */
  readonly services: readonly string[];
  /** Process ids whose processor time is a side's, with everything below them. */
  readonly processes: Readonly<Record<'federation' | 'merged', () => readonly number[]>>;
}

export async function measureSize(subject: Subject, effort: Effort, say: (line: string) => void): Promise<SizeRun> {
  const { size, engine, site } = subject;
  const found: Found[] = [];
  const failed: Record<string, string> = {};
  for (const operation of site.operations.filter(({ name }) => effort.operations?.includes(name) ?? true)) {
    try {
      await demandEqual(site, operation);
      found.push(await measureOne(subject, operation, effort));
      say(`${size}, ${engine}, ${operation.name}: ${line(found.at(-1))}`);
    } catch (error) {
      failed[operation.name] = error instanceof Error ? error.message : String(error);
      say(`${size}, ${engine}, ${operation.name}: not measured, ${failed[operation.name]}`);
    }
  }
  return { size, engine, counts: site.counts, found, failed };
}

function line(found: Found | undefined): string {
  if (!found) return '';
  const { federation, merged } = found;
  return `p50 ${federation.alone.p50.toFixed(1)} against ${merged.alone.p50.toFixed(1)} ms, ${federation.busy.rps.toFixed(1)} against ${merged.busy.rps.toFixed(1)} requests/s`;
}

const TRIES = 30;

/** Every set of variables: the same fields, the same values. A cold federation may be late the first time; a different answer is different at once. */
export async function demandEqual(site: Site, operation: Measured): Promise<void> {
  const [federation, merged] = [new Client(site.federation, 1), new Client(site.merged, 1)];
  try {
    for (const turn of operation.variables.keys()) {
      const [one, other] = [await whole(federation, operation, turn), await whole(merged, operation, turn)];
      const found = differences({ data: one.data, errors: one.errors }, { data: other.data, errors: other.errors });
      if (found.length > 0) throw new Error(`the answers differ at ${JSON.stringify(operation.variables[turn])}:\n${found.join('\n')}`);
    }
  } finally {
    await Promise.all([federation.close(), merged.close()]);
  }
}

async function whole(client: Client, operation: Measured, turn: number): Promise<{ data: unknown; errors?: readonly unknown[] }> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await client.ask(operation, turn);
    if (!isLate(answer) || attempt === TRIES) return answer;
  }
}

/** A service did not answer in its time, which a whole answer would not say. */
function isLate(answer: object): boolean {
  const text = JSON.stringify(answer);
  return text.includes('"code":"UNAVAILABLE"') || text.includes('"answered":false');
}

/** Of processor time per request: less than this from one round to the next is no change. */
const NO_LESS = 0.97;
/** Rounds in turn that were no cheaper. */
const WARM_AFTER = 2;

/** Both sides alike: asked until a request no longer gets cheaper, at most so many rounds. Node compiles what runs often, and five services run less often than one server. */
async function warmUp({ site, processes }: Subject, operation: Measured, { clients, warmUpSeconds, warmUpRounds }: Effort, name: 'federation' | 'merged'): Promise<void> {
  let [cheapest, noCheaper] = [Number.POSITIVE_INFINITY, 0];
  for (let round = 0; round < warmUpRounds && noCheaper < WARM_AFTER; round += 1) {
    const { processor } = await loadAndCount(site[name], operation, { clients, seconds: warmUpSeconds }, processes[name]);
    noCheaper = processor > cheapest * NO_LESS ? noCheaper + 1 : 0;
    cheapest = Math.min(cheapest, processor);
  }
}

async function measureOne(subject: Subject, operation: Measured, effort: Effort): Promise<Found> {
  const { site, services } = subject;
  const { clients, seconds, rounds } = effort;
  const cost = await costOf(site, services, operation);
  const names = ['federation', 'merged'] as const;
  for (const name of names) await warmUp(subject, operation, effort, name);
  const alone: Record<string, Latencies[]> = { federation: [], merged: [] };
  const busy: Record<string, Latencies[]> = { federation: [], merged: [] };
  const processor: Record<string, number[]> = { federation: [], merged: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      alone[name]?.push(await load(site[name], operation, { clients: 1, seconds }));
      const loaded = await loadAndCount(site[name], operation, { clients, seconds }, subject.processes[name]);
      busy[name]?.push(loaded.latencies);
      processor[name]?.push(loaded.processor);
    }
  }
  const sideOf = (name: string): Side => ({ alone: medianOf(alone[name] ?? []), busy: medianOf(busy[name] ?? []), processor: percentile(processor[name] ?? [], 50) });
  return { operation: operation.name, cost, federation: sideOf('federation'), merged: sideOf('merged') };
}

async function loadAndCount(target: Target, operation: Measured, round: Round, processes: () => readonly number[]): Promise<{ latencies: Latencies; processor: number }> {
  const before = processorTime(processes());
  const began = performance.now();
  const latencies = await load(target, operation, round);
  const requests = latencies.rps * ((performance.now() - began) / 1_000);
  return { latencies, processor: (processorTime(processes()) - before) / Math.max(1, requests) };
}
