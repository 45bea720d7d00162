/** Starts subgraphs and gateways, checks that all answer the same, and measures them in turns. */
import { join } from 'node:path';
import { BenchIssuer } from '../kit/issuer.js';
import { pinMeasuring } from '../kit/pinned.js';
import { peakRssMiB } from '../kit/proc.js';
import { startScenario } from '../scenario/running.js';
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
  const subgraphs = await startScenario(supergraph);
  const issuer = await BenchIssuer.start();
  const standings: Standing[] = [];
  try {
    const place: Place = { folder: wanted.folder, supergraph, addresses: subgraphs.addresses, issuer };
    for (const candidate of wanted.candidates) standings.push(await stand(candidate, place, wanted.cpuProfiles));
    return await measureStanding(wanted, standings, issuer, subgraphs.calls);
  } finally {
    await Promise.all(standings.map(({ program }) => program.stop()));
    subgraphs.stop();
    await issuer.stop();
  }
}

async function measureStanding(wanted: Wanted, standings: readonly Standing[], issuer: BenchIssuer, calls: () => Promise<number>): Promise<Measured> {
  const questions = wanted.questions.map(questionOf);
  await demandEqualAnswers(standings, questions);
  wanted.say('all answers are equal');
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
