import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readJobseekers } from '#law/vum/read-jobseekers.js';
import { readVacancies } from '#law/vum/read-vacancies.js';
import type { KnownCandidate } from '../domain/candidate-search.js';
import { matchWorkplace } from '../domain/fitness.js';
import type { Indication } from '../domain/indication.js';
import type { OpenWorkplace } from '../domain/matching.js';
import { NO_WISHES, type SearchGround, workerFacts } from '../domain/workplace-search.js';
import { exchangeGround, externalPlaces, externalWorker } from './external-facts.js';
import { detailProfile, matchingProfile } from './jobseeker-profile.js';
import { vacancyProfiles } from './vacancy-profile.js';

const ON = '2014-03-03';
const ground: SearchGround = {
  on: ON, travel: (from, to) => (from === null || to === null ? null : from === to ? '0.0' : '9.5'), travelMinutes: () => 25, adaptationText: (code) => code.toLowerCase(),
  travelLimits: { kilometres: 15, minutes: 60, transport: 'PUBLIC_TRANSPORT' },
};
const indication: Indication = {
  number: 'I-1', person: 'p'.repeat(43), municipality: '0626', kind: 'WSW', category: 'SEVERE', appliedOn: '2012-01-01', decidedOn: '2012-02-01', validUntil: '2017-01-31', reindicationRequestedOn: null,
  adviceSupervisedEmployment: true, adaptations: ['LOW_STIMULI'], waitingSince: null, postcodeArea: '2251', asOf: `${ON}T00:00:00.000Z`,
};
const candidate: KnownCandidate = { profile: 'c0ffee00-0000-4000-8000-000000000001', promised: false, indication, employed: { hoursPerWeek: '27.50', until: null } };
const place: OpenWorkplace = {
  id: 'leiden:W:1', postcodeArea: '2264', function: 'Medewerker groen', hoursPerWeekMin: '20.00', hoursPerWeekMax: '32.00', adaptations: ['LOW_STIMULI'], supervisionHoursPerWeek: '2.00',
  availableFrom: '2014-03-01', atEmployer: true,
};

describe('the first step of the exchange', () => {
  it('says of a worker what a matching needs, under a random number', () => {
    expect(matchingProfile(candidate, ground)).toEqual({
      idWerkzoekende: candidate.profile,
      eisAanWerk: { indicatieAanpassingWerkomgeving: 1, indicatieBegeleiding: 1, indicatieWerkvariatie: 0 },
      mobiliteit: { maximaleReisafstand: 15, maximaleReistijd: 60 },
      werktijden: { aantalWerkurenPerWeekMinimaal: 28, aantalWerkurenPerWeekMaximaal: 28 },
      flexibiliteit: { codeRegiostraal: 3, datumAanvangBeschikbaarVoorWerk: ON },
    });
  });

  it('says nothing of who he is, where he lives, how severe it is or what he needs in particular', () => {
    expect(JSON.stringify(matchingProfile(candidate, ground))).not.toMatch(/pppp|I-1|2251|SEVERE|stimuli|0626/i);
  });

  it('says of a place nothing of the employer, and of the own workshop nothing at all', () => {
    expect(vacancyProfiles([place, { ...place, id: 'leiden:W:2', atEmployer: false }])).toEqual([
      { idVacature: 'leiden:W:1', naamVacature: 'Medewerker groen', werktijden: { aantalWerkurenPerWeekMinimaal: 20, aantalWerkurenPerWeekMaximaal: 32 }, arbeidsVoorwaarden: { datumAanvangWerkzaamheden: '2014-03-01' } },
    ]);
  });
});

describe('the second step', () => {
  it('says what he needs and whom to speak to', () => {
    expect(detailProfile(candidate, ground, 'Dienst Werk en Inkomen')).toMatchObject({
      idWerkzoekende: candidate.profile, persoonlijkePresentatie: 'Nodig op de werkplek: low_stimuli.', contactpersoon: [{ naamContactpersoonAfdeling: 'Dienst Werk en Inkomen' }],
    });
  });
});

