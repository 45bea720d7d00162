/** Who may not read a field may not pick by it either: a filter that answers yes or no tells the value by and by. */
import { describe, expect, it } from '@jest/globals';
import { scenarioWorkers, severeWorker } from '../../local/population/fixed-people.js';
import { personOf } from '../kit/stack.js';
import { type Answered, comparable, gatewayDoor } from './asking/doors.js';
import { viewerOf } from './asking/people.js';
import { makeNegotiation } from './matrix/negotiations.js';

const caseWorker = viewerOf('CASE_WORKER', 'werk-en-inkomen', 'wsw');
const officer = viewerOf('PLACEMENT_OFFICER', 'sw-leiden', 'wsw');
const analyst = viewerOf('ANALYST', 'werk-en-inkomen', 'statistiek');
const known = scenarioWorkers[14]!;

const count = ({ data }: Answered, field: string): number | null => (data?.[field] as { totalCount: number } | null | undefined)?.totalCount ?? null;

describe('a filter on a field that the viewer may not read', () => {
  it.each([officer, analyst])('tells $body nothing of a name, by literal, by variable or by default', async (viewer) => {
    const name = known.name.split(' ')[1] ?? '';
    const ways = (search: string): [string, object][] => [
      [`{ clients(first: 1, filter: { search: "${search}" }) { totalCount } }`, {}],
      ['query C($search: String) { clients(first: 1, filter: { search: $search }) { totalCount } }', { search }],
      ['query C($filter: ClientFilter) { clients(first: 1, filter: $filter) { totalCount } }', { filter: { search } }],
      [`query C($search: String = "${search}") { clients(first: 1, filter: { search: $search }) { totalCount } }`, {}],
    ];
    for (const [index, [query, variables]] of ways(name).entries()) {
      const [there, nowhere] = await Promise.all([gatewayDoor.ask(viewer, query, variables), gatewayDoor.ask(viewer, ...ways('Xyzzy')[index]!)]);
      expect([count(there, 'clients') ?? 0, comparable(there)]).toEqual([0, comparable(nowhere)]);
    }
  });

  it('and tells the case worker, who may read names, who it is', async () => {
    const query = 'query C($search: String) { clients(first: 5, filter: { search: $search }) { totalCount } }';
    expect(count(await gatewayDoor.ask(caseWorker, query, { search: known.name.split(' ')[1] }), 'clients')).toBeGreaterThan(0);
  });

  it('tells the receiving company, which knows only a profile, not whose agreement it is', async () => {
    await makeNegotiation();
    const query = 'query A($person: ID!) { agreements(first: 5, filter: { person: $person }) { totalCount } }';
    const receiving = viewerOf('PLACEMENT_OFFICER', 'sw-zoetermeer-rijswijk', 'wsw');
    expect(count(await gatewayDoor.ask(receiving, query, { person: personOf(severeWorker.bsn) }), 'agreements') ?? 0).toBe(0);
    expect(count(await gatewayDoor.ask(officer, query, { person: personOf(severeWorker.bsn) }), 'agreements')).toBeGreaterThan(0);
  });
});
