/** The plan of Apollo's planner, as the engine reads it. */
import type { FetchDataRewrite, FetchNode as ApolloFetch, PlanNode as ApolloNode, QueryPlan as ApolloPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { FetchNode, PlanNode, QueryPlan, RequiredSelection, Rewrite } from '../plan.js';
import { oneStepPerList } from './list-steps.js';

export function readApolloPlan({ node }: ApolloPlan): QueryPlan {
  if (node?.kind === 'Subscription') throw new TypeError('subscriptions are not planned');
  return { node: node ? readNode(node) : null };
}

function readNode(node: ApolloNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(readNode) };
    case 'Flatten':
      return { kind: 'Flatten', path: oneStepPerList(node.path.map(String)), node: readNode(node.node) };
    case 'Condition':
      return { kind: 'Condition', condition: node.condition, ...(node.ifClause && { ifClause: readNode(node.ifClause) }), ...(node.elseClause && { elseClause: readNode(node.elseClause) }) };
    case 'Fetch':
      return readFetch(node);
    default:
      throw new TypeError(`a plan with ${node.kind} is not asked for`);
  }
}

function readFetch(node: ApolloFetch): FetchNode {
  if (node.operationKind === 'subscription') throw new TypeError('subscriptions are not planned');
  return {
    kind: 'Fetch',
    serviceName: node.serviceName,
    operation: node.operation,
    operationKind: node.operationKind,
    variableUsages: node.variableUsages ?? [],
    ...(node.requires && { requires: node.requires.map(readRequired) }),
    ...(node.inputRewrites && { inputRewrites: node.inputRewrites.map(readRewrite) }),
    ...(node.outputRewrites && { outputRewrites: node.outputRewrites.map(readRewrite) }),
  };
}

function readRequired(selection: QueryPlanSelectionNode): RequiredSelection {
  const { selections } = selection;
  if (selection.kind === 'InlineFragment') return { kind: 'InlineFragment', ...(selection.typeCondition !== undefined && { typeCondition: selection.typeCondition }), selections: selection.selections.map(readRequired) };
  // It reads and sends under one name; what has to be sent under another is renamed by its rewrites.
  return { kind: 'Field', name: selection.alias ?? selection.name, ...(selections && { selections: selections.map(readRequired) }) };
}

function readRewrite(rewrite: FetchDataRewrite): Rewrite {
  if (rewrite.kind === 'ValueSetter') return { kind: 'ValueSetter', path: rewrite.path, setValueTo: rewrite.setValueTo };
  return { kind: 'KeyRenamer', path: rewrite.path, renameKeyTo: rewrite.renameKeyTo };
}
