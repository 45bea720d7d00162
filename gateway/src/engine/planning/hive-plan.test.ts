import { describe, expect, it } from '@jest/globals';
import type { BatchFetchNode } from '@graphql-hive/router-query-planner';
import { readHivePlan } from './hive-plan.js';

const BATCH: BatchFetchNode = {
  kind: 'BatchFetch',
  serviceName: 'people',
  operationKind: 'query',
  operation: 'query($__batch_reps_0:[_Any!]!, $n:Int, $__batch_reps_1:[_Any!]!){_e0: _entities(representations: $__batch_reps_0){...a} _e1: _entities(representations: $__batch_reps_1){...on Other{id}}} fragment a on Person {pets(first: $n){id}}',
  entityBatch: {
    aliases: [
      {
        alias: '_e0',
        representationsVariableName: '__batch_reps_0',
        paths: ['A', 'B', 'C'].map((type) => [{ Field: 'places' }, '@' as const, { TypeCondition: [type] }, { Field: 'person' }]),
        requires: [{ kind: 'InlineFragment', typeCondition: 'Person', selections: [{ kind: 'Field', name: 'id' }] }],
        outputRewrites: [{ KeyRenamer: { path: [{ TypenameEquals: ['Person', 'Boss'] }, { Key: 'pets__alias_0' }], renameKeyTo: 'pets' } }],
      },
      { alias: '_e1', representationsVariableName: '__batch_reps_1', paths: [[{ Field: 'other' }]], requires: [] },
    ],
  },
};

describe("Hive's plan as the engine reads it", () => {
  it('a fetch for several places becomes a question for each, with nothing of the others', () => {
    const { node } = readHivePlan({ kind: 'QueryPlan', node: BATCH });
    expect(node).toMatchObject({
      kind: 'Parallel',
      nodes: [
        { kind: 'Flatten', path: ['places', '@', { types: ['A', 'B', 'C'] }, 'person'], node: { operation: 'query($representations:[_Any!]!$n:Int){_entities(representations:$representations){...a}}fragment a on Person{pets(first:$n){id}}', variableUsages: ['n'] } },
        { kind: 'Flatten', path: ['other'], node: { operation: 'query($representations:[_Any!]!){_entities(representations:$representations){...on Other{id}}}', variableUsages: [] } },
      ],
    });
  });

  it('a rewrite for several types is one for each', () => {
    const { node } = readHivePlan({ kind: 'QueryPlan', node: BATCH });
    expect(JSON.stringify(node)).toContain(JSON.stringify([
      { kind: 'KeyRenamer', path: ['... on Person', 'pets__alias_0'], renameKeyTo: 'pets' },
      { kind: 'KeyRenamer', path: ['... on Boss', 'pets__alias_0'], renameKeyTo: 'pets' },
    ]));
  });

  it('paths are joined only where they differ in one step', () => {
    const paths = [['A', 'X'], ['A', 'Y'], ['B', 'X']].map(([one, two]) => [{ TypeCondition: [one!] }, { Field: 'f' }, { TypeCondition: [two!] }]);
    const node = { ...BATCH, entityBatch: { aliases: [{ ...BATCH.entityBatch.aliases[0]!, paths }] } };
    const read = readHivePlan({ kind: 'QueryPlan', node }).node;
    const found = read?.kind === 'Parallel' ? read.nodes.map((one) => (one.kind === 'Flatten' ? one.path : null)) : null;
    expect(found).toEqual([[{ types: ['A', 'B'] }, 'f', { types: ['X'] }], [{ types: ['A'] }, 'f', { types: ['Y'] }]]);
  });
});
