// Who sees which worker (Wsw art. 15; domain brief 2.10): each denial with its permitted twin.
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { HIDDEN_FIELD } from '#kernel/faults.js';
import type { Viewer } from '#kernel/viewer.js';
import type { CompanyBench } from './bench.js';

interface ShownEmployment {
  readonly id: string;
  readonly person: { id: string } | null;
  readonly workerName: { full: string } | null;
  readonly hoursPerWeek: string | null;
}

const FIELDS = 'id person { id } workerName { full } hoursPerWeek';
const JOINT_SERVICE = 'werk-en-inkomen';
const OF_JOINT_SERVICE = ['1916', '0629', '0626'];

type Bench = () => CompanyBench;

export function visibilityRules(bench: Bench): void {
  roleRules(bench);
  sharingRules(bench);
  doorRules(bench);
}

function roleRules(bench: Bench): void {
  it('shows the own placement officer every worker, and no worker by his id without a purpose', async () => {
    const { subject } = bench();
    expect(await workersFor(bench(), bench().officer())).toHaveLength(subject.employments.length);
    expect(await worker(bench(), bench().viewer(['PLACEMENT_OFFICER'], bench().parts.body, null))).toBeNull();
  });

  it('shows a case worker the workers whom the municipalities of his body pay for, no others', async () => {
    const mine = bench().subject.employments.filter((one) => OF_JOINT_SERVICE.includes(one.payingMunicipality));
    const seen = await workersFor(bench(), bench().viewer(['CASE_WORKER'], JOINT_SERVICE));
    expect(seen.map((one) => one.workerName?.full).sort()).toEqual(mine.map((one) => one.workerName).sort());
    const other = bench().subject.employments.find((one) => !OF_JOINT_SERVICE.includes(one.payingMunicipality));
    const hidden = await bench().entity(bench().viewer(['CASE_WORKER'], JOINT_SERVICE), 'SwEmployment', bench().id('E', other?.id ?? ''), FIELDS);
    expect(hidden).toBeNull();
  });

  it('shows a worker himself, and an analyst nobody', async () => {
    const [first] = bench().subject.employments;
    const self = bench().viewer(['WORKER'], bench().parts.body, 'inzage', bench().person(first?.bsn ?? ''));
    const seen = await workersFor(bench(), self);
    expect(seen.map((one) => one.workerName?.full)).toEqual([first?.workerName]);
    for (const role of ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL', 'WIJKTEAM', 'OPERATOR', 'PRIVACY_OFFICER'] as const) {
      expect(await workersFor(bench(), bench().viewer([role], JOINT_SERVICE))).toEqual([]);
      expect(await worker(bench(), bench().viewer([role], JOINT_SERVICE))).toBeNull();
    }
  });
}

function sharingRules(bench: Bench): void {
  it('shows a shared worker by name to the body he is shared with, until the share ends', async () => {
    const agreement = randomUUID();
    const friend = bench().viewer(['PLACEMENT_OFFICER'], 'gm-0637');
    const stranger = bench().viewer(['PLACEMENT_OFFICER'], 'gm-0603');
    expect(await worker(bench(), friend)).toBeNull();
    const share = { agreement, employment: bench().id('E', bench().subject.employments[0]?.id ?? ''), with: ['gm-0637'] };
    await bench().command('share-employment', share);
    expect(await worker(bench(), friend)).toMatchObject({ person: null, workerName: { full: bench().subject.employments[0]?.workerName } });
    expect(await worker(bench(), stranger)).toBeNull();
    await bench().command('unshare-employment', { agreement });
    expect(await worker(bench(), friend)).toBeNull();
  });

  it('gives the directory a profile without name or person, for a placement officer of another company', async () => {
    const officer = bench().viewer(['PLACEMENT_OFFICER'], 'gm-0637');
    const profile = await worker(bench(), officer, 'reintegration');
    expect(profile).toMatchObject({ person: null, workerName: null });
    expect(profile?.hoursPerWeek).toBeTruthy();
    expect(await worker(bench(), officer, 'benefits')).toBeNull();
  });
}

