/** Puts one question to all judges and says where they differ. */
import type { Verdict } from './answer.js';
import { difference, isPartOf, type Difference } from './compare.js';
import type { JudgedCase } from './judged-case.js';
import { knownFault } from './known-faults.js';
import { askMonolith } from './monolith.js';
import { shapeFaults } from './shape.js';
import type { Stock } from './stock.js';
import { Subgraphs } from './subgraphs.js';
import { World } from './world.js';

/** Whatever answers questions over subgraphs: the library, or ours. */
export type Gateway = Stock;

export interface Judged {
  /** What is wrong with ours; empty when nothing is. */
  readonly wrong: readonly string[];
  readonly difference: Difference | null;
  /** What is known of the library where it differs; 'unknown' where nothing is. */
  readonly stock: string | null;
  readonly stockDifference: Difference | null;
}

export async function judge(stock: Gateway, compiled: Gateway, asked: JudgedCase): Promise<Judged> {
  const [theirs, ours] = [await ask(stock, asked), await ask(compiled, asked)];
  const shape = [...shapeFaults(asked.federation.schema, asked.question, ours), ...(isPolluted() ? ['Object.prototype has something new'] : [])];
  const [theirThrow, ourThrow] = [theirs, ours].map(({ messages }) => messages.find((message) => message.startsWith('thrown: ')));
  // Ours asks two planners before it gives up, and says what each of them said.
  if (ourThrow) return { wrong: theirThrow ? [] : [ourThrow], difference: null, stock: theirThrow ? 'the planner refuses' : null, stockDifference: null };
  if (asked.kind === 'twist') return { wrong: shape, difference: null, stock: null, stockDifference: null };
  if (asked.kind === 'down') return judgeDown(asked, theirs, ours, shape);
  const wanted = await askMonolith(asked.federation, new World(asked.federation.model, asked.world), asked.question, asked.faults);
  const own = risesInSubgraph(asked) && !difference(ours, theirs);
  const ourDifference = own ? null : difference(ours, wanted);
  const theirDifference = own ? null : difference(theirs, wanted);
  return {
    wrong: [...shape, ...(ourDifference ? [ourDifference.kind] : [])],
    difference: ourDifference,
    stock: theirDifference && knownFault(asked, theirs, theirDifference),
    stockDifference: theirDifference,
  };
}

/** A subgraph that promises a value where the supergraph does not lets its own null rise before anybody else sees it: one schema cannot know how far. */
function risesInSubgraph({ kind, federation: { model } }: JudgedCase): boolean {
  return kind === 'fields' && [...model.objects.flatMap(({ fields }) => fields), ...model.queries].some(({ strict }) => strict.length > 0);
}

/** Nothing but the library knows which parts a plan loses with a subgraph; of two plans the one that loses less is right, as long as it says so. */
async function judgeDown(asked: JudgedCase, theirs: Verdict, ours: Verdict, shape: readonly string[]): Promise<Judged> {
  const whole = await askMonolith(asked.federation, new World(asked.federation.model, asked.world), asked.question);
  const between = difference({ ...ours, paths: [] }, { ...theirs, paths: [] });
  const known = between && knownFault(asked, theirs, between);
  const silent = ours.paths.length === 0 && difference(ours, whole)?.kind === 'data' ? ['says nothing of what is lost with a subgraph that is down'] : [];
  const losesLess = isPartOf(theirs.data, ours.data) && isPartOf(ours.data, whole.data);
  const unexplained = between && !losesLess && (known === null || known === 'unknown');
  return { wrong: [...shape, ...silent, ...(unexplained ? [`with a subgraph down: ${between.kind}`] : [])], difference: between, stock: known, stockDifference: between };
}

/** Who throws instead of answering has answered nothing. */
async function ask(gateway: Gateway, { federation, world, question, faults }: JudgedCase): Promise<Verdict> {
  try {
    return await gateway.ask(question, new Subgraphs(federation, new World(federation.model, world), faults));
  } catch (error) {
    return { data: null, paths: [null], messages: [`thrown: ${String(error)}`], completion: [] };
  }
}

function isPolluted(): boolean {
  const probe: Record<string, unknown> = {};
  return probe['polluted'] !== undefined || Object.keys(Object.prototype).length > 0;
}

