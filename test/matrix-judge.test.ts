/** The judge of the matrix (test/doors/matrix) on answers that are wrong on purpose: it must not find everything in order by never looking. */
import { describe, expect, it } from '@jest/globals';
import { viewerOf } from './doors/asking/people.js';
import { judge } from './doors/matrix/judge.js';
import type { Path } from './doors/matrix/paths.js';
import type { Rows } from './doors/matrix/rows.js';

const at = (parent: string, field: string, narrowed = false) => ({ parent, field, narrowed });
const BSN: Path = [at('Query', 'person'), at('Person', 'bsn')];
const NAME: Path = [at('Query', 'swCompanies'), at('LeidenSwCompany', 'employments', true), at('LeidenSwEmploymentConnection', 'nodes'), at('LeidenSwEmployment', 'workerName')];
const caseWorker = viewerOf('CASE_WORKER', 'werk-en-inkomen', 'wsw');
const officer = viewerOf('PLACEMENT_OFFICER', 'sw-leiden', 'wsw');

const rowsThat = (allowed: boolean | undefined, registered = true): Rows => ({ allows: () => allowed, isRegistered: () => registered }) as unknown as Rows;
const person = (bsn: unknown): never => ({ person: { __typename: 'Person', id: 'p1', bsn } }) as never;
const named = (workerName: unknown): never =>
  ({ swCompanies: [{ __typename: 'WassenaarSwCompany', id: 'w' }, { __typename: 'LeidenSwCompany', id: 'l', employments: { nodes: [{ __typename: 'LeidenSwEmployment', id: 'leiden:E:1', workerName }] } }] }) as never;

describe('the judge', () => {
  it('finds a field that is closed for the role and was shown', () => {
    expect(judge(officer, rowsThat(true), BSN, person('990001003'), []).mismatch).toBe('seen, though Person.bsn is closed');
    expect(judge(officer, rowsThat(true), BSN, person(null), [])).toEqual({ outcome: 'hidden', mismatch: null });
  });

  it('finds a row of somebody else in an open field', () => {
    expect(judge(caseWorker, rowsThat(false), BSN, person('990001003'), []).mismatch).toContain('none of the viewer');
    expect(judge(caseWorker, rowsThat(true), BSN, person('990001003'), [])).toEqual({ outcome: 'seen', mismatch: null });
    expect(judge(officer, rowsThat(false), NAME, named({ full: 'Iemand' }), []).mismatch).toContain('SwEmployment leiden:E:1');
  });

  it('finds what is the viewer\'s and was not shown, unless a body was away or the register does not know him', () => {
    expect(judge(caseWorker, rowsThat(true), BSN, person(null), []).mismatch).toContain('though it is the viewer');
    expect(judge(caseWorker, rowsThat(true), BSN, person(null), [{ extensions: { code: 'UNAVAILABLE' } }]).mismatch).toBeNull();
    expect(judge(caseWorker, rowsThat(false), BSN, person(null), []).mismatch).toBeNull();
    expect(judge(caseWorker, rowsThat(true, false), BSN, person(null), []).mismatch).toBeNull();
  });

  it('goes through interfaces to the type that the way names, and no further than the answer', () => {
    expect(judge(officer, rowsThat(true), NAME, named({ full: 'Iemand' }), []).outcome).toBe('seen');
    expect(judge(officer, rowsThat(true), NAME, named(null), []).outcome).toBe('hidden');
    expect(judge(officer, rowsThat(true), NAME, { swCompanies: [] } as never, []).outcome).toBe('nothing there');
    expect(judge(officer, rowsThat(true), NAME, null as never, [{ extensions: { code: 'FORBIDDEN' } }]).outcome).toBe('hidden');
  });
});
