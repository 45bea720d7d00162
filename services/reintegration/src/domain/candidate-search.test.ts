import { describe, expect, it } from '@jest/globals';
import { type KnownCandidate, rankCandidates, searchCandidates, secondable } from './candidate-search.js';
import type { AnsweredEmployment, Candidate, CompanyAnswer, CompanyQuestions, DirectoryReads, EmployedCandidate } from './directory-ports.js';
import type { Indication } from './indication.js';
import type { OpenWorkplace } from './matching.js';

const on = '2014-03-03';
const ground = { on, travelLimits: { kilometres: 15, minutes: 60, transport: 'PUBLIC_TRANSPORT' as const }, travelMinutes: () => 23,
  travel: (from: string | null) => (from === '2251' ? '3.0' : '9.0'), adaptationText: (code: string) => code };
const indication = (number: string, over: Partial<Indication> = {}): Indication => ({
  number, person: `person-${number}`, municipality: '0626', kind: 'WSW', category: 'MODERATE', appliedOn: '2009-09-01', decidedOn: '2010-01-04', validUntil: null, reindicationRequestedOn: null,
  adviceSupervisedEmployment: false, adaptations: [], waitingSince: null, postcodeArea: '2251', asOf: '2014-03-03T00:00:00.000Z', ...over,
});
const place: OpenWorkplace = {
  id: 'leiden:W:1', postcodeArea: '2312', function: 'Inpakker', hoursPerWeekMin: '20', hoursPerWeekMax: '32', adaptations: [], supervisionHoursPerWeek: '2', availableFrom: on, atEmployer: true,
};
const waiting: Candidate = { profile: 'profile-1', promised: false, indication: indication('1', { asOf: '2014-02-01T00:00:00.000Z', adviceSupervisedEmployment: true }) };
const employed = (number: string, company = 'leiden'): EmployedCandidate => ({ profile: `profile-${number}`, promised: false, indication: indication(number), employment: `${company}:E:${number}` });
const says = (id: string, over: Partial<AnsweredEmployment> = {}): AnsweredEmployment => ({ id, hoursPerWeek: '28.00', workForm: 'INTERNAL', until: null, ...over });
const leiden = (rows: AnsweredEmployment[]): CompanyAnswer<AnsweredEmployment> => ({ body: 'sw-leiden', answered: true, asOf: '2014-03-02T00:00:00.000Z', rows });
const silent: CompanyAnswer<AnsweredEmployment> = { body: 'sw-wassenaar', answered: false, asOf: null, rows: [] };

function ports(of: EmployedCandidate[], answers: CompanyAnswer<AnsweredEmployment>[], found: OpenWorkplace | null = place) {
  const asked: (readonly string[])[] = [];
  const reads = { waitingCandidates: async () => [waiting], employedCandidates: async () => of } as unknown as DirectoryReads;
  const questions = {
    workplace: async () => found,
    employments: async (ids: readonly string[]) => {
      asked.push(ids);
      return answers;
    },
  } as unknown as CompanyQuestions;
  return { given: { reads, questions, ground }, asked };
}

describe('a search for a worker', () => {
  it('finds who waits, hours unknown, and who works inside a company that answered, with the hours it says', async () => {
    const { given, asked } = ports([employed('2'), employed('3', 'wassenaar')], [leiden([says('leiden:E:2')]), silent]);
    const found = await searchCandidates(given, place.id, 10);
    expect(asked).toEqual([['leiden:E:2', 'wassenaar:E:3']]);
    expect(found?.candidates.map(({ profile, hoursPerWeek, workForms, misses }) => ({ profile, hoursPerWeek, workForms, misses }))).toEqual([
      { profile: 'profile-2', hoursPerWeek: '28.00', workForms: ['INTERNAL', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP'], misses: [] },
      {
        profile: 'profile-1', hoursPerWeek: null, workForms: ['INTERNAL', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP', 'SUPERVISED_EMPLOYMENT'],
        misses: [{ code: 'HOURS', text: 'Niet bekend hoeveel uur per week de werknemer werkt.' }],
      },
    ]);
  });

  it('says of every company whether it answered and how old its data are, and how old the oldest indication is', async () => {
    const { given } = ports([employed('2')], [leiden([says('leiden:E:2')]), silent]);
    const found = await searchCandidates(given, place.id, 10);
    expect(found?.sources).toEqual([
      { body: 'sw-leiden', answered: true, asOf: '2014-03-02T00:00:00.000Z' },
      { body: 'sw-wassenaar', answered: false, asOf: null },
    ]);
    expect(found?.indicationsAsOf).toBe('2014-02-01T00:00:00.000Z');
  });

  it('for a place that its company does not have is null', async () => {
    expect(await searchCandidates(ports([], [], null).given, place.id, 10)).toBeNull();
  });
});

describe('of those who work', () => {
  const of = (over: Partial<AnsweredEmployment>) => secondable([employed('2')], [leiden([says('leiden:E:2', over)])], on).map((one) => one.profile);

  it('only who works inside his company is a candidate, on his last day too, not after it', () => {
    expect([of({}), of({ until: on }), of({ until: '2014-03-02' })]).toEqual([['profile-2'], ['profile-2'], []]);
    expect([of({ workForm: 'SECONDMENT_GROUP' }), of({ workForm: 'SUPERVISED_EMPLOYMENT' }), of({ workForm: null })]).toEqual([[], [], []]);
  });

  it('whom the company does not know is none', () => {
    expect(secondable([employed('2')], [leiden([])], on)).toEqual([]);
  });
});

describe('the order of candidates', () => {
  const one = (number: string, over: Partial<KnownCandidate> = {}): KnownCandidate => ({ profile: `profile-${number}`, promised: false, indication: indication(number), employed: { hoursPerWeek: '28', until: null }, ...over });

  it('is fewest misses, then the shortest way, then the indication, whatever order they came in', () => {
    const far = one('0', { indication: indication('0', { postcodeArea: '2400' }) });
    const given = [one('1', { employed: null }), one('4', { profile: 'a' }), far, one('3', { profile: 'b' })];
    const expected = ['b', 'a', 'profile-0', 'profile-1'];
    expect(rankCandidates(given, place, ground, 10).candidates.map(({ profile }) => profile)).toEqual(expected);
    expect(rankCandidates(given.reverse(), place, ground, 10).candidates.map(({ profile }) => profile)).toEqual(expected);
    expect(rankCandidates(given, place, ground, 2).candidates.map(({ profile }) => profile)).toEqual(['b', 'a']);
  });

  it('puts who is promised to other work behind who is free, and says so without telling of that work', () => {
    const { candidates } = rankCandidates([one('1', { promised: true }), one('2')], place, ground, 2);
    expect(candidates.map(({ profile, misses }) => [profile, misses])).toEqual([
      ['profile-2', []],
      ['profile-1', [{ code: 'AVAILABLE_FROM', text: 'Met deze werknemer is al een andere afspraak gemaakt of bijna gemaakt.' }]],
    ]);
  });

  it('shows neither the person id nor the number of the indication', () => {
    expect(Object.keys(rankCandidates([one('77')], place, ground, 1).candidates[0] ?? {}).sort()).toEqual(['fits', 'hoursPerWeek', 'misses', 'profile', 'travelKilometres', 'whyHere', 'workForms']);
  });
});
