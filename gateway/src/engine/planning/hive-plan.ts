/**
 * The plan of Hive's planner, as the engine reads it. A fetch for several places at once becomes one per place, at the same time and with the same text: the
 * engine asks what is identical once.
 */
import type * as hive from '@graphql-hive/router-query-planner';
import type { FetchNode, FlattenNode, PathStep, PlanNode, QueryPlan, RequiredSelection, Rewrite } from '../plan.js';
import { questionOf } from './hive-batch.js';
import { joinedPaths } from './hive-paths.js';

export function readHivePlan({ node }: hive.QueryPlan): QueryPlan {
  return { node: node ? readNode(node) : null };
}

function readNode(node: hive.PlanNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(readNode) };
    case 'Flatten':
      return { kind: 'Flatten', path: node.path.map(readStep), node: readNode(node.node) };
    case 'Condition':
      return { kind: 'Condition', condition: node.condition, ...(node.ifClause && { ifClause: readNode(node.ifClause) }), ...(node.elseClause && { elseClause: readNode(node.elseClause) }) };
    case 'Fetch':
      return { ...head(node), operation: node.operation, variableUsages: node.variableUsages ?? [], ...(node.requires && { requires: node.requires.map(readRequired) }), ...rewrites(node, node.requires) };
    case 'BatchFetch':
      return { kind: 'Parallel', nodes: node.entityBatch.aliases.flatMap((alias) => readAlias(node, alias)) };
    default:
      throw new TypeError(`a plan with ${node.kind} is not asked for`);
  }
}

function readAlias(node: hive.BatchFetchNode, alias: hive.EntityBatchAlias): FlattenNode[] {
  const fetch: FetchNode = { ...head(node), ...questionOf(node.operation, alias.alias, alias.representationsVariableName), requires: alias.requires.map(readRequired), ...rewrites(alias, alias.requires) };
  // A node of its own for each: whoever runs the plan knows a fetch by its node.
  return joinedPaths(alias.paths.map((path) => path.map(readStep))).map((path) => ({ kind: 'Flatten', path, node: { ...fetch } }));
}

function head({ serviceName, operationKind = 'query' }: hive.FetchNode | hive.BatchFetchNode): Pick<FetchNode, 'kind' | 'serviceName' | 'operationKind'> {
  if (operationKind === 'subscription') throw new TypeError('subscriptions are not planned');
  return { kind: 'Fetch', serviceName, operationKind };
}

function rewrites({ inputRewrites, outputRewrites }: Pick<hive.FetchNode, 'inputRewrites' | 'outputRewrites'>, requires: readonly hive.RequiresSelection[] = []): Pick<FetchNode, 'inputRewrites' | 'outputRewrites'> {
  const input = [...sentAs(requires, []), ...(inputRewrites ?? []).flatMap(readRewrite)];
  return { ...(input.length > 0 && { inputRewrites: input }), ...(outputRewrites && { outputRewrites: outputRewrites.flatMap(readRewrite) }) };
}

function readStep(step: hive.FlattenNodePathSegment): PathStep {
  if (step === '@') return '@';
  return 'Field' in step ? step.Field : { types: step.TypeCondition };
}

/** Here an alias is the name under which a value is sent; its own name is the key under which it was fetched. */
function sentAs(requires: readonly hive.RequiresSelection[], path: readonly string[]): Rewrite[] {
  return requires.flatMap((one) => {
    if (one.kind === 'FragmentSpread') return [];
    if (one.kind === 'InlineFragment') return sentAs(one.selections, one.typeCondition === undefined ? path : [...path, `... on ${one.typeCondition}`]);
    const below = sentAs(one.selections ?? [], [...path, one.name]);
    return one.alias === undefined ? below : [...below, { kind: 'KeyRenamer' as const, path: [...path, one.name], renameKeyTo: one.alias }];
  });
}

function readRequired(selection: hive.RequiresSelection): RequiredSelection {
  if (selection.kind === 'FragmentSpread') throw new TypeError('a representation is written out');
  if (selection.kind === 'InlineFragment') return { kind: 'InlineFragment', typeCondition: selection.typeCondition, selections: selection.selections.map(readRequired) };
  return { kind: 'Field', name: selection.name, ...(selection.selections && { selections: selection.selections.map(readRequired) }) };
}

/** One for each type that a step names. */
function readRewrite(rewrite: hive.FetchRewrite): Rewrite[] {
  if ('KeyRenamer' in rewrite) return paths(rewrite.KeyRenamer.path).map((path) => ({ kind: 'KeyRenamer', path, renameKeyTo: rewrite.KeyRenamer.renameKeyTo }));
  const setter = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return paths(setter.path).map((path) => ({ kind: 'ValueSetter', path, setValueTo: setter.setValueTo }));
}

function paths(steps: readonly hive.FetchNodePathSegment[]): string[][] {
  return steps.reduce<string[][]>((before, step) => {
    const names = 'Key' in step ? [step.Key] : step.TypenameEquals.map((type) => `... on ${type}`);
    return before.flatMap((path) => names.map((name) => [...path, name]));
  }, [[]]);
}
