/** The four contract files run as written, each as the role that it names. */
import { describe, expect, it } from '@jest/globals';
import type { DossierView, PlacementsView } from '../../local/demo/answers.js';
import * as deed from '../../local/demo/deeds.js';
import { agreed, recorded } from '../../local/demo/deeds.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../local/population/fixed-workplaces.js';
import { termsFrom } from '../../local/demo/chapters/steps.js';
import { as, personOf, today } from '../kit/stack.js';

const worker = scenarioWorkers[15]!;
const place = `zoetermeer-rijswijk:W:${scenarioWorkplaces[15]!.number}`;

interface Table {
  readonly dimensions: readonly string[];
  readonly rule: string;
  readonly rows: readonly { readonly key: readonly string[]; readonly count: number | null; readonly suppressed: boolean }[];
  readonly sources: readonly { readonly body: { readonly id: string }; readonly answered: boolean }[];
}

describe('portal-dossier', () => {
  it('shows a case worker the whole dossier without an error', async () => {
    const { data, errors } = await (await as('case-worker')).run<{ person: DossierView }>('portal-dossier', 'Dossier', { person: personOf(worker.bsn) });
    expect(errors).toBeUndefined();
    expect(data?.person).toMatchObject({ id: personOf(worker.bsn), bsn: worker.bsn, name: { full: worker.name }, birthDate: worker.birthDate, residence: { code: '0626', name: 'Voorschoten' } });
    expect(data?.person.employments).toEqual([expect.objectContaining({ id: `leiden:E:${worker.employmentNumber}`, workForm: 'INTERNAL', formalEmployer: expect.anything() })]);
    expect(data?.person.indications).toEqual([expect.objectContaining({ kind: 'WSW', category: 'MODERATE', validUntil: worker.validUntil })]);
  });
});

describe('partner-placements', () => {
  it.each([
    ['placement-leiden', 'leiden'],
    ['placement-zoetermeer-rijswijk', 'zoetermeer-rijswijk'],
    ['placement-wassenaar', 'wassenaar'],
  ])('shows %s its own placements, page after page, each once', async (user, code) => {
    const client = await as(user);
    const seen = new Set<string>();
    let total = 0;
    for (let after: string | null = null, more = true; more; ) {
      const answer: Awaited<ReturnType<typeof client.run<PlacementsView>>> = await client.run<PlacementsView>('partner-placements', 'MyPlacements', { code, after });
      expect(answer.errors).toBeUndefined();
      const page: NonNullable<PlacementsView['swCompany']>['placements'] = answer.data?.swCompany?.placements ?? null;
      total = page?.totalCount ?? -1;
      page?.nodes.forEach((node) => seen.add(node?.id ?? ''));
      [after, more] = [page?.pageInfo.endCursor ?? null, page?.pageInfo.hasNextPage ?? false];
    }
    expect(total).toBeGreaterThan(20);
    expect(seen.size).toBe(total);
  });
});

describe('analyst-handling', () => {
  it('gives an analyst tables without a small cell and without a person', async () => {
    const { data, errors } = await (await as('analyst')).run<Record<string, Table>>('analyst-handling', 'Handling', { year: 2013 });
    expect(errors).toBeUndefined();
    const { applicationStatistics: handling, swStatistics: workers } = data!;
    expect(handling!.dimensions).toEqual(['MUNICIPALITY', 'QUARTER']);
    expect(handling!.rows.length).toBeGreaterThan(4);
    expect(workers!.sources.map(({ body, answered }) => [body.id, answered])).toEqual([['sw-zoetermeer-rijswijk', true], ['sw-leiden', true], ['sw-wassenaar', true]]);
    for (const row of [...handling!.rows, ...workers!.rows]) expect(row.suppressed ? row.count === null : row.count! >= 10).toBe(true);
    expect(workers!.rows.some((row) => !row.suppressed)).toBe(true);
  });
});

describe('negotiation', () => {
  it('goes from options to the worker\'s yes, each step by its own operation', async () => {
    const caseWorker = await as('case-worker');
    const person = personOf(worker.bsn);
    const found = await deed.options(caseWorker, person);
    expect(found.sources.map(({ answered }) => answered)).toEqual([true, true, true]);
    expect(found.options.length).toBeGreaterThan(0);
    const offer = recorded(await deed.recordOffer(caseWorker, person, [place], today()));
    recorded(await deed.recordChoice(caseWorker, offer.id, place, today()));
    const proposed = agreed(await deed.propose(caseWorker, offer.id, termsFrom(today(), '24')));
    const countered = agreed(await deed.counter(await as('placement-zoetermeer-rijswijk'), proposed, termsFrom(today(), '28')));
    expect(countered.terms).toMatchObject({ version: 2, hoursPerWeek: '28' });
    expect(countered.terms.hash).not.toBe(proposed.terms.hash);
    expect(countered.parties.filter((party) => party.acceptedTermsVersion !== null).map((party) => party.role)).toEqual(['RECEIVING_COMPANY']);
    const byLeiden = agreed(await deed.accept(await as('placement-leiden'), countered, countered.terms.hash));
    const byAll = agreed(await deed.accept(caseWorker, byLeiden, byLeiden.terms.hash));
    expect(['RESERVING', 'AGREED']).toContain(byAll.state);
    const informed = agreed(await deed.inform(caseWorker, byAll, today()));
    const decided = agreed(await deed.workerDecides(caseWorker, informed, 'AGREED', today()));
    expect(['WORKER_AGREED', 'COMMITTING', 'SIGNED']).toContain(decided.state);
  });
});
