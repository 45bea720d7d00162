import { describe, expect, it } from '@jest/globals';
import { loadRegisters } from '#kernel/registers.js';
import { checkDefinitions } from './check-definitions.js';
import type { ExportDefinition, ExportParameter } from './export-definition.js';

const HALF_YEAR: ExportParameter = { name: 'halfYear', description: 'Halfjaar', required: true, pattern: '20\\d{2}[12]', example: '20132' };
const GOOD: ExportDefinition = {
  name: 'some-figures', title: 'Cijfers', description: 'Cijfers.', purpose: 'statistiek', roles: ['ANALYST'], mediaType: 'text/csv; charset=utf-8', parameters: [HALF_YEAR],
  fileName: () => 'figures.csv',
  run: async function* () { yield ''; },
};
const { purposes } = loadRegisters();
const check = (...changes: Partial<ExportDefinition>[]) => () => checkDefinitions(changes.map((change) => ({ ...GOOD, ...change })), purposes);
const withParameter = (change: Partial<ExportParameter>): Partial<ExportDefinition> => ({ parameters: [{ ...HALF_YEAR, ...change }] });

describe('a definition of an export', () => {
  it('that is right lets the service start', () => {
    expect(check({})).not.toThrow();
  });

  it.each<[string, Partial<ExportDefinition>, RegExp]>([
    ['a name that is no path segment', { name: 'someFigures' }, /kebab-case/],
    ['a purpose that is not in the register', { purpose: 'curiosity' }, /no purpose/],
    ['a role that may not name its purpose', { roles: ['WIJKTEAM'] }, /WIJKTEAM/],
    ['no role', { roles: [] }, /nobody/],
    ['a media type that is none', { mediaType: 'csv' }, /media type/],
    ['a parameter that is not in camelCase', withParameter({ name: 'half-year' }), /camelCase/],
    ['an example that does not fit', withParameter({ example: '2013' }), /example/],
    ['a parameter that takes nine digits', withParameter({ pattern: '\\d+' }), /number of somebody/],
    ['a parameter that takes any text', withParameter({ pattern: '.*' }), /any text/],
  ])('with %s does not', (_what, change, reason) => {
    expect(check(change)).toThrow(reason);
  });

  it('does not come twice under one name, and all faults are told at once', () => {
    expect(check({}, {})).toThrow(/there are two/);
    expect(check({ roles: [], mediaType: 'csv' })).toThrow(/media type.*\n.*nobody/);
  });
});
