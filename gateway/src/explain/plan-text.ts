/** A query plan as an operator reads it: who is asked what, after whom, and about which objects. */
import { parse, print } from 'graphql';
import { beginningTogether } from '../engine/execution/question-parts.js';
import type { FetchNode, PathStep, PlanNode, QueryPlan, RequiredSelection } from '../engine/plan.js';

export interface PlanFigures {
  readonly fetches: number;
  /** Most that are sent: fetches that begin together travel together. */
  readonly requests: number;
  readonly subgraphs: readonly string[];
  /** The longest row of fetches of which each waits for the one before it. */
  readonly rounds: number;
}

export function planFigures({ node }: QueryPlan): PlanFigures {
  const fetches = fetchesIn(node);
  return { fetches: fetches.length, requests: fetches.length - beginningTogether(node).reduce((sum, one) => sum + one.length - 1, 0), subgraphs: [...new Set(fetches.map(({ serviceName }) => serviceName))].sort(), rounds: rounds(node) };
}

export function planText({ node }: QueryPlan): string {
  return node ? linesOf(node, null).join('\n') : 'nothing is fetched';
}

function childrenOf(node: PlanNode): readonly PlanNode[] {
  if (node.kind === 'Sequence' || node.kind === 'Parallel') return node.nodes;
  if (node.kind === 'Flatten') return [node.node];
  return node.kind === 'Condition' ? [node.ifClause, node.elseClause].filter((one) => one !== undefined) : [];
}

function fetchesIn(node: PlanNode | null): FetchNode[] {
  if (!node) return [];
  return node.kind === 'Fetch' ? [node] : childrenOf(node).flatMap(fetchesIn);
}

function rounds(node: PlanNode | null): number {
  if (!node) return 0;
  if (node.kind === 'Fetch') return 1;
  const each = childrenOf(node).map(rounds);
  return node.kind === 'Sequence' ? each.reduce((sum, one) => sum + one, 0) : Math.max(0, ...each);
}

/** `path`: of the objects that a fetch is about; null at the root. */
function linesOf(node: PlanNode, path: string | null): string[] {
  switch (node.kind) {
    case 'Fetch':
      return fetchLines(node, path);
    case 'Flatten':
      return linesOf(node.node, pathText(node.path));
    case 'Condition':
      return [...clauseLines(`if $${node.condition}`, node.ifClause, path), ...clauseLines(`unless $${node.condition}`, node.elseClause, path)];
    default:
      return [node.kind === 'Sequence' ? 'one after the other' : 'at once', ...node.nodes.flatMap((one) => indented(linesOf(one, path)))];
  }
}

function clauseLines(title: string, clause: PlanNode | undefined, path: string | null): string[] {
  return clause ? [title, ...indented(linesOf(clause, path))] : [];
}

function fetchLines({ serviceName, operation, operationKind, requires }: FetchNode, path: string | null): string[] {
  const about = path === null ? '' : `, about ${path}${requires ? ` by ${requires.map(requiredText).join(' ')}` : ''}`;
  return [`${operationKind === 'mutation' ? 'command' : 'fetch'} ${serviceName}${about}`, ...indented(print(parse(operation)).split('\n'))];
}

function pathText(path: readonly PathStep[]): string {
  return path.map((step) => (typeof step === 'string' ? step : `|[${step.types.join('|')}]`)).join('.').replaceAll('.|', '');
}

function requiredText(selection: RequiredSelection): string {
  const inner = selection.selections?.map(requiredText).join(' ');
  if (selection.kind === 'Field') return inner ? `${selection.name} { ${inner} }` : selection.name;
  return `${selection.typeCondition ?? '...'} { ${inner} }`;
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
