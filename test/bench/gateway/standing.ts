/** A candidate that runs, and whose answers were found equal to those of the others. */
import { join } from 'node:path';
import { canonicalJson } from '../kit/canonical-json.js';
import { Program } from '../kit/program.js';
import { freePort } from '#kernel/testing/free-port.js';
import { Connection, requestText } from '../load/connection.js';
import type { Candidate, Place } from './candidates.js';
import type { Question } from './question.js';

export interface Standing {
  readonly candidate: Candidate;
  readonly port: number;
  readonly program: Program;
  readonly headers: (index: number) => string;
  /** How long its answer to each question is; every later answer must be as long. */
  readonly lengths: Map<string, number>;
}

/** `cpuProfiles`: a folder in which Node programs leave a profile when they stop. */
export async function stand(candidate: Candidate, place: Place, cpuProfiles: string | undefined): Promise<Standing> {
  const port = await freePort();
  const command = candidate.command(place, port);
  const profiling = cpuProfiles !== undefined && command.command === process.execPath ? ['--cpu-prof', '--cpu-prof-dir', join(cpuProfiles, candidate.name)] : [];
  const headers = (index: number): string => candidate.headers(place, index);
  const program = await Program.start({ ...command, args: [...profiling, ...command.args], log: join(place.folder, `${candidate.name}.log`) }, async () => (await answer(port, headers(0), '{"query":"{ me { id reviews { id } } }"}')).includes('"review-1"'));
  return { candidate, port, program, headers, lengths: new Map() };
}

/** Throws when one answers otherwise than the first. */
export async function demandEqualAnswers(standings: readonly Standing[], questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    const answers: { name: string; canonical: string }[] = [];
    for (const { candidate, port, headers, lengths } of standings) {
      // The second: some gateways answer the first time they see a question at another length (extensions).
      await answer(port, headers(1), question.body);
      const text = await answer(port, headers(2), question.body);
      lengths.set(question.name, Buffer.byteLength(text));
      answers.push({ name: candidate.name, canonical: canonicalJson(JSON.parse(text)) });
    }
    const other = answers.find(({ canonical }) => canonical !== answers[0]?.canonical || !canonical.startsWith('{"data":{'));
    if (other) throw new Error(`${question.name}: ${other.name} answers otherwise than ${answers[0]?.name}: ${other.canonical.slice(0, 500)}`);
  }
}

async function answer(port: number, headers: string, body: string): Promise<string> {
  const connection = new Connection(port);
  const { body: bytes } = await connection.ask(requestText('/graphql', headers, body));
  connection.close();
  return bytes.toString();
}
