import { describe, expect, it } from '@jest/globals';
import { byFitness, matchWorkplace, whyHere } from './fitness.js';
import type { Match, OpenWorkplace, WorkerFacts } from './matching.js';

const worker: WorkerFacts = {
  postcodeArea: '2251', hoursPerWeek: '28.00', adaptations: ['LOW_STIMULI', 'ADAPTED_TOOLS'], adviceSupervisedEmployment: false,
  maxTravelKilometres: 15, functions: [], workForms: [], availableFrom: null,
};
const place: OpenWorkplace = {
  id: 'leiden:W:1042', postcodeArea: '2312', function: 'Medewerker groen', hoursPerWeekMin: '24.00', hoursPerWeekMax: '32.00',
  adaptations: ['ADAPTED_TOOLS', 'LOW_STIMULI'], supervisionHoursPerWeek: '3.50', availableFrom: '2014-03-17', atEmployer: true,
};
const texts: Record<string, string> = { LOW_STIMULI: 'prikkelarme werkplek', ADAPTED_TOOLS: 'aangepast gereedschap' };
const ground = { travel: () => '7.4', travelMinutes: () => 33, adaptationText: (code: string) => texts[code] ?? code };
const match = (facts: Partial<WorkerFacts>, of: Partial<OpenWorkplace> = {}) => matchWorkplace({ ...worker, ...facts }, { ...place, ...of }, ground);
const only = (code: string, reasons: Match['fits']) => reasons.filter((one) => one.code === code).map((one) => one.text);

describe('a place and a worker', () => {
  it('a place that fits says so with its figures', () => {
    expect(match({})).toEqual({
      workplace: 'leiden:W:1042',
      travelKilometres: '7.4',
      misses: [],
      fits: [
        { code: 'HOURS', text: '28 uur per week past: de werkplek biedt 24 tot 32 uur.' },
        { code: 'TRAVEL', text: '7,4 km enkele reis, binnen de grens van 15 km.' },
        { code: 'ADAPTATIONS', text: 'Alle nodige aanpassingen zijn er: prikkelarme werkplek en aangepast gereedschap.' },
        { code: 'SUPERVISION', text: '3,5 uur begeleiding is 12,5 % van 28 uur; de norm is gemiddeld ten hoogste 15 %.' },
        { code: 'AVAILABLE_FROM', text: 'Vrij vanaf 17 maart 2014.' },
      ],
    });
  });

  it('a place that misses everything says what is missing', () => {
    const wishes = { hoursPerWeek: '36.00', maxTravelKilometres: 5, functions: ['archief'], workForms: ['INTERNAL' as const], availableFrom: '2014-03-10' };
    expect(match(wishes, { adaptations: ['LOW_STIMULI'], supervisionHoursPerWeek: '6.00' })).toMatchObject({
      fits: [],
      misses: [
        { code: 'HOURS', text: '36 uur per week past niet: de werkplek biedt 24 tot 32 uur.' },
        { code: 'TRAVEL', text: '7,4 km enkele reis, verder dan de grens van 5 km.' },
        { code: 'ADAPTATIONS', text: 'Van de 2 nodige aanpassingen ontbreekt er 1: aangepast gereedschap.' },
        { code: 'SUPERVISION', text: '6 uur begeleiding is 16,7 % van 36 uur; de norm is gemiddeld ten hoogste 15 %.' },
        { code: 'FUNCTION', text: 'Functie Medewerker groen; gewenst is archief.' },
        { code: 'WORK_FORM', text: 'Gewenst is intern werk; de werkplek is bij een werkgever.' },
        { code: 'AVAILABLE_FROM', text: 'Vrij vanaf 17 maart 2014, later dan de gewenste datum 10 maart 2014.' },
      ],
    });
  });

  it('hours on the bound fit', () => {
    expect(only('HOURS', match({ hoursPerWeek: '32' }).fits)).toEqual(['32 uur per week past: de werkplek biedt 24 tot 32 uur.']);
  });

  it('unknown hours of the worker are a miss that says so', () => {
    expect(only('HOURS', match({ hoursPerWeek: null }).misses)).toEqual(['Niet bekend hoeveel uur per week de werknemer werkt.']);
  });

  it('an unknown distance is a miss that says so', () => {
    const unknown = matchWorkplace(worker, place, { ...ground, travel: () => null });
    expect(only('TRAVEL', unknown.misses)).toEqual(['De reisafstand is niet te berekenen: een postcodegebied is niet bekend.']);
  });

  it('missing adaptations are counted in singular and plural', () => {
    const missing = (needed: string[], offered: string[]) => only('ADAPTATIONS', match({ adaptations: needed }, { adaptations: offered }).misses);
    expect(missing(['LOW_STIMULI'], [])).toEqual(['De nodige aanpassing ontbreekt: prikkelarme werkplek.']);
    expect(missing(['LOW_STIMULI', 'ADAPTED_TOOLS'], [])).toEqual(['Alle 2 nodige aanpassingen ontbreken: prikkelarme werkplek en aangepast gereedschap.']);
    expect(missing(['LOW_STIMULI', 'ADAPTED_TOOLS', 'X'], ['X'])).toEqual(['Van de 3 nodige aanpassingen ontbreken er 2: prikkelarme werkplek en aangepast gereedschap.']);
  });

  it('a worker who needs no adaptation fits on that', () => {
    expect(only('ADAPTATIONS', match({ adaptations: [] }).fits)).toEqual(['Er zijn geen aanpassingen nodig.']);
  });

  it('supervision of exactly fifteen per cent of the working time is within the norm', () => {
    expect(only('SUPERVISION', match({ hoursPerWeek: '24' }, { supervisionHoursPerWeek: '3.60' }).fits)).toHaveLength(1);
  });

  it('supervised employment needs the advice of the indication', () => {
    expect(only('WORK_FORM', match({ workForms: ['SUPERVISED_EMPLOYMENT'] }).misses)).toEqual(['De indicatie adviseert geen begeleid werken.']);
    expect(only('WORK_FORM', match({ workForms: ['SUPERVISED_EMPLOYMENT'], adviceSupervisedEmployment: true }).fits)).toEqual(['Mogelijk als begeleid werken.']);
  });

  it('a wished function is found inside the name of the function', () => {
    expect(only('FUNCTION', match({ functions: ['Groen'] }).fits)).toEqual(['Functie Medewerker groen is gewenst.']);
  });
});

