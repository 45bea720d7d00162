/** Starts subgraphs and gateways, checks that all answer the same, and measures them in turns. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inRepository } from '../../../local/paths.js';
import { BenchIssuer } from '../kit/issuer.js';
import { pinMeasuring } from '../kit/pinned.js';
import { peakRssMiB } from '../kit/proc.js';
import type { Addresses } from '../scenario/supergraph.js';
import type { Candidate, Place } from './candidates.js';
import { medians, round, type Round } from './measure.js';
import { questionOf } from './question.js';
import type { Run } from './report.js';
import { demandEqualAnswers, stand, type Standing } from './standing.js';

export interface Wanted {
  readonly candidates: readonly Candidate[];
  readonly questions: readonly string[];
  readonly rounds: number;
  readonly milliseconds: number;
  readonly warmUpMilliseconds: number;
  readonly connections: number;
  readonly folder: string;
  readonly cpuProfiles: string | undefined;
  readonly say: (line: string) => void;
}

type Rounds = Record<string, Record<string, Round[]>>;

export interface Measured {
  readonly run: Omit<Run, 'absent'>;
  /** By question and candidate. */
  readonly rounds: Rounds;
  readonly wrong: number;
}

export async function measureAll(wanted: Wanted): Promise<Measured> {
  pinMeasuring();
  const supergraph = join(wanted.folder, 'supergraph.graphql');
  const subgraphs = spawn(process.execPath, [inRepository('dist', 'test', 'bench', 'scenario', 'main.js'), '0', supergraph], { stdio: ['ignore', 'pipe', 'inherit'] });
  const issuer = await BenchIssuer.start();
  const standings: Standing[] = [];
  try {
    const place: Place = { folder: wanted.folder, supergraph, addresses: await addressesOf(subgraphs), issuer };
    for (const candidate of wanted.candidates) standings.push(await stand(candidate, place, wanted.cpuProfiles));
    return await measureStanding(wanted, standings, place);
  } finally {
    await Promise.all(standings.map(({ program }) => program.stop()));
    subgraphs.kill();
    await issuer.stop();
  }
}

async function addressesOf(subgraphs: ChildProcess): Promise<Addresses> {
  const [line] = (await once(subgraphs.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return JSON.parse(line.toString()) as Addresses;
}

async function measureStanding(wanted: Wanted, standings: readonly Standing[], { addresses, issuer }: Place): Promise<Measured> {
  const questions = wanted.questions.map(questionOf);
  await demandEqualAnswers(standings, questions);
  wanted.say('all answers are equal');
  const calls = async (): Promise<number> => (await Promise.all(Object.values(addresses).map(callsOf))).reduce((sum, one) => sum + one, 0);
  const rounds: Rounds = {};
  for (const question of questions) {
    const ofQuestion: Record<string, Round[]> = (rounds[question.name] = {});
    for (let number = 0; number <= wanted.rounds; number += 1) {
      for (const standing of standings) {
        const { name } = standing.candidate;
        const earlier = (ofQuestion[name] ??= []);
        const milliseconds = number === 0 ? wanted.warmUpMilliseconds : wanted.milliseconds;
        if (name === 'ours-profile' && number > 0) issuer.prepare(tokensFor(earlier, milliseconds));
        const one = await round(standing, question, { connections: wanted.connections, milliseconds }, calls);
        // Round 0 warms up; it stays in until the end, to know how many tokens the next one needs.
        earlier.push(one);
        wanted.say(`${question.name} ${number === 0 ? 'warm-up' : `round ${number}`} ${name}: ${one.perSecond.toFixed(0)}/s, ${one.cpuMsPerRequest.toFixed(2)} CPU-ms, ${one.wrong} wrong`);
      }
    }
    for (const one of Object.values(ofQuestion)) one.shift();
  }
  return { run: runOf(wanted, standings, rounds), rounds, wrong: wrongIn(rounds) };
}

const tokensFor = (earlier: readonly Round[], milliseconds: number): number => Math.ceil((Math.max(0, ...earlier.map(({ perSecond }) => perSecond)) * 1.3 * milliseconds) / 1000);
const wrongIn = (rounds: Rounds): number => Object.values(rounds).flatMap((one) => Object.values(one).flat()).reduce((sum, { wrong }) => sum + wrong, 0);

async function callsOf(url: string): Promise<number> {
  return ((await (await fetch(url)).json()) as { calls: number }).calls;
}

function runOf(wanted: Wanted, standings: readonly Standing[], rounds: Rounds): Measured['run'] {
  return {
    at: new Date().toISOString().slice(0, 10),
    rounds: wanted.rounds,
    seconds: wanted.milliseconds / 1000,
    connections: wanted.connections,
    bytes: Object.fromEntries(standings[0]?.lengths ?? []),
    figures: standings.map(({ candidate: { name, title }, program }) => ({
      name,
      title,
      peakRssMiB: peakRssMiB(program.pids),
      medians: Object.fromEntries(Object.entries(rounds).map(([question, found]) => [question, medians(found[name] ?? [])])),
    })),
  };
}
