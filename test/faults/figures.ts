/** What a crash run found, as a table for people and as JSON. */
import { cpus } from 'node:os';
import type { CrashRunResult } from './crash-run.js';
import type { Entry, Told } from './recorder.js';
import type { ZombieResult } from './zombie.js';

export interface Figures {
  readonly date: string;
  readonly machine: string;
  readonly seconds: number;
  readonly crashes: number;
  readonly doubles: number;
  readonly crashesByVictim: Readonly<Record<string, number>>;
  readonly crashesByStep: Readonly<Record<string, number>>;
  readonly badLinks: Readonly<Record<string, number>>;
  readonly commands: { readonly given: number; readonly sent: number; readonly answered: number; readonly refused: number; readonly unknown: number };
  /** What commands were told, every answer counted; also those that say to come again. */
  readonly answersByOutcome: Readonly<Record<string, number>>;
  readonly agreementsByState: Readonly<Record<string, number>>;
  /** Of all agreements, those that were signed at some time. */
  readonly everSigned: number;
  readonly settledAfterSecondsMax: number;
  /** Per zombie: the step, and the HTTP status that its late command got. */
  readonly zombies: Readonly<Record<string, string>>;
  readonly violations: readonly { readonly invariant: string; readonly subject: string; readonly evidence: string }[];
}

export function figuresOf({ crashes, weather, desk, seconds, settledAfterMs, last }: CrashRunResult, zombies: readonly ZombieResult[], recorded: readonly Entry[]): Figures {
  const { counts } = desk;
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} x ${cpus()[0]?.model.trim() ?? '?'}, Node ${process.versions.node}`,
    seconds: Math.round(seconds),
    crashes: crashes.count,
    doubles: crashes.doubles,
    crashesByVictim: sorted(crashes.byVictim),
    crashesByStep: sorted(crashes.byStep),
    badLinks: sorted(weather.spells),
    commands: { given: counts.invoked, sent: counts.attempts, answered: counts.answered, refused: counts.refused, unknown: counts.unknown },
    answersByOutcome: sorted(countOf(recorded.flatMap((entry) => (entry.type === 'answer' ? [outcomeOf(entry.told)] : [])))),
    agreementsByState: sorted(countOf(last.bodies.agreements.map(({ state }) => state))),
    everSigned: new Set(last.bodies.history.filter(({ type }) => type === 'SIGNED').map(({ agreement }) => agreement)).size,
    settledAfterSecondsMax: Math.round(Math.max(...settledAfterMs) / 100) / 10,
    zombies: Object.fromEntries(zombies.map(({ step, epochs, lateCommand }) => [step, `epoch ${epochs.join(' -> ')}, late command answered ${lateCommand}`])),
    violations: [...last.violations, ...zombies.flatMap(({ violations }) => violations)],
  };
}

export function printed(figures: Figures): string {
  const rows = (title: string, counts: Readonly<Record<string, number | string>>): string[] => [title, ...Object.entries(counts).map(([name, count]) => `  ${name.padEnd(40)} ${count}`)];
  const { commands } = figures;
  return [
    ...rows('crashes (kill -9) by process', figures.crashesByVictim),
    ...rows('crashes by step', figures.crashesByStep),
    ...rows('links that failed for a while', figures.badLinks),
    ...rows('answers to commands by outcome', figures.answersByOutcome),
    ...rows('agreements by state', figures.agreementsByState),
    ...rows('zombies (frozen, replaced, woken)', figures.zombies),
    `commands: ${commands.given} given, ${commands.sent} times sent, ${commands.answered} answered, of which ${commands.refused} refused; ${commands.unknown} unknown`,
    `${figures.crashes} crashes (${figures.doubles} double) in ${figures.seconds} s; ${figures.everSigned} agreements were signed`,
    `settled at most ${figures.settledAfterSecondsMax} s after the last restart of a round`,
    ...figures.violations.slice(0, 40).map(({ invariant, subject, evidence }) => `VIOLATION ${invariant} ${subject}: ${evidence}`),
    `${figures.violations.length} violations`,
  ].join('\n');
}

const outcomeOf = (told: Told): string => (told.kind === 'REFUSAL' ? `refused ${told.code}` : told.kind === 'FAULT' ? `fault ${told.code}` : 'done');

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> => Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
