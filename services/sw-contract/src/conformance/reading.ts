// Every field is answered, lists are stable and cost the same however long they are, and figures are whole.
import { expect, it } from '@jest/globals';
import type { CompanyBench } from './bench.js';

const PLACEMENT = 'id workForm hoursPerWeek secondmentFeePerHour from until status function supervisor hirer { id name kvkNumber postcodeArea } agreement { id }';
const EMPLOYMENT = 'id person { id } workerName { full } workForm hoursPerWeek from until formalEmployer { id name } payingMunicipality { code }';
const WORKPLACE = `id employer { id name kvkNumber postcodeArea } title function municipality { code } postcodeArea hoursPerWeekMin hoursPerWeekMax
  adaptations { code text } supervisionHoursPerWeek availableFrom status`;

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly status?: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type Bench = () => CompanyBench;

export function readingRules(bench: Bench): void {
  fieldRules(bench);
  listRules(bench);
  figureRules(bench);
  deliveryRules(bench);
}

function fieldRules(bench: Bench): void {
  it('answers every field of the contract without an error', async () => {
    const lists = `placements { nodes { ${PLACEMENT} employment { ${EMPLOYMENT} } workplace { ${WORKPLACE} } } }
      employments { nodes { ${EMPLOYMENT} } } workplaces { nodes { ${WORKPLACE} } }`;
    const figures = 'supervisionCapacity { hoursPerWeek freeHoursPerWeek } labourYears(year: 2014) { year monthsCounted total byMunicipality { municipality { code } total } }';
    const answer = await company(bench(), `id asOf fresh ${lists} ${figures}`);
    expect(answer.codes).toEqual([]);
    const text = JSON.stringify(answer.data);
    expect(text).toContain('"kvkNumber":"');
    expect(text).toContain('"full":"');
  });

  it('says how old its data are', async () => {
    const [{ asOf, fresh }] = entitiesOf<{ asOf: string | null; fresh: boolean }>(await company(bench(), 'asOf fresh'));
    expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect(typeof fresh).toBe('boolean');
  });
}

function listRules(bench: Bench): void {
  it('pages through every row once, in the same order', async () => {
    for (const list of ['placements', 'employments', 'workplaces']) {
      const whole = await listed(bench(), list, 'first: 200');
      const stepped = await inSteps(bench(), list);
      expect(stepped).toEqual(whole.nodes.map((one) => one.id));
      expect(whole.totalCount).toBe(whole.nodes.length);
    }
  });

  it('filters placements and places by their status', async () => {
    const active = await listed(bench(), 'placements', 'first: 200, filter: { status: ACTIVE }');
    expect(active.nodes.map((one) => one.id)).toEqual(expect.arrayContaining(bench().subject.activePlacements.map((id) => bench().id('P', id))));
    for (const status of ['PLANNED', 'ACTIVE', 'ENDED', 'SUSPENDED']) {
      const some = await listed(bench(), 'placements', `first: 200, filter: { status: ${status} }`);
      expect(some.nodes.every((one) => one.status === status)).toBe(true);
    }
    for (const status of ['OPEN', 'HELD', 'TAKEN', 'CLOSED']) {
      const some = await listed(bench(), 'workplaces', `first: 200, filter: { status: ${status} }`);
      expect(some.nodes.every((one) => one.status === status)).toBe(true);
    }
  });

  it('reads a page with workplace and employment in the same number of statements however long it is', async () => {
    const fields = (first: number) => `placements(first: ${first}, filter: { status: ACTIVE }) { totalCount nodes { id workplace { id title } employment { id workerName { full } } } }`;
    const short = await company(bench(), fields(2));
    const long = await company(bench(), fields(200));
    expect(long.statements).toBe(short.statements);
    expect(long.statements).toBeLessThanOrEqual(6);
  });

  it('refuses a page that is too large and a cursor of its own making', async () => {
    expect((await company(bench(), 'placements(first: 201) { totalCount }')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await company(bench(), 'placements(after: "x") { totalCount }')).codes).toEqual(['BAD_USER_INPUT']);
  });
}

function figureRules(bench: Bench): void {
  it('counts cells for another service only, and every worker once', async () => {
    const fields = 'cells(by: [COMPANY, MUNICIPALITY, WORK_FORM, CATEGORY, AGE_BAND]) { key count }';
    const asked = await company(bench(), fields, 'reintegration');
    const [{ cells }] = entitiesOf<{ cells: { key: string[]; count: number }[] }>(asked);
    expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(bench().subject.employments.length);
    expect(cells.every((cell) => cell.key[0] === bench().subject.code && cell.key.length === 5)).toBe(true);
    expect((await company(bench(), fields)).codes).toEqual(['FORBIDDEN']);
  });

  it('counts cells per half-year by period', async () => {
    const [{ cells }] = entitiesOf<{ cells: { key: string[] }[] }>(await company(bench(), 'cells(by: [PERIOD]) { key count }', 'reintegration'));
    expect(cells.every((cell) => ['2012-1', '2012-2', '2013-1', '2013-2'].includes(cell.key[0] ?? ''))).toBe(true);
  });

  it('sums labour years over the months that have passed', async () => {
    const [{ labourYears }] = entitiesOf<{ labourYears: { monthsCounted: number; total: string } }>(await company(bench(), 'labourYears(year: 2014) { monthsCounted total }'));
    expect(labourYears.monthsCounted).toBe(2);
    expect(labourYears.total).toMatch(/^\d+\.\d{2}$/);
    expect(Number(labourYears.total)).toBeGreaterThan(0);
  });
}

function deliveryRules(bench: Bench): void {
  it('changes nothing when the same files come again', async () => {
    const again = await bench().importAll();
    expect(again.every((result) => result.known && result.inserted === 0 && result.updated === 0)).toBe(true);
  });

  it('announced each of its employments to the directory, as pointers only', async () => {
    const rows = await bench().parts.dataSource.query<{ payload: { employments: Record<string, unknown>[] } }[]>(
      `select payload from outbox where verb = 'announce-employments' and recipient = 'reintegration' order by seq`,
    );
    const pointers = rows.flatMap((row) => row.payload.employments);
    const announced = new Set(pointers.map((pointer) => pointer['employment']));
    expect(bench().subject.employments.every((one) => announced.has(bench().id('E', one.id)))).toBe(true);
    expect(pointers.every((pointer) => Object.keys(pointer).sort().join() === 'employment,from,person,until')).toBe(true);
  });
}

function company(bench: CompanyBench, fields: string, from = 'gateway') {
  return bench.entityAnswer(bench.officer(), 'SwCompany', bench.id('C', bench.subject.code), fields, { from });
}

function entitiesOf<T>(answer: { data: Record<string, unknown> | null }): [T] {
  return answer.data?.['_entities'] as [T];
}

async function listed(bench: CompanyBench, list: string, parameters: string): Promise<Listed> {
  const status = list === 'employments' ? '' : 'status';
  const answer = await company(bench, `${list}(${parameters}) { totalCount nodes { id ${status} } pageInfo { hasNextPage endCursor } }`);
  expect(answer.codes).toEqual([]);
  return entitiesOf<Record<string, Listed>>(answer)[0][list] as Listed;
}

async function inSteps(bench: CompanyBench, list: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Listed = await listed(bench, list, after === null ? 'first: 2' : `first: 2, after: "${after}"`);
    ids.push(...page.nodes.map((one) => one.id));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return ids;
}
