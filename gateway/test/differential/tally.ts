/** What the rounds of a long run found, put together. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Campaign, Counts, Finding } from './campaign.js';

export interface Tally {
  readonly counts: Counts;
  readonly findings: Pick<Finding, 'what' | 'seed' | 'text'>[];
  /** Seeds of rounds of which nothing came back. */
  readonly ended: number[];
}

interface Round {
  readonly counts: Omit<Counts, 'stock'> & { readonly stock: readonly (readonly [string, number])[] };
  readonly findings: Tally['findings'];
}

const PROGRAM = fileURLToPath(new URL('./main.js', import.meta.url));
const MAX_BYTES = 64 * 1024 * 1024;

export const nothingYet = (): Tally => ({ counts: { supergraphs: 0, uncomposed: 0, documents: 0, invalid: 0, withFaults: 0, stock: new Map() }, findings: [], ended: [] });

/** How a round tells what it found. */
export function written({ counts, findings }: Campaign): string {
  const round: Round = { counts: { ...counts, stock: [...counts.stock] }, findings: findings.map(({ what, seed, text }) => ({ what, seed, text })) };
  return JSON.stringify(round);
}

/** Null: its process was ended, by a signal. A round that fails in any other way ends the run. */
export function roundInItsOwnProcess(args: readonly string[]): Round | null {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, '--round', ...args], { encoding: 'utf8', maxBuffer: MAX_BYTES });
  if (signal !== null) return null;
  if (status !== 0) throw new Error(`a round failed: ${stderr}`);
  return JSON.parse(stdout) as Round;
}

export function addTo({ counts, findings, ended }: Tally, seed: number, round: Round | null): void {
  if (!round) {
    ended.push(seed);
    return;
  }
  for (const name of ['supergraphs', 'uncomposed', 'documents', 'invalid', 'withFaults'] as const) counts[name] += round.counts[name];
  for (const [name, times] of round.counts.stock) counts.stock.set(name, (counts.stock.get(name) ?? 0) + times);
  findings.push(...round.findings);
}
