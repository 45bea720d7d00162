import { describe, expect, it } from '@jest/globals';
import { radiusCode, RADIUS_KILOMETRES } from './codes.js';
import { readJobseekers } from './read-jobseekers.js';
import { atMost, MOST_MATCHES } from './results.js';

const SEEKER = {
  idWerkzoekende: 'w-1', emailadres: ['iemand@voorbeeld.example'], eisAanWerk: { indicatieAanpassingWerkomgeving: 1, indicatieBegeleiding: 2, indicatieWerkvariatie: 0 },
  mobiliteit: { bemiddelingspostcode: '1234aa', maximaleReisafstand: 15, maximaleReistijd: 30 }, werktijden: { aantalWerkurenPerWeekMinimaal: 24, aantalWerkurenPerWeekMaximaal: 40 },
  flexibiliteit: { codeRegiostraal: 8, datumAanvangBeschikbaarVoorWerk: '2014-01-01' }, contractvorm: [{ codeTypeArbeidscontract: 'B' }, { codeTypeArbeidscontract: 'O' }],
  vervoermiddel: [{ codeVervoermiddel: 3 }], arbeidsmarktkwalificatie: { codeWerkEnDenkniveauWerkzoekende: 4 },
  bemiddelingsberoep: [{ naamBeroepOngecodeerd: 'Metselaar' }, { beroepsnaamGecodeerd: { omschrijvingBeroepsnaam: 'Timmerman' } }],
};

describe('a jobseeker of another body', () => {
  it('becomes what matching needs, without who it is', () => {
    const { jobseekers, faults, withContacts } = readJobseekers({ matches: [SEEKER] });
    expect(faults).toEqual([]);
    expect(jobseekers).toEqual([
      { id: 'w-1', postcodeArea: '1234', travelKilometres: 15, travelMinutes: 30, vehicle: 'BICYCLE', hoursMin: 24, hoursMax: 40, needsAdaptation: true, needsGuidance: false,
        durations: ['FIXED_TERM', 'OPEN_ENDED'], occupations: ['Metselaar', 'Timmerman'], level: 4, availableFrom: '2014-01-01', availableUntil: null },
    ]);
    expect([withContacts, JSON.stringify(jobseekers).includes('example')]).toEqual([1, false]);
  });

  it('travels as far as his circle when no distance is said', () => {
    expect(readJobseekers([{ idWerkzoekende: 'w', flexibiliteit: { codeRegiostraal: '8' } }]).jobseekers[0]?.travelKilometres).toBe(125);
  });

  it('needs nothing known when nothing is said', () => {
    expect(readJobseekers([{ idWerkzoekende: 'w' }]).jobseekers[0]).toMatchObject({ needsAdaptation: null, needsGuidance: null, hoursMin: null, postcodeArea: null });
  });

  it('with a number that is too long is left out', () => {
    expect(readJobseekers([{ idWerkzoekende: 'w'.repeat(201) }])).toMatchObject({ jobseekers: [], faults: [{ field: 'idWerkzoekende' }] });
  });
});

describe('the code of a circle', () => {
  it('is the widest that does not go beyond', () => {
    expect([4, 5, 14, 15, 1000].map(radiusCode)).toEqual([null, 1, 2, 3, 9]);
    for (const [code, radius] of Object.entries(RADIUS_KILOMETRES)) expect(radiusCode(radius)).toBe(Number(code));
  });
});

describe('a page of matches', () => {
  it('has a hundred at most and says when there are more', () => {
    const many = Array.from({ length: MOST_MATCHES + 1 }, (_, index) => index);
    expect(atMost(many)).toEqual({ maximumAantalResultatenBereikt: true, matches: many.slice(0, 100) });
    expect(atMost(many.slice(1)).maximumAantalResultatenBereikt).toBe(false);
  });
});
