import { describe, expect, it } from '@jest/globals';
import { valueFaults } from '../value-tables/value-faults.js';
import { writeRow } from '../value-tables/value-row.js';
import { BDFS } from './bdfs-table.js';

const LOAN = {
  statistiekjaar: '2015', statistiekmaand: '03', statistiekcode: '06', berichtgever: '1916', gemeentecode: '1916', softwarepakket: 'Soc', registratienummer: '12', datum_besluit: '20140301',
  aard_uitkering: '01', ontstaansgrond: '60', begin_vordering: '20140301', beginschuld: '1200', reden_correctie: '99', correctie: '9999999', status: '51', saldo: '+900', ontvangen: '+300', bsn_debiteur: '990001003',
};
const told = (change: Record<string, string>): string[] => valueFaults(BDFS, { ...LOAN, ...change }).map(({ field, rule }) => `${field}: ${rule}`);

describe('the statistics of claims, fines and sanctions', () => {
  it('have the twenty-seven items of the annex, the twelfth with two dates', () => {
    const items = BDFS.fields.map(({ item }) => item);
    expect(items).toEqual([...Array.from({ length: 11 }, (_, index) => String(index + 1)), '12a', '12b', ...Array.from({ length: 15 }, (_, index) => String(index + 13))]);
    expect(told({})).toEqual([]);
  });

  it('fill numbers with zeros and amounts with their sign, and leave alone what means not applicable', () => {
    expect(writeRow(BDFS, LOAN)).toBe('2015,03,06,1916,1916,Soc,,000000000000012,20140301,01,60,20140301,,001200,99,9999999,51,+000900,+000300,,,,,,,990001003,,');
  });

  it.each<[string, Record<string, string>, string]>([
    ['a ground from before 2013 for a later decision', { ontstaansgrond: '83' }, 'ontstaansgrond: ground-of-another-time'],
    ['a ground since 2013 for an earlier decision', { datum_besluit: '20121231' }, 'ontstaansgrond: ground-of-another-time'],
    ['an end before the start', { einde_vordering: '20140228' }, 'einde_vordering: end-before-start'],
    ['a recipient without maintenance', { bsn_ontvanger: '990001180' }, 'bsn_ontvanger: not-for-this-kind'],
    ['a fine without fraud', { hoogte_boete: '1' }, 'hoogte_boete: not-for-this-kind'],
    ['a sanction without fraud', { sanctie: '1' }, 'sanctie: not-for-this-kind'],
    ['a package code of the other statistics', { softwarepakket: 'soc' }, 'softwarepakket: unknown-code'],
  ])('refuse %s', (_case, change, fault) => {
    expect(told(change)).toEqual([fault]);
  });

  it.each<[string, Record<string, string>]>([
    ['a fine because of fraud', { ontstaansgrond: '58', recidive: '2', robuuste_incasso: '9', hoogte_boete: '3' }],
    ['fraud with its sanction', { ontstaansgrond: '51', sanctie: '3', zaaksnummer: '999999999' }],
    ['maintenance with its recipient', { ontstaansgrond: '62', bsn_ontvanger: '990001180' }],
    ['a decision of before 2013', { datum_besluit: '20121231', ontstaansgrond: '21' }],
  ])('take %s', (_case, change) => {
    expect(told(change)).toEqual([]);
  });
});
