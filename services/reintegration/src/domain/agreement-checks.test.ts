import { describe, expect, it } from '@jest/globals';
import type { LabourDispute } from '#law/agreement/labour-dispute.js';
import type { Parameter } from '#law/parameters.js';
import type { Agreement } from './agreement.js';
import { checksOf, questionOf } from './agreement-checks.js';
import type { Check } from './check.js';
import type { TermsFacts } from './facts.js';
import { mayAcceptNow } from './negotiation.js';
import { isRefused } from './refusals.js';
import { checkTerms } from './terms-checks.js';
import type { TermsProposal } from './terms.js';
import { agreementAfter, FACTS, LEIDEN, ON, REPRESENTATION, versionOf, WAY_TO } from './testing/sample-agreement.js';

const row = (name: string, value: string): Parameter => ({ name, municipality: null, from: '1998-01-01', until: null, value, unit: '', ground: '', verified: name !== 'MINIMUM_WAGE_MONTH' });
const PARAMETERS = [
  row('SUPERVISION_MAX_PERCENT', '15'), row('WAADI_HIRER_DUTIES_SINCE', '2012-04-27'), row('WAADI_REGISTRATION_SINCE', '2012-07-01'), row('MINIMUM_WAGE_MONTH', '1500'),
  row('MINIMUM_HOLIDAY_PERCENT', '8'), row('WAGE_COST_MAX_PERCENT', '70'), row('WAGE_COST_CHARGES_PERCENT', '23.5'), row('WAGE_COST_FULL_WEEK', '36'),
  row('TRIAL_PLACEMENT_MONTHS', '2'), row('TRIAL_PLACEMENT_EXTRA_MONTHS', '4'),
];
const STRIKE: LabourDispute = { hirer: 'kvk:99000001', from: '2014-03-20', until: null };
const NEW_SHELTERED: TermsFacts = { ...FACTS, indication: { ...FACTS.indication!, kind: 'NEW_SHELTERED' } };

function agreementWith(terms: Partial<TermsProposal>, facts: TermsFacts = FACTS, state: keyof typeof WAY_TO = 'PROPOSED'): Agreement {
  return { ...agreementAfter(...WAY_TO[state]), current: versionOf(1, terms, facts) };
}

function checks(agreement: Agreement, on = ON, disputes: LabourDispute[] = []): readonly Check[] {
  return checksOf(agreement, { disputes, representation: REPRESENTATION, parameters: PARAMETERS, on });
}

const find = (all: readonly Check[], code: string): Check | undefined => all.find((one) => one.code === code);
const stopped = (all: readonly Check[]): string[] => all.filter(({ level }) => level === 'REFUSAL').map(({ code }) => code);

describe('what stops terms', () => {
  it('is nothing when they break no rule', () => expect(stopped(checks(agreementWith({})))).toEqual([]));

  it('is told all at once, each with its article, and whether it is law or policy', () => {
    const all = checks(agreementWith({ secondmentFeePerHour: '1', subsidy: 'WAGE_COST', hoursPerWeek: '40' }), ON, [STRIKE]);
    expect(all.slice(0, 5)).toMatchObject([
      { code: 'SUPPLY_ALLOWED', article: 'Waadi art. 10', kind: 'LAW', refusal: 'WORKPLACE_UNSUITABLE' },
      { code: 'HOURS', kind: 'POLICY', refusal: 'HOURS_OUT_OF_BOUNDS' },
      { code: 'WAGE_COST_SUBSIDY', article: 'Participatiewet art. 10d lid 3', kind: 'LAW', refusal: 'SUBSIDY_CONFLICT' },
      { code: 'FEE_FLOOR', article: 'Wsw art. 5', kind: 'POLICY', refusal: 'FEE_BELOW_FLOOR' },
      { level: 'WARNING' },
    ]);
    expect(stopped(checks(agreementWith({ secondmentFeePerHour: null })))).toEqual(['FEE']);
  });

  it.each<[string, Partial<TermsProposal>, TermsFacts, LabourDispute[], string]>([
    ['fine', {}, FACTS, [], ON], ['no fee', { secondmentFeePerHour: null }, FACTS, [], ON], ['a strike', {}, FACTS, [STRIKE], ON], ['too late', {}, FACTS, [], '2014-03-19'],
    ['hours', { hoursPerWeek: '12' }, FACTS, [], ON], ['indication', { until: '2020-01-01' }, FACTS, [], ON], ['subsidy', { subsidy: 'WSW_ARTICLE_7' }, FACTS, [], ON],
    ['adaptation', { adaptations: [] }, { ...FACTS, workplace: { ...FACTS.workplace, adaptations: [] } }, [], ON],
    ['employment', {}, { ...FACTS, employment: { ...FACTS.employment, until: '2014-12-31' } }, [], ON],
  ])('is what accepting is refused for: %s', (_, terms, facts, disputes, on) => {
    const agreement = agreementWith(terms, facts);
    const refused = mayAcceptNow(agreement, { expectedVersion: agreement.version, termsHash: agreement.current.hash, overlapping: [] }, { ...LEIDEN, disputes, on });
    const first = checks(agreement, on, disputes).find(({ level }) => level === 'REFUSAL');
    expect(first?.refusal ?? null).toBe(refused?.refused ?? null);
    expect(checkTerms(questionOf(agreement, { disputes, on }))).toEqual(refused);
    expect(refused === null || isRefused(refused)).toBe(true);
  });

  it('keeps to the day of the proposal once it is signed, and to the day on which the worker was informed', () => {
    expect(stopped(checks(agreementWith({}, FACTS, 'AGREED'), '2014-03-25'))).toEqual(['LEAD_TIME']);
    for (const state of ['WORKER_INFORMED', 'ACTIVE'] as const) expect(stopped(checks(agreementWith({}, FACTS, state), '2014-03-25'))).toEqual([]);
  });
});

