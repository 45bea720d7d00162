import { describe, expect, it } from '@jest/globals';
import type { ImportFacts, ParsedLine } from '#shell/import/format.js';
import { place, ROSTER_HEADER, WORKPLACES_HEADER } from '../sample-delivery.js';
import { rosterFormat } from './roster.js';
import { workplacesFormat } from './workplaces.js';

const facts: ImportFacts = {
  pseudonym: () => 'pseudonym',
  municipalities: new Set(['0537']),
  adaptations: new Set(['SEATED_WORK', 'NO_LIFTING']),
  bodies: new Set(),
};
const faultsOf = (lines: ParsedLine<unknown>[]): string[] => lines.flatMap((line) => ('faults' in line ? line.faults.map((fault) => `${line.line} ${fault.field}: ${fault.valueClass}`) : []));

describe('a line of the roster', () => {
  const good = '70002,990001209,Wijmina Duikelwijk,3007,99000201,Bollenloods Het Gele Veld,Medewerker sortering,Quijette van Krakel,36,7.05,2011-05-01,2014-12-31';
  const parse = (line: string): ParsedLine<unknown>[] => rosterFormat.parse(`${ROSTER_HEADER}${line}\n`, facts, 'rooster-2014-02.csv');

  it('is read field by field, the BSN as the pseudonym', () => {
    expect(parse(good)).toEqual([{
      line: 2,
      record: {
        personeelsnummer: '70002', bsn: 'pseudonym', naam: 'Wijmina Duikelwijk', werkplek: '3007', inlener_kvk: '99000201', inlener_naam: 'Bollenloods Het Gele Veld',
        functie: 'Medewerker sortering', begeleider: 'Quijette van Krakel', uren: '36', tarief: '7.05', van: '2011-05-01', tot: '2014-12-31',
      },
    }]);
  });

  it.each([
    ['a BSN that fails the eleven-test', good.replace('990001209', '990001200'), '2 bsn: bad-checksum'],
    ['a personnel number that cannot stand in an id', good.replace('70002', '70 002'), '2 personeelsnummer: unknown-code'],
    ['hours that are no number', good.replace(',36,', ',veel,'), '2 uren: not-a-decimal'],
    ['no hours at all', good.replace(',36,', ',0,'), '2 uren: out-of-range'],
    ['a day that does not exist', good.replace('2011-05-01', '2011-02-30'), '2 van: not-a-date'],
    ['no first day', good.replace('2011-05-01', ''), '2 van: empty'],
    ['an end before the start', good.replace('2014-12-31', '2011-04-30'), '2 tot: end-before-start'],
    ['a hirer with a number and no name', good.replace('Bollenloods Het Gele Veld', ''), '2 inlener_naam: empty'],
    ['a number of the Chamber of Commerce that is too short', good.replace('99000201', '9900020'), '2 inlener_kvk: wrong-length'],
  ])('is refused for %s', (_case, line, fault) => {
    expect(faultsOf(parse(line))).toEqual([fault]);
  });

  it('is refused where the column is missing', () => {
    expect(faultsOf(rosterFormat.parse('personeelsnummer,bsn\n70002,990001209\n', facts, 'rooster-2014-02.csv'))).toContain('2 naam: missing-column');
  });
});

describe('a line of the workplaces', () => {
  const parse = (line: string): ParsedLine<unknown>[] => workplacesFormat.parse(WORKPLACES_HEADER + line, facts, 'werkplekken-2014-w09.csv');

  it.each([
    ['OPEN', 'OPEN'],
    ['BEZET', 'TAKEN'],
    ['GESLOTEN', 'CLOSED'],
  ])('status %s is %s', (given, status) => {
    expect(parse(place(3001, given))).toMatchObject([{ record: { werkplek: '3001', status, min_uren: '16', aanpassingen: ['SEATED_WORK', 'NO_LIFTING'] } }]);
  });

  it.each([
    ['an unknown status', place(3001, 'HELD'), '2 status: unknown-code'],
    ['an unknown adaptation', place(3001, 'OPEN').replace('NO_LIFTING', 'NO_FUN'), '2 aanpassingen: unknown-code'],
    ['an unknown municipality', place(3001, 'OPEN').replace('0537', '9999'), '2 gemeente: unknown-code'],
    ['bounds that cross', place(3001, 'OPEN').replace(',16,36,', ',36,16,'), '2 max_uren: out-of-range'],
  ])('is refused for %s', (_case, line, fault) => {
    expect(faultsOf(parse(line))).toEqual([fault]);
  });
});
