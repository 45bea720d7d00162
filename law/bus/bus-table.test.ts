import { describe, expect, it } from '@jest/globals';
import { doubtsOf, valueFaults } from '../value-tables/value-faults.js';
import { BUS } from './bus-table.js';

const WELFARE = {
  statistiekjaar: '2015', statistiekmaand: '03', berichtgever: '1916', gemeentecode: '1916', softwarepakket: 'sam', statistiekcode: '01', leefvorm: '1', kostendelers: '1', norm: '961',
  vermindering_afstemming: '-50', bsn: '990001003', geslacht: '2', huisvesting: '1', begin_uitkering: '20120101', ontheffing: '2', soort_inkomsten: '11', inkomsten_persoon: '+300', vrijlating: '1',
};
const told = (change: Record<string, string>): string[] => valueFaults(BUS, { ...WELFARE, ...change }).map(({ field, rule }) => `${field}: ${rule}`);
const codesOf = (name: string): string[] => {
  const domain = BUS.fields.find((field) => field.name === name)?.domain;
  return domain?.kind === 'code' ? Object.keys(domain.codes).sort() : [];
};

describe('the statistics of benefits', () => {
  it('have the thirty-four fields of the annex', () => {
    expect(BUS.fields.map(({ item }) => item)).toEqual(Array.from({ length: 34 }, (_, index) => String(index + 1)));
    expect(told({})).toEqual([]);
  });

  it('have the codes of the annex, with its gaps', () => {
    expect(codesOf('statistiekcode')).toEqual(['01', '02', '03', '11', '12', '14']);
    expect(codesOf('classificatie_bbz')).toEqual(['1', '2', '3', '5']);
    expect(codesOf('ontheffing')).toEqual(['2', '4', '5', '6']);
    expect(codesOf('reden_vermindering')).toEqual(['01', '03', '05', '06', '07', '08', '98']);
    expect(codesOf('soort_inkomsten')).toEqual(['11', '18', '23', '24', '31', '98']);
    expect(codesOf('reden_einde_uitkering')).toEqual(['01', '02', '03', '04', '05', '06', '07', '11', '13', '14', '15', '17', '18', '19', '31', '32', '33', '34', '35', '97', '98']);
    expect(codesOf('cluster_bijzondere_bijstand').join('')).toBe('abcdefghijklm');
  });

  it.each<[string, Record<string, string>, string]>([
    ['a package code of the other statistics', { softwarepakket: 'wiz' }, 'softwarepakket: unknown-code'],
    ['a class of self-employment for ordinary assistance', { classificatie_bbz: '1' }, 'classificatie_bbz: not-for-this-kind'],
    ['a cluster for ordinary assistance', { cluster_bijzondere_bijstand: 'a' }, 'cluster_bijzondere_bijstand: not-for-this-kind'],
    ['an end before the start', { einde_uitkering: '20111231' }, 'einde_uitkering: end-before-start'],
    ['a reason without an end', { reden_einde_uitkering: '03' }, 'reden_einde_uitkering: without-its-ground'],
    ['an amount of five digits', { vermindering_afstemming: '-10000' }, 'vermindering_afstemming: not-a-number'],
    ['an exemption of income without a kind of income', { soort_inkomsten: '' }, 'vrijlating: without-its-ground'],
  ])('refuse %s', (_case, change, fault) => {
    expect(told(change)).toEqual([fault]);
  });

  it('flag field 27: the annex prints one code for yes and no, ours are 1 and 2', () => {
    expect(codesOf('tegenprestatie')).toEqual(['1', '2']);
    expect(told({ tegenprestatie: '2' })).toEqual([]);
    expect(doubtsOf(BUS, { ...WELFARE, tegenprestatie: '2' })).toEqual([{ field: 'tegenprestatie', text: expect.stringContaining('drukfout') }]);
  });
});