describe('of a secondment', () => {
  it('the duties of lender and hirer are told, and pay at the hirer is still to be looked up', () => {
    const all = checks(agreementWith({}));
    expect(find(all, 'EQUAL_TREATMENT')).toMatchObject({ article: 'Waadi art. 8', kind: 'LAW', level: 'WARNING' });
    for (const code of ['SAME_FACILITIES', 'VACANCIES_TOLD', 'NO_FEE_FROM_WORKER', 'NO_BAR_TO_EMPLOYMENT', 'RISKS_TOLD', 'LENDER_REGISTERED']) expect(find(all, code)?.level).toBe('INFO');
    expect(find(all, 'RISKS_TOLD')?.text).toContain('voor 1 april 2014');
  });

  it('and of nothing else', () => {
    expect(find(checks(agreementWith({ workForm: 'SUPERVISED_EMPLOYMENT' })), 'EQUAL_TREATMENT')).toBeUndefined();
  });

  it.each([['3.6', 'INFO'], ['3.7', 'WARNING']] as const)('%s hours of supervision in 24 is %s', (supervisionHoursPerWeek, level) => {
    expect(find(checks(agreementWith({ supervisionHoursPerWeek })), 'SUPERVISION_SHARE')).toMatchObject({ level, article: expect.stringContaining('ad 10') });
  });

  it('without supervision has no share of it', () => {
    expect(find(checks(agreementWith({ supervisionHoursPerWeek: null })), 'SUPERVISION_SHARE')).toBeUndefined();
  });
});

describe('of the contract', () => {
  const sheltered = (terms: Partial<TermsProposal>) => agreementWith({ workForm: 'NEW_SHELTERED', from: '2015-04-01', secondmentFeePerHour: null, ...terms }, NEW_SHELTERED);

  it('the worker has it in writing within a month', () => {
    expect(find(checks(agreementWith({})), 'STATEMENT_OF_TERMS')).toMatchObject({ article: 'BW art. 7:655', text: expect.stringContaining('1 mei 2014') });
  });

  it('for a fixed term it is told in time whether it goes on, a warning from the last day', () => {
    const fixed = sheltered({ until: '2016-03-31' });
    expect(find(checks(fixed), 'FIXED_TERM_NOTICE')).toMatchObject({ level: 'INFO', text: expect.stringContaining('29 februari 2016') });
    expect(find(checks(fixed, '2016-02-29'), 'FIXED_TERM_NOTICE')?.level).toBe('WARNING');
    expect(find(checks(agreementWith({ until: '2016-03-31' })), 'FIXED_TERM_NOTICE')).toBeUndefined();
  });

  it('notice goes to the end of a month, and is not shorter than the act has it', () => {
    expect(find(checks(sheltered({ noticeMonths: 1 })), 'NOTICE')).toMatchObject({ level: 'INFO', text: expect.stringContaining('31 mei 2015') });
    expect(find(checks(sheltered({ noticeMonths: 0 })), 'NOTICE')?.level).toBe('WARNING');
    expect(find(checks(agreementWith({})), 'NOTICE')).toBeUndefined();
  });

  it.each([['2015-05-31', 'INFO'], ['2015-06-30', 'WARNING'], ['2015-12-31', 'WARNING']] as const)('a trial until %s: %s', (trialUntil, level) => {
    expect(find(checks(sheltered({ trialUntil })), 'TRIAL')?.level).toBe(level);
    expect(find(checks(agreementWith({ trialUntil: '2014-05-31' })), 'TRIAL')?.level).toBe('WARNING');
  });

  it('the wage-cost subsidy has its maximum told, with the doubt about the figures', () => {
    expect(find(checks(sheltered({ subsidy: 'WAGE_COST' })), 'WAGE_COST_AMOUNT')?.text).toMatch(/^De subsidie is ten hoogste 756 euro per maand en 177,66 euro .* niet alle nagegaan\.$/);
  });
});

describe('of representation', () => {
  it('it is told who decides with the worker, by what the terms touch, and never who stands by this one', () => {
    expect(find(checks(agreementWith({})), 'REPRESENTATION')).toMatchObject({ kind: 'POLICY', level: 'INFO', text: expect.stringMatching(/over werk; .*een curator beslist in zijn plaats; een mentor beslist mee; een gemachtigde mag/) });
    expect(find(checks(agreementWith({ wagePercentage: '80' })), 'REPRESENTATION')?.text).toMatch(/werk en geld; .*een mentor en een bewindvoerder beslissen mee/);
  });
});
