// What a company supplies to the half-yearly statistics: to the directory that makes a delivery, and to nobody else.
import { expect, it } from '@jest/globals';
import type { Viewer } from '#kernel/viewer.js';
import type { CompanyBench } from './bench.js';

type Bench = () => CompanyBench;

const FORM = 'from until hoursPerWeek paidPercentage';
const FIELDS = `employmentStatistics(halfYear: 20132, persons: $persons) {
  known employments { person payingMunicipality contract { ${FORM} secondment } supervised { ${FORM} } leavingReason destination } }`;

interface Told {
  readonly known: boolean;
  readonly employments: readonly { readonly person: string; readonly contract: { readonly from: string } | null; readonly supervised: { readonly from: string } | null }[];
}

export function statisticsRules(bench: Bench): void {
  it('tells the directory of the persons that it names, each once, with a form of work', async () => {
    const persons = bench().subject.employments.map(({ bsn }) => bench().person(bsn));
    const told = await asked(bench(), caseWorker(bench()), persons);
    expect(told?.known).toBe(true);
    expect(told?.employments.map(({ person }) => person)).toEqual([...persons].sort());
    expect(told?.employments.every(({ contract, supervised }) => (contract ?? supervised)?.from !== undefined)).toBe(true);
    expect((await asked(bench(), caseWorker(bench()), persons.slice(0, 1)))?.employments).toHaveLength(1);
    expect((await asked(bench(), caseWorker(bench()), [bench().person('990000999')]))?.employments).toEqual([]);
  });

  it('tells the work of each as the company holds it, in the codes of the regulation', async () => {
    const expected = bench().subject.statistics ?? {};
    const told = await asked(bench(), caseWorker(bench()), Object.keys(expected).map((bsn) => bench().person(bsn)));
    const known = new Map(Object.entries(expected).map(([bsn, one]) => [bench().person(bsn), one]));
    expect(told?.employments).toEqual([...known].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([person, one]) => ({ person, ...one })));
  });

  it('does not know a half-year that is not over', async () => {
    const [first] = bench().subject.employments;
    const told = await asked(bench(), caseWorker(bench()), [bench().person(first?.bsn ?? '')], { fields: FIELDS.replace('20132', '20141') });
    expect(told).toEqual({ known: false, employments: [] });
  });

  it('tells it to no other service, for no other purpose and in no other role', async () => {
    const [first] = bench().subject.employments;
    const persons = [bench().person(first?.bsn ?? '')];
    expect(await asked(bench(), caseWorker(bench()), persons, { from: 'gateway' })).toBeNull();
    expect(await asked(bench(), caseWorker(bench(), 'wsw'), persons)).toBeNull();
    expect(await asked(bench(), bench().viewer(['PLACEMENT_OFFICER'], 'werk-en-inkomen', 'levering-statistiek-wsw'), persons)).toBeNull();
    expect(await asked(bench(), bench().viewer(['ANALYST'], 'werk-en-inkomen', 'statistiek'), persons)).toBeNull();
  });

  it('refuses more persons than a page', async () => {
    expect(await asked(bench(), caseWorker(bench()), Array.from({ length: 201 }, (_, index) => `p${index}`))).toBeNull();
  });

  it('writes down whom it told about', async () => {
    const [first, second] = bench().subject.employments;
    const persons = [first, second].map((one) => bench().person(one?.bsn ?? ''));
    const answer = await ask(bench(), caseWorker(bench()), persons);
    const lines = await bench().parts.dataSource.query<{ subject: string }[]>('select data_subject_id as subject from processing_log where request = $1', [answer.requestId]);
    expect(lines.map(({ subject }) => subject).sort()).toEqual(persons.map((one) => bench().parts.log.pseudonym(one)).sort());
  });
}

function caseWorker(bench: CompanyBench, purpose = 'levering-statistiek-wsw'): Viewer {
  return bench.viewer(['CASE_WORKER'], 'werk-en-inkomen', purpose);
}

async function asked(bench: CompanyBench, viewer: Viewer, persons: readonly string[], options: { from?: string; fields?: string } = {}): Promise<Told | null> {
  const answer = await ask(bench, viewer, persons, options);
  const [company] = (answer.data?.['_entities'] ?? []) as { employmentStatistics: Told | null }[];
  return company?.employmentStatistics ?? null;
}

function ask(bench: CompanyBench, viewer: Viewer, persons: readonly string[], { from = 'reintegration', fields = FIELDS }: { from?: string; fields?: string } = {}) {
  const { code } = bench.subject;
  const type = `${code.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}SwCompany`;
  const query = `query ($of: [_Any!]!, $persons: [ID!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`;
  return bench.ask(viewer, query, { of: [{ __typename: type, id: bench.id('C', code) }], persons }, { from });
}