describe('the way in time', () => {
  const limits = { maxTravelMinutes: 33, transport: 'PUBLIC_TRANSPORT' as const };

  it('has a reason of its own, on the bound too', () => {
    expect(only('TRAVEL_TIME', match(limits).fits)).toEqual(['Ongeveer 33 minuten enkele reis met het openbaar vervoer, binnen de grens van 33 minuten.']);
    expect(only('TRAVEL_TIME', match({ ...limits, maxTravelMinutes: 32, transport: 'BICYCLE' }).misses)).toEqual(['Ongeveer 33 minuten enkele reis met de fiets, langer dan de grens van 32 minuten.']);
  });

  it('is not judged where the distance is unknown, which is said once', () => {
    const unknown = matchWorkplace({ ...worker, ...limits }, place, { ...ground, travel: () => null });
    expect(unknown.misses.map(({ code }) => code)).toEqual(['TRAVEL']);
  });
});

describe('the contract', () => {
  const own = (until: string | null, free: string | null = '2014-03-17') => match({ employment: { until } }, { availableFrom: free });

  it('is the own employment of the worker, which must still run when the place is free; its last day is not told', () => {
    expect(only('CONTRACT', own(null).fits)).toEqual(['De dienstbetrekking is voor onbepaalde tijd.']);
    expect(only('CONTRACT', own('2014-03-17').fits)).toEqual(['De dienstbetrekking is tijdelijk en loopt nog als de werkplek vrij is.']);
    expect(only('CONTRACT', own('2014-03-16').misses)).toEqual(['De dienstbetrekking is tijdelijk en eindigt voordat de werkplek vrij is.']);
    expect(only('CONTRACT', own('2014-03-16', null).misses)).toEqual(['De dienstbetrekking is tijdelijk; of zij nog loopt als de werkplek vrij is, is niet bekend.']);
  });

  it('that the worker wishes with an ordinary employer is compared with what the place says, and a place that says nothing misses', () => {
    expect(only('CONTRACT', match({ contract: 'OPEN_ENDED' }, { contract: 'OPEN_ENDED' }).fits)).toEqual(['Een contract voor onbepaalde tijd, zoals gewenst.']);
    expect(only('CONTRACT', match({ contract: 'OPEN_ENDED' }, { contract: 'FIXED_TERM' }).misses)).toEqual(['Een contract voor bepaalde tijd; gewenst is voor onbepaalde tijd.']);
    expect(only('CONTRACT', match({ contract: 'FIXED_TERM' }).misses)).toEqual(['Gewenst is een contract voor bepaalde tijd; de werkplek meldt niet wat zij biedt.']);
  });
});

it('a worker who needs more supervision than the place has misses it', () => {
  expect(only('SUPERVISION', match({ supervisionHoursPerWeek: '4' }).misses)).toEqual(['3,5 uur begeleiding per week; nodig is 4 uur.']);
  expect(only('SUPERVISION', match({ supervisionHoursPerWeek: '3.5' }).fits)).toHaveLength(1);
});

describe('the order of places', () => {
  const of = (workplace: string, misses: number, travelKilometres: string | null): Match => ({
    workplace, travelKilometres, fits: [], misses: Array.from({ length: misses }, () => ({ code: 'HOURS' as const, text: '' })),
  });

  it('is fewest misses, then the shortest way with an unknown way last, then the id', () => {
    const places = [of('c', 1, '1.0'), of('b', 0, null), of('z', 0, '10.0'), of('y', 0, '9.5'), of('a', 0, '10.0')];
    expect(places.sort(byFitness).map((one) => one.workplace)).toEqual(['y', 'a', 'z', 'b', 'c']);
  });

  it('is explained from one to the next: the reasons against, the way, or nothing', () => {
    const places = [of('y', 0, '9.5'), of('a', 0, '10.0'), of('z', 0, '10.0'), of('b', 0, null), of('c', 1, '1.0'), of('d', 2, null)];
    expect(places.map((one, index) => whyHere(places[index - 1] ?? null, one))).toEqual([
      'Staat bovenaan: geen reden tegen, 9,5 km.',
      'Staat na de vorige door de weg: geen reden tegen, 10 km; de vorige 9,5 km.',
      'Gelijk aan de vorige: geen reden tegen, 10 km.',
      'Staat na de vorige door de weg: geen reden tegen, weg onbekend; de vorige 10 km.',
      'Staat na de vorige door het aantal redenen tegen: 1 reden tegen, 1 km; de vorige geen reden tegen.',
      'Staat na de vorige door het aantal redenen tegen: 2 redenen tegen, weg onbekend; de vorige 1 reden tegen.',
    ]);
  });
});
