import { describe, expect, it } from '@jest/globals';
import type { CompanyAnswer, CompanyQuestions, DirectoryReads } from './directory-ports.js';
import type { Indication } from './indication.js';
import type { OpenWorkplace } from './matching.js';
import { alternativePlaces, NO_WISHES, searchWorkplaces, workerFacts } from './workplace-search.js';

const on = '2014-03-03';
const scope = { municipalities: ['0626'], company: null, self: null, on };
const ground = { on, travelLimits: { kilometres: 15, minutes: 60, transport: 'PUBLIC_TRANSPORT' as const }, travel: () => '3.0', travelMinutes: () => 23, adaptationText: (code: string) => code };
const indication: Indication = {
  number: 'I-1', person: 'p', municipality: '0626', kind: 'WSW', category: 'MODERATE', appliedOn: '2009-09-01', decidedOn: '2010-01-04', validUntil: '2013-12-31', reindicationRequestedOn: null,
  adviceSupervisedEmployment: true, adaptations: ['SEATED_WORK'], waitingSince: null, postcodeArea: '2251', asOf: '2014-03-03T00:00:00.000Z',
};
const place = (id: string, over: Partial<OpenWorkplace> = {}): OpenWorkplace => ({
  id, postcodeArea: '2312', function: 'Inpakker', hoursPerWeekMin: '20', hoursPerWeekMax: '32', adaptations: ['SEATED_WORK'], supervisionHoursPerWeek: '2', availableFrom: on, atEmployer: true, ...over,
});
const answer = (body: string, rows: OpenWorkplace[] | null): CompanyAnswer<OpenWorkplace> => ({ body, answered: rows !== null, asOf: rows === null ? null : `${on}T00:00:00.000Z`, rows: rows ?? [] });

function ports(answers: CompanyAnswer<OpenWorkplace>[], hours: string | null) {
  const asked: string[] = [];
  const pointers = [
    { person: 'p', company: 'sw-leiden', employment: 'leiden:E:1', from: '2001-01-01', until: '2012-12-31' },
    { person: 'p', company: 'sw-leiden', employment: 'leiden:E:2', from: '2013-01-01', until: null },
  ];
  const reads = { indicationsOf: async () => new Map([['p', [indication]]]), employmentsOf: async () => new Map([['p', pointers]]) } as unknown as DirectoryReads;
  const questions = {
    openWorkplaces: async () => answers,
    employmentProfile: async (id: string) => {
      asked.push(id);
      return hours === null ? null : { hoursPerWeek: hours, workForm: null };
    },
  } as unknown as CompanyQuestions;
  return { ports: { reads, questions, ground }, asked };
}

describe('a search for a place', () => {
  it('ranks the places of all companies together', async () => {
    const { ports: given } = ports([answer('sw-leiden', [place('leiden:W:2', { adaptations: [] })]), answer('sw-wassenaar', [place('wassenaar:W:1')])], '28');
    const { matches } = await searchWorkplaces(given, 'p', scope, NO_WISHES, 10);
    expect(matches.map((one) => [one.workplace, one.misses.map((miss) => miss.code)])).toEqual([['wassenaar:W:1', []], ['leiden:W:2', ['ADAPTATIONS']]]);
  });

  it('names the company that is down and keeps the rows of the others', async () => {
    const { ports: given } = ports([answer('sw-leiden', null), answer('sw-wassenaar', [place('wassenaar:W:1')])], '28');
    const { matches, sources } = await searchWorkplaces(given, 'p', scope, NO_WISHES, 10);
    expect([matches.length, sources.map((one) => [one.body, one.answered])]).toEqual([1, [['sw-leiden', false], ['sw-wassenaar', true]]]);
  });

  it('takes the hours of the employment that runs now', async () => {
    const { ports: given, asked } = ports([answer('sw-leiden', [place('leiden:W:2')])], '36');
    const { matches } = await searchWorkplaces(given, 'p', scope, NO_WISHES, 10);
    expect([asked, matches[0]?.misses[0]?.code]).toEqual([['leiden:E:2'], 'HOURS']);
  });

  it('lets the wishes of the worker win, so that his employment need not be asked', async () => {
    const { ports: given, asked } = ports([answer('sw-leiden', [place('leiden:W:2')])], '36');
    const { matches } = await searchWorkplaces(given, 'p', scope, { ...NO_WISHES, hoursPerWeek: '24', maxTravelKilometres: 2 }, 10);
    expect([asked, matches[0]?.misses.map((one) => one.code)]).toEqual([[], ['TRAVEL']]);
  });

  it('goes on without the hours when the placing company does not answer', async () => {
    const { ports: given } = ports([answer('sw-wassenaar', [place('wassenaar:W:1')])], null);
    const { matches } = await searchWorkplaces(given, 'p', scope, NO_WISHES, 10);
    expect(matches[0]?.misses).toEqual([{ code: 'HOURS', text: 'Niet bekend hoeveel uur per week de werknemer werkt.' }]);
  });

  it('still uses the advice of an indication that ended while the employment goes on', async () => {
    const { ports: given } = ports([answer('sw-leiden', [place('leiden:W:2', { adaptations: [] })])], '28');
    const { matches } = await searchWorkplaces(given, 'p', scope, NO_WISHES, 10);
    expect(matches[0]?.misses.map((one) => one.code)).toEqual(['ADAPTATIONS']);
  });

  it('gives no more places than asked', async () => {
    const { ports: given } = ports([answer('sw-leiden', [place('leiden:W:1'), place('leiden:W:2')])], '28');
    expect((await searchWorkplaces(given, 'p', scope, NO_WISHES, 1)).matches).toHaveLength(1);
  });
});

describe('alternatives to a place that is taken', () => {
  const places = [
    place('leiden:W:1'), place('leiden:W:2', { adaptations: [] }), place('leiden:W:3', { hoursPerWeekMax: '24' }), place('leiden:W:4', { hoursPerWeekMin: null, hoursPerWeekMax: null }),
    place('leiden:W:5', { supervisionHoursPerWeek: null, availableFrom: null }), place('leiden:W:6'),
  ];
  const found = (hours: string | null, first = 10): string[] => alternativePlaces([answer('sw-wassenaar', null), answer('sw-leiden', places)], 'leiden:W:6', workerFacts(indication, { hoursPerWeek: hours, until: null }, NO_WISHES, ground), ground, first);

  it('offer the hours and the adaptations, best first; what else they miss may be talked about', () => {
    expect(found('28')).toEqual(['leiden:W:1', 'leiden:W:5']);
    expect(found('28', 1)).toEqual(['leiden:W:1']);
  });

  it('are none for who works more hours than any place offers, and for who works nobody knows how many', () => {
    expect([found('36'), found(null)]).toEqual([[], []]);
  });
});
