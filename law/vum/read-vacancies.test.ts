import { describe, expect, it } from '@jest/globals';
import { readVacancies } from './read-vacancies.js';

const VACANCY = {
  idVacature: 'v-1', naamVacature: 'Medewerker groen', codeWerkEnDenkniveauMinimaal: '2', sluitingsDatumVacature: '2014-04-01', contractvorm: [{ codeTypeArbeidscontract: 'B', codeTypeOvereenkomst: '01' }],
  werktijden: { aantalWerkurenPerWeekMinimaal: 20, aantalWerkurenPerWeekMaximaal: 28 }, arbeidsVoorwaarden: { datumAanvangWerkzaamheden: '2014-05-01', datumEindeWerkzaamheden: '2014-10-31' },
  flexibiliteit: { codeRegiostraal: 3 }, werkgever: { postcode: '2264 AB', emailadres: ['werk@voorbeeld.example'], telefoonnummer: ['0700000000'] },
};
const read = (change: object = {}) => readVacancies([{ ...VACANCY, ...change }]);

describe('a vacancy of another body', () => {
  it('becomes what matching needs, without contact details', () => {
    const { vacancies, faults, withContacts } = read();
    expect(faults).toEqual([]);
    expect(vacancies).toEqual([
      { id: 'v-1', title: 'Medewerker groen', level: 2, hoursMin: 20, hoursMax: 28, durations: ['FIXED_TERM'], types: ['REGULAR'], closesOn: '2014-04-01', from: '2014-05-01', until: '2014-10-31', postcodeArea: '2264', radiusKilometres: 15 },
    ]);
    expect(withContacts).toBe(1);
    expect(JSON.stringify(vacancies)).not.toMatch(/example|0700000000/);
  });

  it.each([['a number', 2], ['text', '2']])('has its level as %s', (_form, codeWerkEnDenkniveauMinimaal) => {
    expect(read({ codeWerkEnDenkniveauMinimaal }).vacancies[0]?.level).toBe(2);
  });

  it.each(['2264AB', '2264ab', '2264 aB', ' 2264AB '])('has a postcode that the pattern of the source would refuse: %j', (postcode) => {
    expect(read({ werkgever: { postcode } }).vacancies[0]?.postcodeArea).toBe('2264');
  });

  it.each(['0264AB', '2264', '2264SS', '2264A1', '2264AB/i'])('has no postcode in %j', (postcode) => {
    const { vacancies, faults } = read({ werkgever: { postcode } });
    expect([vacancies[0]?.postcodeArea, faults.map(({ field }) => field)]).toEqual([null, ['werkgever.postcode']]);
  });

  it('is closed on its day whichever way the name is spelled', () => {
    expect(read({ sluitingsDatumVacature: undefined, sluitingsdatumVacature: '2014-04-02' }).vacancies[0]?.closesOn).toBe('2014-04-02');
  });

  it('loses what is wrong in it, is told of, and counts for the rest', () => {
    const { vacancies, faults } = read({ codeWerkEnDenkniveauMinimaal: '9', contractvorm: [{ codeTypeArbeidscontract: 'X' }], werktijden: { aantalWerkurenPerWeekMinimaal: 'veel' } });
    expect(faults.map(({ field }) => field).sort()).toEqual(['codeWerkEnDenkniveauMinimaal', 'contractvorm[0].codeTypeArbeidscontract', 'werktijden.aantalWerkurenPerWeekMinimaal']);
    expect(vacancies[0]).toMatchObject({ id: 'v-1', level: null, hoursMin: null, durations: [] });
    expect(JSON.stringify(faults)).not.toContain('veel');
  });

  it('without a number is told of and left out', () => {
    expect(readVacancies([{ naamVacature: 'x' }])).toMatchObject({ vacancies: [], faults: [{ profile: 0, field: 'idVacature' }] });
  });

  it.each([
    ['a list', [VACANCY]],
    ['a page', { maximumAantalResultatenBereikt: false, matches: [VACANCY] }],
    ['a page in a page', { matches: { vacatures: [VACANCY] } }],
    ['a list by its name', { vacatures: [VACANCY] }],
    ['one alone', VACANCY],
  ])('is found in %s', (_form, message) => {
    expect(readVacancies(message).vacancies).toHaveLength(1);
  });

  it('is not all there is when the source says so', () => {
    expect(readVacancies({ maximumAantalResultatenBereikt: true, matches: [] }).more).toBe(true);
  });

  it.each([null, 1, 'x', {}, [null, 1, 'x']])('is not found in %j, which breaks nothing', (message) => {
    expect(readVacancies(message).vacancies).toEqual([]);
  });
});