function doorRules(bench: Bench): void {
  it('refuses the lists about workers without a purpose and keeps the rest of the answer', async () => {
    const lists = 'employments { totalCount } placements { totalCount } workplaces { totalCount }';
    const ask = (viewer: Viewer) => bench().entityAnswer(viewer, 'SwCompany', bench().id('C', bench().subject.code), lists);
    const refused = await ask(bench().viewer(['PLACEMENT_OFFICER'], bench().parts.body, null));
    const permitted = await ask(bench().officer());
    expect(refused.codes).toEqual([HIDDEN_FIELD, HIDDEN_FIELD]);
    expect(permitted.codes).toEqual([]);
    const company = await bench().entity<object>(bench().officer(), 'SwCompany', bench().id('C', bench().subject.code), lists);
    expect(company).toMatchObject({ employments: { totalCount: bench().subject.employments.length }, placements: expect.anything() });
    expect(refused.data).toEqual({ _entities: [{ ...company, employments: null, placements: null }] });
  });

  it('goes on after a cursor of the same list and refuses one of another', async () => {
    const page = (list: string, after: string | null) =>
      bench().entityAnswer(bench().officer(), 'SwCompany', bench().id('C', bench().subject.code), `${list}(first: 1, after: ${JSON.stringify(after)}) { nodes { id } pageInfo { endCursor } }`);
    const first = await page('workplaces', null);
    const endCursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(first.data))?.[1] ?? '';
    const next = await page('workplaces', endCursor);
    expect([endCursor === '', next.codes]).toEqual([false, []]);
    expect(next.data).not.toEqual(first.data);
    expect((await page('placements', endCursor)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await page('employments', endCursor)).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('shows placements to the own officer and not to another company, but places to all', async () => {
    const other = bench().viewer(['PLACEMENT_OFFICER'], 'gm-0637');
    expect(await countOf(bench(), bench().officer(), 'placements')).toBeGreaterThanOrEqual(3);
    expect(await countOf(bench(), other, 'placements')).toBe(0);
    expect(await countOf(bench(), other, 'workplaces')).toBeGreaterThanOrEqual(5);
    const placement = bench().id('P', bench().subject.activePlacements[0] ?? '');
    expect(await bench().entity(other, 'Placement', placement, 'id')).toBeNull();
    expect(await bench().entity(bench().officer(), 'Placement', placement, 'id')).toEqual({ id: placement });
  });

  it('answers nothing for the ids of another company', async () => {
    expect(await bench().entity(bench().officer(), 'SwEmployment', `elsewhere:E:${bench().subject.employments[0]?.id}`, 'id')).toBeNull();
    expect(await bench().entity(bench().officer(), 'SwCompany', 'elsewhere:C:elsewhere', 'id')).toBeNull();
    expect(await bench().entity(bench().officer(), 'Workplace', bench().id('E', '1'), 'id')).toBeNull();
  });
}

async function workersFor(bench: CompanyBench, viewer: Viewer): Promise<readonly ShownEmployment[]> {
  const fields = `employments(first: 200) { totalCount nodes { ${FIELDS} } }`;
  const company = await bench.entity<{ employments: { totalCount: number; nodes: ShownEmployment[] } | null }>(viewer, 'SwCompany', bench.id('C', bench.subject.code), fields);
  expect(company?.employments?.totalCount).toBe(company?.employments?.nodes.length);
  return company?.employments?.nodes ?? [];
}

function worker(bench: CompanyBench, viewer: Viewer, from = 'gateway'): Promise<ShownEmployment | null> {
  return bench.entity<ShownEmployment>(viewer, 'SwEmployment', bench.id('E', bench.subject.employments[0]?.id ?? ''), FIELDS, { from });
}

async function countOf(bench: CompanyBench, viewer: Viewer, list: 'placements' | 'workplaces'): Promise<number | undefined> {
  const company = await bench.entity<Record<typeof list, { totalCount: number }>>(viewer, 'SwCompany', bench.id('C', bench.subject.code), `${list} { totalCount }`);
  return company?.[list].totalCount;
}