describe('what goes out', () => {
  it('can be read as what comes in, whatever a worker or a place is like', () => {
    const hours = fc.option(fc.integer({ min: 1, max: 40 }).map((whole) => `${whole}.00`));
    fc.assert(
      fc.property(hours, fc.boolean(), fc.option(fc.string({ minLength: 1, maxLength: 300, unit: fc.constantFrom(...'aZ é-') })), hours, hours, (own, advice, title, min, max) => {
        const seeker = matchingProfile({ ...candidate, employed: { hoursPerWeek: own, until: null }, indication: { ...indication, adviceSupervisedEmployment: advice } }, ground);
        const read = readJobseekers({ maximumAantalResultatenBereikt: false, matches: [seeker] });
        expect([read.faults, read.jobseekers.length]).toEqual([[], 1]);
        const vacancies = readVacancies(vacancyProfiles([{ ...place, function: title, hoursPerWeekMin: min, hoursPerWeekMax: max, contract: 'OPEN_ENDED' }]));
        expect([vacancies.faults, vacancies.vacancies[0]?.durations]).toEqual([[], ['OPEN_ENDED']]);
      }),
    );
  });
});

describe('what comes in', () => {
  const vacancy = { idVacature: 'v-1', naamVacature: 'Medewerker groen', werktijden: { aantalWerkurenPerWeekMinimaal: 20, aantalWerkurenPerWeekMaximaal: 32 }, werkgever: { postcode: '2264ab' } };
  const places = (change: object) => externalPlaces(readVacancies([{ ...vacancy, ...change }]).vacancies, ON);

  it('is judged by the same rules as a place of a firm, and says what it does not say', () => {
    const [found] = places({ arbeidsVoorwaarden: { datumAanvangWerkzaamheden: '2014-03-01' } });
    const { fits, misses } = matchWorkplace(workerFacts(indication, { hoursPerWeek: '28.00', until: null }, NO_WISHES, ground), found!, ground);
    expect(fits.map(({ code }) => code)).toEqual(expect.arrayContaining(['HOURS', 'TRAVEL', 'AVAILABLE_FROM']));
    expect(misses.map(({ code }) => code)).toEqual(expect.arrayContaining(['ADAPTATIONS', 'SUPERVISION']));
  });

  it('is no place when it has closed, or is volunteer work', () => {
    expect(places({ sluitingsDatumVacature: '2014-03-02' })).toEqual([]);
    expect(places({ sluitingsDatumVacature: ON })).toHaveLength(1);
    expect(places({ contractvorm: [{ codeTypeOvereenkomst: '03' }] })).toEqual([]);
    expect(places({ contractvorm: [{ codeTypeOvereenkomst: '03' }, { codeTypeOvereenkomst: '01' }] })).toHaveLength(1);
  });

  it('has a contract only when it is one and the same', () => {
    expect(places({ contractvorm: [{ codeTypeArbeidscontract: 'O' }] })[0]?.contract).toBe('OPEN_ENDED');
    expect(places({ contractvorm: [{ codeTypeArbeidscontract: 'O' }, { codeTypeArbeidscontract: 'B' }] })[0]?.contract).toBeNull();
  });

  it('is a worker whose adaptation nobody has, when his profile does not say which', () => {
    const [seeker] = readJobseekers([{ idWerkzoekende: 'w', eisAanWerk: { indicatieAanpassingWerkomgeving: 1 }, werktijden: { aantalWerkurenPerWeekMaximaal: 24 }, vervoermiddel: { codeVervoermiddel: 9 } }]).jobseekers;
    const { misses } = matchWorkplace(externalWorker(seeker!, ground), place, exchangeGround(ground));
    expect(misses.find(({ code }) => code === 'ADAPTATIONS')?.text).toContain('een aanpassing die het profiel niet noemt');
    expect(externalWorker(seeker!, ground).transport).toBe('PUBLIC_TRANSPORT');
  });
});
