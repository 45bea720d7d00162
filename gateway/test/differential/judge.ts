/** Puts one question to all judges and says where they differ. */
import type { Verdict } from './answer.js';
import { difference, isPartOf, untoldLosses, type Difference } from './compare.js';
import type { JudgedCase } from './judged-case.js';
import { knownFault } from './known-faults.js';
import { askMonolith } from './monolith.js';
import { shapeFaults } from './shape.js';
import type { Stock } from './stock.js';
import { Subgraphs } from './subgraphs.js';
import { World } from './world.js';

/** Whatever answers questions over subgraphs: the library, or ours. */
export interface Gateway extends Stock {
  /** It makes the library's plans, as long as no variable decides about a selection (planning/conditions). */
  readonly plansAsStock?: boolean;
}

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
  if (asked.kind === 'down') return judgeDown(asked, theirs, ours, shape, compiled.plansAsStock === true && !DECIDED.test(asked.question.text));
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

const DECIDED = /@(skip|include)\(if: \$/;

/**
 * Which parts are lost with a subgraph is up to the plan. The same plan as the library's loses the same, or less; of another one all that can be asked is that
 * the rest is true and that each loss is told where it is.
 */
async function judgeDown(asked: JudgedCase, theirs: Verdict, ours: Verdict, shape: readonly string[], isSamePlan: boolean): Promise<Judged> {
  const whole = await askMonolith(asked.federation, new World(asked.federation.model, asked.world), asked.question);
  const between = difference({ ...ours, paths: [] }, { ...theirs, paths: [] });
  const known = between && knownFault(asked, theirs, between);
  // What a command answers tells how many were given before it: one that was lost changes the others.
  const isQuestion = !asked.question.text.startsWith('mutation');
  const silent = (isQuestion ? untoldLosses(ours, whole) : []).map(() => 'says nothing of what is lost with a subgraph that is down');
  const isAsGood = isQuestion && isPartOf(ours.data, whole.data) && (!isSamePlan || isPartOf(theirs.data, ours.data));
  const unexplained = between && !isAsGood && (known === null || known === 'unknown');
  return { wrong: [...shape, ...silent.slice(0, 1), ...(unexplained ? [`with a subgraph down: ${between.kind}`] : [])], difference: between, stock: known, stockDifference: between };
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

