import { describe, expect, it } from '@jest/globals';
import type { FetchNode, PlanNode, QueryPlan } from '../engine/plan.js';
import { planFigures, planText } from './plan-text.js';

const fetch = (serviceName: string, operation: string, more: Partial<FetchNode> = {}): FetchNode => ({ kind: 'Fetch', serviceName, operation, operationKind: 'query', variableUsages: [], ...more });

const plan: QueryPlan = {
  node: {
    kind: 'Sequence',
    nodes: [
      fetch('benefits', '{ person { id } }'),
      {
        kind: 'Parallel',
        nodes: [
          { kind: 'Flatten', path: ['person', 'jobs', '@', { types: ['LeidenJob'] }], node: fetch('sw-leiden', '{ _entities { id } }', { requires: [{ kind: 'InlineFragment', typeCondition: 'LeidenJob', selections: [{ kind: 'Field', name: 'id' }] }] }) },
          { kind: 'Condition', condition: 'news', ifClause: fetch('benefits', '{ news }') },
        ],
      },
    ],
  },
};

describe('a plan as text', () => {
  it('says who is asked, about which objects by which keys, and after whom', () => {
    expect(planText(plan).split('\n').filter((line) => !/[{}]$|^\s+(?:id|news)$/.test(line))).toEqual([
      'one after the other',
      '  fetch benefits',
      '  at once',
      '    if $news',
      '      fetch benefits',
    ]);
    expect(planText(plan)).toContain('    fetch sw-leiden, about person.jobs.@[LeidenJob] by LeidenJob { id }\n');
  });

  it('counts fetches, the requests in which they travel, who is asked, and how many rounds one waits', () => {
    expect(planFigures(plan)).toEqual({ fetches: 3, requests: 3, subgraphs: ['benefits', 'sw-leiden'], rounds: 2 });
    const about: PlanNode = { kind: 'Flatten', path: ['person'], node: fetch('sw-leiden', '{ _entities { id } }', { requires: [] }) };
    expect(planFigures({ node: { kind: 'Parallel', nodes: [about, { kind: 'Parallel', nodes: [about] }, fetch('sw-leiden', '{ a }')] } })).toMatchObject({ fetches: 3, requests: 2 });
    expect(planFigures({ node: null })).toEqual({ fetches: 0, requests: 0, subgraphs: [], rounds: 0 });
  });
});
