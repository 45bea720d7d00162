/** Many cases, judged one by one. A case in which ours is wrong is shrunk and kept; so is one of each way in which only the library is. */
import fc from 'fast-check';
import { parse } from 'graphql';
import type { Question } from './answer.js';
import { cases, faultsOf, type Case } from './case.js';
import { growDocument } from './documents.js';
import { federationOf, type Federation } from './federation.js';
import { judge, type Gateway, type Judged } from './judge.js';
import { shrunk } from './shrink.js';
import { stockGateway } from './stock.js';
import { Tape } from './tape.js';

export interface Counts {
  supergraphs: number;
  uncomposed: number;
  documents: number;
  invalid: number;
  withFaults: number;
  readonly stock: Map<string, number>;
}

export interface Finding {
  readonly what: string;
  readonly seed: number;
  readonly shrunk: Case;
  readonly text: string;
}

export interface Campaign {
  readonly counts: Counts;
  readonly findings: readonly Finding[];
}

export interface Wishes {
  readonly seed: number;
  readonly count: number;
  /** Makes the gateway that is judged. */
  readonly gateway: (supergraphSdl: string) => Promise<Gateway>;
  /** A difference of the library that has no name counts as a finding. */
  readonly strict: boolean;
  /** A finding is made small; not when it only counts whether there is one. */
  readonly shrink?: boolean;
  /** Stops after so many. */
  readonly maxFindings: number;
  readonly onProgress?: ((counts: Counts) => void) | undefined;
  readonly onFinding?: ((finding: Finding) => void) | undefined;
}

const ROUND = 25;

export async function runCampaign(wishes: Wishes): Promise<Campaign> {
  const counts: Counts = { supergraphs: 0, uncomposed: 0, documents: 0, invalid: 0, withFaults: 0, stock: new Map() };
  const findings: Finding[] = [];
  for (let done = 0; done < wishes.count && findings.length < wishes.maxFindings; done += ROUND) {
    const seed = wishes.seed + done;
    const finding = await round(wishes, seed, Math.min(ROUND, wishes.count - done), counts);
    if (finding) findings.push(finding);
    if (finding) wishes.onFinding?.(finding);
    wishes.onProgress?.(counts);
  }
  return { counts, findings };
}

async function round(wishes: Wishes, seed: number, numRuns: number, counts: Counts): Promise<Finding | null> {
  const property = fc.asyncProperty(cases, async (one) => {
    const problem = await problemOf(wishes, one, counts);
    if (problem) throw new Error(problem);
  });
  const { counterexample } = await fc.check(property, { seed, numRuns, endOnFailure: true });
  const [found] = counterexample ?? [];
  if (!found) return null;
  const kind = (await problemOf(wishes, found, undefined)) ?? 'gone when asked again';
  const small = wishes.shrink === false ? found : await shrunk(found, async (one) => (await problemOf(wishes, one, undefined)) === kind);
  return { what: kind, seed, shrunk: small, text: await describeCase(wishes, small) };
}

interface Court {
  readonly federation: Federation;
  readonly stock: Gateway;
  readonly compiled: Gateway;
}

let last: { readonly tape: string; readonly court: Court | null } | undefined;

/** The last one is kept: a question is shrunk on the same supergraph. */
async function courtFor(wishes: Wishes, tape: readonly number[]): Promise<Court | null> {
  const text = JSON.stringify(tape);
  if (last?.tape === text) return last.court;
  await Promise.all([last?.court?.stock.stop(), last?.court?.compiled.stop()]);
  last = undefined;
  const composed = federationOf(tape);
  const court = 'federation' in composed ? { federation: composed.federation, stock: await stockGateway(composed.federation.supergraphSdl), compiled: await wishes.gateway(composed.federation.supergraphSdl) } : null;
  last = { tape: text, court };
  return court;
}

/** What is wrong with a case; null when nothing is, or when it cannot be asked. */
async function problemOf(wishes: Wishes, one: Case, counts: Counts | undefined): Promise<string | null> {
  const court = await courtFor(wishes, one.federation);
  if (counts) counts.supergraphs += 1;
  if (counts && !court) counts.uncomposed += 1;
  if (!court) return null;
  for (const asking of one.questions) {
    const judged = await judgeOne(court, one.world, asking, counts);
    const problem = judged && problemIn(judged, wishes.strict);
    if (problem) return problem;
  }
  return null;
}

function problemIn({ wrong, stock }: Judged, strict: boolean): string | null {
  if (wrong.length > 0) return `ours: ${wrong.join('; ')}`;
  return strict && stock === 'unknown' ? 'the library differs in a way without a name' : null;
}

async function judgeOne({ stock, compiled, federation }: Court, world: number, asking: Case['questions'][number], counts: Counts | undefined): Promise<Judged | null> {
  const question = growDocument(new Tape(asking.document), federation.schema);
  if (counts) counts.documents += 1;
  if (!question) {
    if (counts) counts.invalid += 1;
    return null;
  }
  const { kind, faults } = faultsOf(asking.faults, federation.model);
  if (counts && kind !== 'none') counts.withFaults += 1;
  const judged = await judge(stock, compiled, { federation, world, question, kind, faults });
  if (counts && judged.stock) counts.stock.set(judged.stock, (counts.stock.get(judged.stock) ?? 0) + 1);
  const twin = kind === 'none' && judged.wrong.length === 0 ? twinOf(question) : null;
  return twin ? judge(stock, compiled, { federation, world, question: twin, kind, faults }) : judged;
}

/** The same question about other numbers: what is kept of the first may not answer the second. */
function twinOf({ text, variables }: Question): Question | null {
  const other = text.replaceAll(/(\b(?:n|must): )(\d)/g, (_all, name: string, digit: string) => `${name}${Number(digit) + 1}`);
  return other === text ? null : { text: other, document: parse(other), variables };
}

/** The case as one would write it down. */
async function describeCase(wishes: Wishes, one: Case): Promise<string> {
  const court = await courtFor(wishes, one.federation);
  if (!court) return 'does not compose';
  const { federation } = court;
  const parts = [...federation.subgraphs].map(([name, sdl]) => `# ${name}\n${sdl}`);
  for (const asking of one.questions) {
    const question = growDocument(new Tape(asking.document), federation.schema);
    const judged = await judgeOne(court, one.world, asking, undefined);
    if (!question || !judged || !problemIn(judged, wishes.strict)) continue;
    const { kind, faults } = faultsOf(asking.faults, federation.model);
    const difference = judged.difference ?? judged.stockDifference;
    parts.push(`# faults: ${kind} ${JSON.stringify({ ...faults, down: [...faults.down] })}`, question.text, JSON.stringify(question.variables), `got    ${JSON.stringify(difference?.got)}`, `wanted ${JSON.stringify(difference?.wanted)}`, judged.wrong.join('; '));
  }
  return parts.join('\n');
}
