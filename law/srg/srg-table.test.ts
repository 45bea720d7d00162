import { describe, expect, it } from '@jest/globals';
import { doubtsOf, valueFaults } from '../value-tables/value-faults.js';
import { SRG } from './srg-table.js';

const SHELTERED = {
  statistiekjaar: '2015', statistiekmaand: '03', statistiekcode: '10', gemeentecode: '1916', berichtgever: '1916', bsn: '990001003', geboortedatum: '19640512',
  registratienummer: 'T-1', type_voorziening: '05', begin_voorziening: '20150101',
};
const told = (change: Record<string, string>): string[] => valueFaults(SRG, { ...SHELTERED, ...change }).map(({ field, rule }) => `${field}: ${rule}`);

describe('the statistics of reintegration provisions', () => {
  it('have the nineteen fields of the annex', () => {
    expect(SRG.fields.map(({ item }) => item)).toEqual(Array.from({ length: 19 }, (_, index) => String(index + 1)));
  });

  it('know new sheltered work, and no type for the Wsw', () => {
    expect(told({})).toEqual([]);
    expect(JSON.stringify(SRG)).not.toContain('Wsw');
  });

  it.each<[string, Record<string, string>, string]>([
    ['another statistics code', { statistiekcode: '06' }, 'statistiekcode: unknown-code'],
    ['an unknown type', { type_voorziening: '09' }, 'type_voorziening: unknown-code'],
    ['no municipality', { gemeentecode: '' }, 'gemeentecode: empty'],
    ['an end before the start', { einde_voorziening: '20141231' }, 'einde_voorziening: end-before-start'],
    ['an end without a start', { begin_voorziening: '', einde_voorziening: '20150101' }, 'einde_voorziening: without-its-ground'],
    ['a reason without an end', { reden_einde: '2' }, 'reden_einde: without-its-ground'],
    ['a day of a position that is not there', { begin_ladderpositie: '20150101' }, 'begin_ladderpositie: without-its-ground'],
    ['a wage value without wage-cost subsidy', { loonwaarde: '70' }, 'loonwaarde: not-for-this-kind'],
  ])('refuse %s', (_case, change, fault) => {
    expect(told(change)).toEqual([fault]);
  });

  it('take a wage value with wage-cost subsidy of the Participatiewet', () => {
    expect(told({ type_voorziening: '04', loonwaarde: '70' })).toEqual([]);
  });

  it('say what is not certain: sex, ladder and work ability have no list, and the code of completed was lost', () => {
    const doubtful = doubtsOf(SRG, { geslacht: '1', ladderpositie: '3', arbeidsvermogen: '2', reden_einde: '1', type_voorziening: '05' });
    expect(doubtful.map(({ field }) => field)).toEqual(['geslacht', 'ladderpositie', 'arbeidsvermogen', 'reden_einde']);
  });
});
