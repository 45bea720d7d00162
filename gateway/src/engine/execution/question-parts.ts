/** The text of a fetch about entities as one of several in a joint text: under an alias, with representations under a variable of its own. */
import { Kind, parse, print, stripIgnoredCharacters, visit, type FieldNode, type OperationDefinitionNode } from 'graphql';
import type { FetchNode, PlanNode } from '../plan.js';
import { REPRESENTATIONS, underOwnName } from './request-text.js';

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

/** Equal questions are one part. Null: a text that cannot stand beside others. */
export function questionParts(fetches: readonly FetchNode[]): (QuestionPart | null)[] {
  const known = new Map<string, QuestionPart | null>();
  return fetches.map((fetch) => {
    const text = underOwnName(fetch.operation, fetch.serviceName);
    const part = known.has(text) ? (known.get(text) ?? null) : partOf(text, fetch.variableUsages, known.size);
    known.set(text, part);
    return part;
  });
}

function partOf(text: string, variableUsages: readonly string[], number: number): QuestionPart | null {
  const { definitions } = parse(text, { noLocation: true });
  const [operation] = definitions;
  const field = operation?.kind === Kind.OPERATION_DEFINITION ? onlyField(operation) : null;
  if (definitions.length > 1 || operation?.kind !== Kind.OPERATION_DEFINITION || !field || variableUsages.some((name) => name.startsWith(REPRESENTATIONS))) return null;
  const [alias, variable] = [`entities_${number}`, `${REPRESENTATIONS}_${number}`];
  const own = visit({ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: [{ ...field, alias: { kind: Kind.NAME, value: alias } }] } } satisfies OperationDefinitionNode, {
    Variable: (node) => (node.name.value === REPRESENTATIONS ? { ...node, name: { ...node.name, value: variable } } : undefined),
  });
  return { alias, variable, name: operation.name?.value ?? '', field: short(own.selectionSet.selections[0] as FieldNode), variables: (own.variableDefinitions ?? []).map(short), variableUsages };
}

function onlyField({ selectionSet, directives }: OperationDefinitionNode): FieldNode | null {
  const [field] = selectionSet.selections;
  return selectionSet.selections.length === 1 && field?.kind === Kind.FIELD && !field.alias && !directives?.length ? field : null;
}

const short = (node: Parameters<typeof print>[0]): string => stripIgnoredCharacters(print(node));

/** A variable that two of them use is defined once: it is the client's, and of one type. */
export function jointText(parts: readonly QuestionPart[]): string {
  const variables = [...new Set(parts.flatMap((part) => part.variables))];
  return `query ${parts[0]?.name ?? ''}(${variables.join(',')}){${parts.map(({ field }) => field).join(' ')}}`;
}
