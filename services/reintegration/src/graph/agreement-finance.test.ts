import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '#kernel/viewer.js';
import type { Agreement } from '../domain/agreement.js';
import type { FinanceFacts } from '../domain/finance-facts.js';
import { agreementAfter, FACTS, ON, versionOf, viewerOf, WAY_TO } from '../domain/testing/sample-agreement.js';
import type { AgreementContext } from './agreement-context.js';
import { AgreementFinanceFields, TermsFinanceField } from './agreement-finance.fields.js';
import { termsView } from './terms.type.js';

const parameter = (name: string, value: string) => ({ name, municipality: null, from: '2008-01-01', until: null, value, unit: '', ground: '', verified: true });
const grants = ['0626', '0629'].map((municipality) => ({ municipality, year: 2014, stateGrant: '2600000', minimumLabourYears: '100', realisedLabourYears: null }));
const KEPT: FinanceFacts = { category: 'MODERATE', moves: [], municipalities: grants };
const move = { person: 'person-1', on: '2012-05-01', from: '0626', to: '0629' };
const fields = new AgreementFinanceFields();

function agreementWith(finance: FinanceFacts | undefined, state: keyof typeof WAY_TO = 'PROPOSED'): Agreement {
  const agreement = agreementAfter(...WAY_TO[state]);
  return { ...agreement, current: versionOf(1, {}, finance ? { ...FACTS, finance } : FACTS) };
}

function contextFor(viewer: Viewer, now: { readonly category?: 'MODERATE' | 'SEVERE'; readonly moves?: readonly object[] } = {}): AgreementContext {
  const body = (id: string) => (id === 'gm-0363' ? null : { id, name: id, kind: 'MUNICIPALITY', oin: '0' });
  const indication = { decidedOn: '2014-02-20', validUntil: null, category: now.category ?? 'MODERATE' };
  const directory = {
    registers: { body, adaptationText: (code: string) => code, parameters: [parameter('FULL_WEEK_HOURS', '36'), parameter('SEVERE_FACTOR', '1.25'), parameter('WEEKS_PER_YEAR', '52')] },
    loaders: { indications: { load: () => Promise.resolve([indication]) }, moves: { load: () => Promise.resolve(now.moves ?? []) } },
    finance: { published: () => Promise.resolve(grants) },
  };
  return { viewer, businessDate: ON, directory } as unknown as AgreementContext;
}

const caseWorker = viewerOf('werk-en-inkomen', 'CASE_WORKER');
const placing = viewerOf('sw-leiden', 'PLACEMENT_OFFICER');
const receiving = viewerOf('sw-zoetermeer-rijswijk', 'PLACEMENT_OFFICER');
const worker = viewerOf('gm-0626', 'WORKER', 'person-1');

describe('the finance of an agreement in the graph', () => {
  it('is there for the college, the employing firm and the worker, already when it is only proposed', () => {
    for (const viewer of [caseWorker, placing, worker]) expect(fields.finance(agreementWith(KEPT), contextFor(viewer))).toMatchObject({ labourYears: '0.67', ruleSet: 'wsw-2008' });
  });

  it('is not there for a receiving firm, nor for another worker, nor of terms of before it was counted', () => {
    for (const viewer of [receiving, viewerOf('gm-0626', 'WORKER', 'person-2')]) expect(fields.finance(agreementWith(KEPT), contextFor(viewer))).toBeNull();
    expect(fields.finance(agreementWith(undefined), contextFor(caseWorker))).toBeNull();
  });

  it('never names the category', () => {
    expect(JSON.stringify(fields.finance(agreementWith({ ...KEPT, category: 'SEVERE' }), contextFor(caseWorker)))).not.toMatch(/SEVERE|MODERATE|ernstig|matig/);
  });

  it('is told of every version of the terms, with that version\'s own facts', () => {
    const agreement = agreementWith(KEPT);
    const older = versionOf(1, { hoursPerWeek: '36' }, { ...FACTS, finance: { ...KEPT, category: 'SEVERE' } });
    const context = contextFor(caseWorker);
    expect(new TermsFinanceField().finance(termsView(agreement, older, context.directory), context)?.labourYears).toBe('1.25');
    expect(new TermsFinanceField().finance(termsView(agreement, older, context.directory), contextFor(receiving))).toBeNull();
  });

  it('says of a municipality outside the federation at least which one it is', () => {
    const finance: FinanceFacts = { ...KEPT, moves: [{ on: '2012-05-01', from: '0626', to: '0363' }], municipalities: [{ ...grants[0]!, municipality: '0363' }] };
    expect(fields.finance(agreementWith(finance), contextFor(caseWorker))?.lines).toContainEqual(expect.objectContaining({ kind: 'RESIDENCY_FEE', bodyId: 'gm-0363', body: null }));
  });
});

describe('what the registers of today make of it', () => {
  it('is nothing as long as they say the same', async () => {
    expect(await fields.financeRecalculation(agreementWith(KEPT), contextFor(caseWorker))).toBeNull();
  });

  it('is told when the category changed or a move was delivered, while the agreement keeps what it was signed with', async () => {
    const agreement = agreementWith(KEPT, 'ACTIVE');
    const context = contextFor(caseWorker, { category: 'SEVERE', moves: [move] });
    const found = await fields.financeRecalculation(agreement, context);
    expect(found?.differences).toEqual(['Arbeidsjaren per jaar: 0,67 werd 0,83.', 'Vergoeding na verhuizing per jaar: geen werd 25220.', 'De dag waarop de nieuwe woongemeente betaalt is een andere.']);
    expect(found?.finance).toMatchObject({ labourYears: '0.83', residencyFeeFrom: '2014-01-01' });
    expect(fields.finance(agreement, context)).toMatchObject({ labourYears: '0.67', residencyFeeFrom: null });
  });

  it('is not told to a receiving firm, nor of an agreement that is over', async () => {
    const changed = { category: 'SEVERE' as const };
    expect(await fields.financeRecalculation(agreementWith(KEPT), contextFor(receiving, changed))).toBeNull();
    expect(await fields.financeRecalculation(agreementWith(KEPT, 'REJECTED'), contextFor(caseWorker, changed))).toBeNull();
  });
});
