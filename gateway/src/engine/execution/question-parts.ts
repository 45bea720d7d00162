/** The text of a fetch about entities as one of several in a joint text: under an alias, with representations under a variable of its own. */
import type { FetchNode, PlanNode } from '../plan.js';
import { REPRESENTATIONS } from './request-text.js';

export interface QuestionPart {
  readonly alias: string;
  readonly variable: string;
  /** Of the client's operation; empty without one. */
  readonly name: string;
  readonly field: string;
  /** Definitions of its variables, representations among them. */
  readonly variables: readonly string[];
  /** The client's among them. */
  readonly variableUsages: readonly string[];
}

/** Fetches about entities that begin at once and that the plan waits for together; those of one subgraph, where there are two at least. */
export function beginningTogether(node: PlanNode | null): FetchNode[][] {
  if (!node || node.kind === 'Fetch') return [];
  if (node.kind === 'Flatten') return beginningTogether(node.node);
  if (node.kind === 'Condition') return [node.ifClause, node.elseClause].flatMap((one) => beginningTogether(one ?? null));
  if (node.kind === 'Sequence') return node.nodes.flatMap(beginningTogether);
  return bundlesOf(node.nodes).flatMap((bundle) => (bundle.length > 1 ? [bundle.flatMap((one) => entityFetch(one) ?? [])] : bundle.flatMap(beginningTogether)));
}

/** What is at once, with the fetches about entities of one subgraph side by side. */
export function bundlesOf(nodes: readonly PlanNode[]): PlanNode[][] {
  const bundles = new Map<string | PlanNode, PlanNode[]>();
  for (const node of nodes.flatMap(unfolded)) {
    const key = entityFetch(node)?.serviceName ?? node;
    const known = bundles.get(key);
    if (known) known.push(node);
    else bundles.set(key, [node]);
  }
  return [...bundles.values()];
}

/** What is at once in something at once is at once. */
function unfolded(node: PlanNode): PlanNode[] {
  return node.kind === 'Parallel' ? node.nodes.flatMap(unfolded) : [node];
}

function entityFetch(node: PlanNode): FetchNode | null {
  if (node.kind === 'Flatten') return entityFetch(node.node);
  return node.kind === 'Fetch' && node.requires && node.operationKind === 'query' ? node : null;
}

/** Of fetches that begin together: equal questions are one part. */
export class QuestionParts {
  private readonly known = new Map<string, QuestionPart | null>();

  /** `text`: under the client's own name. Null: one that cannot stand beside others. */
  of(text: string, variableUsages: readonly string[]): QuestionPart | null {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const part = partOf(text, variableUsages, this.known.size);
    this.known.set(text, part);
    return part;
  }
}

/** As both planners print it; read as text, because a large plan has hundreds of these and a parser takes as long as all the rest of compiling. */
const QUESTION = /^\s*query\b\s*(\w*)\s*\(([^{}]*)\)\s*\{\s*_entities\s*\(\s*representations\s*:\s*\$representations\s*\)\s*(\{[^"#]*\})\s*\}\s*$/;
const DEFINITION = /\$(\w+)\s*:\s*([^$]*[^$,\s])/g;

function partOf(text: string, variableUsages: readonly string[], number: number): QuestionPart | null {
  const [, name, definitions, selection] = QUESTION.exec(text) ?? [];
  if (name === undefined || definitions === undefined || selection === undefined || !isOne(selection) || variableUsages.some((one) => one.startsWith(REPRESENTATIONS))) return null;
  const [alias, variable] = [`entities_${number}`, `${REPRESENTATIONS}_${number}`];
  const variables = [...definitions.matchAll(DEFINITION)].map(([, own, type]) => `$${own === REPRESENTATIONS ? variable : own}:${type}`);
  return { alias, variable, name, field: `${alias}:_entities(representations:$${variable})${selection}`, variables, variableUsages };
}

/** A selection set that ends where the text does. */
function isOne(selection: string): boolean {
  let depth = 0;
  for (let at = 0; at < selection.length; at += 1) {
    if (selection[at] === '{') depth += 1;
    else if (selection[at] === '}' && (depth -= 1) === 0) return at === selection.length - 1;
  }
  return false;
}

/** A variable that two of them use is defined once: it is the client's, and of one type. */
export function jointText(parts: readonly QuestionPart[]): string {
  const variables = [...new Set(parts.flatMap((part) => part.variables))];
  return `query ${parts[0]?.name ?? ''}(${variables.join(',')}){${parts.map(({ field }) => field).join(' ')}}`;
}
