import { describe, expect, it } from '@jest/globals';
import type { ImportFacts } from '#shell/import/format.js';
import { employersFormat } from './employers.js';
import { indicationsFormat } from './indications.js';
import { municipalFinanceFormat } from './municipal-finance.js';
import { residenceMovesFormat } from './residence-moves.js';
import { trajectoriesFormat } from './trajectories.js';

const facts: ImportFacts = { pseudonym: (number) => `p-${number.length}`, municipalities: new Set(['0626']), adaptations: new Set(['SEATED_WORK', 'QUIET_ROOM']), bodies: new Set() };
const HEADER = 'indication_number,bsn,municipality,kind,category,applied_on,decided_on,valid_until,reindication_requested_on,advice_supervised_employment,adaptations,waiting_since,postcode_area';
const GOOD = 'I-1,111222333,0626,WSW,SEVERE,2012-09-03,2012-12-03,2014-06-30,,yes,SEATED_WORK|QUIET_ROOM,,2251';
const indication = (line: string) => indicationsFormat.parse(`${HEADER}\n${line}\n`, facts, 'indications.csv')[0];
const faultOf = (line: string) => {
  const parsed = indication(line);
  return parsed && 'faults' in parsed ? parsed.faults.map((one) => [one.field, one.valueClass]) : null;
};

describe('a delivered indication', () => {
  it('becomes a record under the person id, without the number', () => {
    expect(indication(GOOD)).toEqual({
      line: 2,
      record: {
        number: 'I-1', person: 'p-9', municipality: '0626', kind: 'WSW', category: 'SEVERE', appliedOn: '2012-09-03', decidedOn: '2012-12-03', validUntil: '2014-06-30',
        reindicationRequestedOn: null, adviceSupervisedEmployment: true, adaptations: ['SEATED_WORK', 'QUIET_ROOM'], waitingSince: null, postcodeArea: '2251',
      },
    });
  });

  it.each([
    ['a number that fails the eleven-test', GOOD.replace('111222333', '111222334'), 'bsn', 'bad-checksum'],
    ['a number of the wrong length', GOOD.replace('111222333', '11122233'), 'bsn', 'wrong-length'],
    ['an unknown municipality', GOOD.replace(',0626,', ',9999,'), 'municipality', 'unknown-code'],
    ['a date that does not exist', GOOD.replace('2014-06-30', '2014-06-31'), 'valid_until', 'not-a-date'],
    ['an end before its decision', GOOD.replace('2014-06-30', '2012-06-30'), 'valid_until', 'end-before-start'],
    ['a decision before its application', GOOD.replace('2012-09-03', '2012-12-04'), 'decided_on', 'end-before-start'],
    ['an unknown category', GOOD.replace('SEVERE', 'LIGHT'), 'category', 'unknown-code'],
    ['an adaptation outside the register', GOOD.replace('QUIET_ROOM', '123'), 'adaptations', 'unknown-code'],
    ['no number', GOOD.replace('I-1', ''), 'indication_number', 'empty'],
  ])('with %s is refused by field and class', (_what, line, field, valueClass) => {
    expect(faultOf(line)).toEqual([[field, valueClass]]);
  });

  it('is refused without ever repeating the value', () => {
    expect(JSON.stringify(indication(GOOD.replace('111222333', '111222334')))).not.toContain('111222334');
  });
});

it('a delivered trajectory becomes a record with its provider', () => {
  const content = 'trajectory_number,bsn,municipality,instrument,programme,from,until,outcome,provider_name,provider_kind\nT-1,111222333,0626,WERKSTAGE,,2013-09-02,,,Bureau Voorbeeld,AGENCY\n';
  expect(trajectoriesFormat.parse(content, facts, 'trajectories.csv')[0]).toMatchObject({ record: { number: 'T-1', instrument: 'WERKSTAGE', until: null, providerName: 'Bureau Voorbeeld', providerKind: 'AGENCY' } });
});

it('a delivered employer is known by eight digits', () => {
  const parsed = employersFormat.parse('kvk_number,name,postcode_area\n12345678,Voorbeeld BV,2251\n1234567,Kort BV,\n', facts, 'employers.csv');
  expect(parsed.map((line) => 'record' in line)).toEqual([true, false]);
});

it('a delivered municipal year has whole euros and exact labour years, and no realisation before it is accounted for', () => {
  const content = 'municipality,year,state_grant,minimum_labour_years,realised_labour_years\n0546,2013,2600000,100.25,\n0546,2014,2600000.50,100,\n546,2014,1,1,\n';
  const [good, ...bad] = municipalFinanceFormat.parse(content, facts, 'municipal-finance.csv');
  expect(good).toEqual({ line: 2, record: { municipality: '0546', year: 2013, stateGrant: '2600000', minimumLabourYears: '100.25', realisedLabourYears: null } });
  expect(bad.map((line) => 'faults' in line && line.faults.map((one) => [one.field, one.valueClass]))).toEqual([[['state_grant', 'not-a-number']], [['municipality', 'wrong-length']]]);
});

it('a delivered move goes from one municipality to another, inside the federation or not', () => {
  const content = 'bsn,moved_on,from_municipality,to_municipality\n111222333,2012-05-01,0626,0363\n111222333,2013-05-01,0363,0363\n';
  const [good, bad] = residenceMovesFormat.parse(content, facts, 'residence-moves.csv');
  expect(good).toEqual({ line: 2, record: { person: 'p-9', on: '2012-05-01', from: '0626', to: '0363' } });
  expect(bad).toMatchObject({ faults: [{ field: 'to_municipality', valueClass: 'out-of-range' }] });
});
