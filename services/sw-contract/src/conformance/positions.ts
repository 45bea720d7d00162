// Exact month-end positions: for the directory that sums the companies, of the municipalities that its viewer answers for, and for nobody else.
import { expect, it } from '@jest/globals';
import { typeName } from '#kernel/ids.js';
import type { Role } from '#kernel/viewer.js';
import { countedMonthEnds, labourYears } from '../domain/labour-years.js';
import type { Category } from '../model.js';
import type { CompanyBench } from './bench.js';

type Bench = () => CompanyBench;

interface Position {
  readonly monthEnd: string;
  readonly municipality: string;
  readonly category: Category;
  readonly hoursPerWeek: string;
}

const JOINT_SERVICE = ['0626', '0629', '1916'];
const MEASURE = { fullWeekHours: '36', severeFactor: '1.25' };
const FIELDS = 'labourPositions(year: 2014) { monthEnd municipality category hoursPerWeek }';

export function positionRules(bench: Bench): void {
  it('tells the directory the positions of its viewer\'s municipalities, that make the same labour years', async () => {
    const positions = (await asked<Position>(bench(), FIELDS, 'CASE_WORKER', 'reintegration')) ?? [];
    expect(positions.filter(({ municipality }) => !JOINT_SERVICE.includes(municipality))).toEqual([]);
    expect(new Set(positions.map(({ monthEnd }) => monthEnd))).toEqual(new Set(positions.length === 0 ? [] : countedMonthEnds(2014, '2014-03-03')));
    const { byMunicipality } = labourYears(2014, 2, positions.map((one) => ({ ...one, workForm: 'INTERNAL' as const })), MEASURE);
    const own = await shownToItsOwnOfficer(bench());
    expect(byMunicipality).toEqual(own.filter(({ municipality }) => JOINT_SERVICE.includes(municipality)));
  });

  it('tells them for who answers for the minimum only, and to the directory only', async () => {
    expect(await asked(bench(), FIELDS, 'POLICY_OFFICER', 'reintegration')).not.toBeNull();
    expect(await asked(bench(), FIELDS, 'ANALYST', 'reintegration')).toBeNull();
    expect(await asked(bench(), FIELDS, 'CASE_WORKER', 'gateway')).toBeNull();
    expect(await asked(bench(), FIELDS, 'CASE_WORKER', 'benefits')).toBeNull();
  });
}

/** A company's own officer is shown every figure as it is, however small. */
async function shownToItsOwnOfficer(bench: CompanyBench): Promise<readonly { municipality: string; total: string }[]> {
  const answer = await bench.ask(bench.officer(), companyQuery(bench, 'labourYears(year: 2014) { byMunicipality { municipality { code } total } }'), referenceTo(bench));
  const [company] = (answer.data?.['_entities'] ?? []) as { labourYears: { byMunicipality: readonly { municipality: { code: string }; total: string }[] } }[];
  return (company?.labourYears.byMunicipality ?? []).map(({ municipality, total }) => ({ municipality: municipality.code, total }));
}

const typeOf = ({ subject }: CompanyBench): string => typeName(subject.code, 'SwCompany');
const companyQuery = (bench: CompanyBench, fields: string): string => `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typeOf(bench)} { ${fields} } } }`;
const referenceTo = (bench: CompanyBench): Record<string, unknown> => ({ of: [{ __typename: typeOf(bench), id: bench.id('C', bench.subject.code) }] });

async function asked<T>(bench: CompanyBench, fields: string, role: Role, from: string): Promise<readonly T[] | null> {
  const viewer = bench.viewer([role], 'werk-en-inkomen', role === 'CASE_WORKER' ? 'wsw' : 'beleid');
  const answer = await bench.ask(viewer, companyQuery(bench, fields), referenceTo(bench), { from });
  const [company] = (answer.data?.['_entities'] ?? []) as ({ labourPositions?: readonly T[] | null } | null)[];
  return company?.labourPositions ?? null;
}
