/** A place for a worker and a worker for that place: one judgement, whichever way it is asked. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KNOWN_PARAMETERS } from '#law/testing/known-parameters.js';
import { rankCandidates } from './candidate-search.js';
import type { Indication } from './indication.js';
import type { OpenWorkplace } from './matching.js';
import { travelBetween, travelLimitsOn, travelTimeOn } from './travel.js';
import { NO_WISHES, rankPlaces, workerFacts } from './workplace-search.js';

const on = '2014-03-03';
const areas = [{ area: '2251', lat: 52.127, lon: 4.446 }, { area: '2312', lat: 52.16, lon: 4.48 }, { area: '2712', lat: 52.057, lon: 4.493 }];
const ground = {
  on, travel: travelBetween(areas, KNOWN_PARAMETERS, on), travelMinutes: travelTimeOn(KNOWN_PARAMETERS, on), travelLimits: travelLimitsOn(KNOWN_PARAMETERS, on), adaptationText: (code: string) => code,
};
const area = fc.constantFrom(null, '2251', '2312', '2712', '9999');
const hours = fc.constantFrom(null, '8', '20', '24.50', '36');
const day = fc.constantFrom(null, '2014-02-01', '2014-03-17', '2014-12-31');
const codes = fc.subarray(['LOW_STIMULI', 'SEATED_WORK', 'ADAPTED_TOOLS']);

const place: fc.Arbitrary<Omit<OpenWorkplace, 'id'>> = fc.record({
  postcodeArea: area, function: fc.constantFrom(null, 'Inpakker'), hoursPerWeekMin: hours, hoursPerWeekMax: hours, adaptations: codes,
  supervisionHoursPerWeek: fc.constantFrom(null, '1', '4', '9'), availableFrom: day, atEmployer: fc.boolean(),
});
const worker = fc.record({
  employed: fc.option(fc.record({ hoursPerWeek: hours, until: day })), postcodeArea: area, adaptations: codes,
  kind: fc.constantFrom('WSW' as const, 'NEW_SHELTERED' as const), adviceSupervisedEmployment: fc.boolean(),
});

const indicationOf = (number: string, { employed: _employed, ...known }: typeof worker extends fc.Arbitrary<infer W> ? W : never): Indication => ({
  number, person: `person-${number}`, municipality: '0626', category: 'MODERATE', appliedOn: on, decidedOn: on, validUntil: null, reindicationRequestedOn: null, waitingSince: null,
  asOf: `${on}T00:00:00.000Z`, ...known,
});

it('the reasons are the same from either side', () => {
  fc.assert(fc.property(place, worker, (of, known) => {
    const open = { id: 'leiden:W:1', ...of };
    const facts = workerFacts(indicationOf('1', known), known.employed, NO_WISHES, ground);
    const [there] = rankPlaces([{ body: 'sw-leiden', answered: true, asOf: null, rows: [open] }], facts, ground, 1).matches;
    const [back] = rankCandidates([{ profile: 'p', promised: false, indication: indicationOf('1', known), employed: known.employed }], open, ground, 1).candidates;
    expect([back?.fits, back?.misses, back?.travelKilometres, back?.whyHere]).toEqual([there?.fits, there?.misses, there?.travelKilometres, there?.whyHere]);
  }));
});

it('nobody is placed without reasons, no kind of reason is given twice, and the list never rises in what is against', () => {
  fc.assert(fc.property(place, fc.array(worker, { minLength: 1, maxLength: 8 }), (of, workers) => {
    const known = workers.map((one, index) => ({ profile: `p${index}`, promised: false, indication: indicationOf(String(index), one), employed: one.employed }));
    const { candidates, more } = rankCandidates(known, { id: 'leiden:W:1', ...of }, ground, 5);
    expect(more).toBe(workers.length > 5);
    for (const [index, { fits, misses, whyHere }] of candidates.entries()) {
      const given = [...fits, ...misses].map(({ code }) => code);
      expect(new Set(given).size).toBe(given.length);
      expect(given).toEqual(expect.arrayContaining(['HOURS', 'TRAVEL', 'ADAPTATIONS', 'SUPERVISION', 'WORK_FORM', 'AVAILABLE_FROM']));
      expect(misses.length).toBeGreaterThanOrEqual(candidates[index - 1]?.misses.length ?? 0);
      expect(whyHere).toMatch(index === 0 ? /^Staat bovenaan/ : /de vorige/);
    }
  }));
});
