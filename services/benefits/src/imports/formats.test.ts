import { describe, expect, it } from '@jest/globals';
import type { FieldFault, ImportFacts, ImportFormat, ParsedLine } from '#shell/import/format.js';
import { FORMATS } from './formats.js';

const FACTS: ImportFacts = {
  pseudonym: (number) => `pseudonym-of-${number.slice(-3)}`,
  municipalities: new Set(['1916', '0626']),
  adaptations: new Set(),
  bodies: new Set(),
};
const GOOD: Record<string, [header: string, line: string]> = {
  municipalities: ['code,name', '1916,Leidschendam-Voorburg'],
  regions: ['municipality,region_code,region_name,from,until', '0626,13,Holland Rijnland,2008-01-01,2014-12-31'],
  'policy-values': ['municipality,parameter,value,unit,from,until,council_decision', '0626,income-limit,110,percentage,2012-01-01,,2011-12'],
  clients: ['client_number,bsn,name,birth_date,postcode_area', '100001,111222333,Nolrik Kwarstra,1966-02-28,2251'],
  residences: ['client_number,municipality,from,until', '100001,0626,2001-01-01,'],
  representatives: ['representative_number,client_number,kind,name,from,until', '900001,100001,MENTOR,Femmina de Drema,2011-01-01,'],
  applications: ['application_number,client_number,kind,municipality,received_on,decided_on,decision,new_term_told_on,new_term_until,default_notice_on', '300001,100001,DEBT_HELP,0626,2014-01-02,2014-01-20,GRANTED,2014-01-10,2014-04-01,2014-01-15'],
  suspensions: ['application_number,from,until,reason,legal_ground', '300001,2014-01-05,2014-01-09,Aanvulling gevraagd,Awb art. 4:15'],
  benefits: ['benefit_number,client_number,scheme,status,from,until,monthly_amount', '400001,100001,WWB,ACTIVE,2013-01-01,,900.33'],
  'debt-trajectories': [
    'trajectory_number,client_number,municipality,applied_on,threatened,phase,from,until,outcome',
    '800001,100001,0626,2014-02-03,no,INTAKE,2014-02-20,,',
  ],
  'debt-details': [
    'trajectory_number,partner_client_number,decided_on,decision,plan_on,settlement_filed_on,settlement_granted_on,settlement_refused_on,settlement_withdrawn_on,forced_settlement,forced_settlement_asked_on,solution,free_amount,outflow_on,outflow_reason,total_debt',
    '800001,,2014-03-01,ADMITTED,2014-03-01,,,,,,,MEDIATION,1203.50,,,15000.00',
  ],
  'debt-periods': ['trajectory_number,kind,from,until,asked_on,approved_on', '800001,MORATORIUM,2014-02-20,2014-03-20,2014-02-10,2014-02-19'],
  debts: ['trajectory_number,debt_number,amount,assessed_on,kind,business,private_creditor,creditor_name,creditor_kvk', '800001,1,1000.50,2014-02-20,PUBLIC,no,no,Waterschap Verzonnen,99000200'],
};

const formatOf = (kind: string) => FORMATS.find((one) => one.kind === kind) as unknown as ImportFormat<Record<string, unknown>>;
const parse = (kind: string, line: string) => formatOf(kind).parse(`${GOOD[kind]?.[0]}\n${line}\n`, FACTS, `${kind}.csv`)[0];
const faultsOf = (parsed: ParsedLine<unknown> | undefined): readonly FieldFault[] => (parsed && 'faults' in parsed ? parsed.faults : []);

/** The good line with one field replaced. */
function spoilt(kind: string, field: string, value: string): string {
  const [header = '', line = ''] = GOOD[kind] ?? [];
  const index = header.split(',').indexOf(field);
  return line.split(',').map((cell, at) => (at === index ? value : cell)).join(',');
}

describe('the delivered files', () => {
  it('are imported in an order in which references find their targets', () => {
    expect(FORMATS.map((one) => one.kind)).toEqual(Object.keys(GOOD));
  });

  it.each(Object.keys(GOOD))('%s: a good line is a record', (kind) => {
    expect(faultsOf(parse(kind, GOOD[kind]?.[1] ?? ''))).toEqual([]);
  });

  it.each(Object.keys(GOOD))('%s is known by its name, with or without an addition', (kind) => {
    const format = formatOf(kind);
    expect([`${kind}.csv`, `${kind}-2014-03.csv`, `${kind}.txt`, `other-${kind}.csv`].map((name) => format.accepts(name))).toEqual([true, true, false, false]);
  });

  it.each([
    ['municipalities', 'code', '9999', 'unknown-code'],
    ['municipalities', 'name', '', 'empty'],
    ['regions', 'from', '2014-02-30', 'not-a-date'],
    ['regions', 'until', '2007-12-31', 'end-before-start'],
    ['policy-values', 'parameter', '', 'empty'],
    ['clients', 'bsn', '111222334', 'bad-checksum'],
    ['clients', 'bsn', '11122233', 'wrong-length'],
    ['clients', 'bsn', '', 'empty'],
    ['clients', 'birth_date', '28-02-1966', 'not-a-date'],
    ['clients', 'client_number', '1/0', 'unknown-code'],
    ['clients', 'name', 'x'.repeat(201), 'too-long'],
    ['residences', 'municipality', '0344', 'unknown-code'],
    ['residences', 'until', '2000-01-01', 'end-before-start'],
    ['representatives', 'kind', 'FRIEND', 'unknown-code'],
    ['applications', 'kind', 'LOTTERY', 'unknown-code'],
    ['applications', 'decided_on', '2014-01-01', 'end-before-start'],
    ['applications', 'decision', '', 'empty'],
    ['applications', 'decided_on', '', 'empty'],
    ['applications', 'new_term_told_on', '', 'empty'],
    ['applications', 'new_term_until', '2014-01-09', 'end-before-start'],
    ['applications', 'default_notice_on', '2013-12-31', 'end-before-start'],
    ['suspensions', 'until', '2014-01-04', 'end-before-start'],
    ['benefits', 'scheme', 'AOW', 'unknown-code'],
    ['benefits', 'monthly_amount', '12.3.4', 'not-a-decimal'],
    ['benefits', 'monthly_amount', '-1', 'out-of-range'],
    ['debt-trajectories', 'threatened', 'maybe', 'unknown-code'],
    ['debt-trajectories', 'phase', 'BEGIN', 'unknown-code'],
    ['debt-details', 'decision', 'MAYBE', 'unknown-code'],
    ['debt-details', 'total_debt', '-1', 'out-of-range'],
    ['debt-periods', 'kind', 'HOLIDAY', 'unknown-code'],
    ['debt-periods', 'until', '2014-02-19', 'end-before-start'],
    ['debts', 'kind', 'GAMBLING', 'unknown-code'],
    ['debts', 'private_creditor', 'yes', 'out-of-range'],
  ])('%s: %s that is %j is refused as %s', (kind, field, value, valueClass) => {
    const faults = faultsOf(parse(kind, spoilt(kind, field, value)));
    expect(faults.map((fault) => fault.valueClass)).toEqual([valueClass]);
    if (value !== '') expect(JSON.stringify(faults)).not.toContain(value);
  });

  it('clients keep the number beside the pseudonym, and no postcode is needed', () => {
    const parsed = parse('clients', spoilt('clients', 'postcode_area', ''));
    expect(parsed).toMatchObject({ record: { bsn: { bsn: '111222333', person: 'pseudonym-of-333' }, postcode_area: null } });
  });
});
