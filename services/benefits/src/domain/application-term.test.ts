import { describe, expect, it } from '@jest/globals';
import type { Parameter } from '#law/parameters.js';
import { applicationTerm } from './application-term.js';
import { termReminders } from './term-reminders.js';
import type { ApplicationFacts, SuspensionFacts } from './facts.js';

const parameterOf = (name: string, value: string): Parameter => ({ name, municipality: null, from: '2009-10-01', until: null, value, unit: 'word', ground: 'Awb art. 4:17', verified: true });
const PARAMETERS = [
  parameterOf('DUE_SOON_DAYS', '14'), parameterOf('DEFAULT_PENALTY_DAYS_1_14', '20'), parameterOf('DEFAULT_PENALTY_DAYS_15_28', '30'), parameterOf('DEFAULT_PENALTY_DAYS_29_42', '40'),
];
const ON = '2014-03-03';
const application = (change: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  number: '1', person: 'p', kind: 'WELFARE_BENEFIT', municipality: '1916', receivedOn: '2014-02-03', decidedOn: null, decision: null,
  termWeeks: null, newTermToldOn: null, newTermUntil: null, defaultNoticeOn: null, ...change,
});
const suspended = (until: string | null, legalGround: string): SuspensionFacts => ({ application: '1', from: '2014-02-10', until, reason: 'reden', legalGround });
const stateOf = (change: Partial<ApplicationFacts>, suspensions: SuspensionFacts[] = []) => applicationTerm(application(change), suspensions, ON, PARAMETERS).state;

function reminders(change: Partial<ApplicationFacts>, suspensions: SuspensionFacts[] = [], on = ON) {
  const facts = application(change);
  return termReminders(facts, applicationTerm(facts, suspensions, on, PARAMETERS), suspensions, on);
}

describe('the state of a term', () => {
  it.each([
    ['RUNNING', {}],
    ['DUE_SOON', { receivedOn: '2014-01-20' }],
    ['DUE_SOON', { receivedOn: '2014-01-06' }],
    ['LATE', { receivedOn: '2014-01-03' }],
    ['DECIDED_IN_TIME', { receivedOn: '2014-01-06', decidedOn: '2014-03-03', decision: 'GRANTED' }],
    ['DECIDED_LATE', { receivedOn: '2013-12-02', decidedOn: '2014-03-03', decision: 'GRANTED' }],
  ] as const)('is %s for %j', (state, change) => {
    expect(stateOf(change)).toBe(state);
  });

  it('is SUSPENDED while a suspension stands, and LATE where it began too late', () => {
    expect(stateOf({}, [suspended(null, 'Awb art. 4:15')])).toBe('SUSPENDED');
    expect(stateOf({ receivedOn: '2013-12-02' }, [suspended(null, 'Awb art. 4:15')])).toBe('LATE');
  });

  it('follows the ordinance, and a new term that was told in time', () => {
    expect(stateOf({ receivedOn: '2014-01-20', termWeeks: 4 })).toBe('LATE');
    expect(stateOf({ receivedOn: '2013-12-02', newTermToldOn: '2014-01-20', newTermUntil: '2014-04-01' })).toBe('RUNNING');
  });
});

describe('reminders of a term', () => {
  it('say by when to decide or to tell, and that it is too late', () => {
    expect(reminders({ receivedOn: '2014-01-20' })).toEqual([{ kind: 'DUE_SOON', by: '2014-03-17', article: 'Awb art. 4:14 lid 3', text: expect.stringContaining('noem een nieuwe termijn') }]);
    expect(reminders({ receivedOn: '2014-01-03' })).toMatchObject([{ kind: 'LATE', by: null, text: expect.stringContaining('2014-02-28') }]);
    expect(reminders({})).toEqual([]);
  });

  it('say what a suspension asks: at the end by lid 4, at the start for force majeure, and the four weeks after an invitation', () => {
    expect(reminders({}, [suspended('2014-02-20', 'Awb art. 4:15 lid 2 onder b')])).toMatchObject([{ kind: 'SUSPENSION_ENDED', article: 'Awb art. 4:15 lid 4', text: expect.stringContaining('2014-04-10') }]);
    expect(reminders({}, [suspended(null, 'Awb art. 4:15 lid 2 onder c')])).toMatchObject([{ kind: 'SUSPENSION_STARTED', article: 'Awb art. 4:15 lid 3' }]);
    expect(reminders({}, [suspended('2014-02-20', 'Awb art. 4:15 lid 1 onder a')])).toMatchObject([{ kind: 'NOT_TREATED', by: '2014-03-20' }]);
    expect(reminders({}, [suspended('2014-02-20', 'Awb art. 4:15 lid 2 onder a')])).toEqual([]);
  });

  it('say what a notice of default costs, from when, and that the penalty must be fixed', () => {
    const late = { receivedOn: '2013-12-02', defaultNoticeOn: '2014-02-03' };
    expect(reminders(late, [], '2014-02-10').at(-1)).toMatchObject({ kind: 'DEFAULT_NOTICE', by: '2014-02-17', text: expect.stringContaining('2014-02-18') });
    expect(reminders(late).at(-1)).toMatchObject({ kind: 'PENALTY', article: 'Awb art. 4:17', text: 'Over 14 dagen is € 280,00 dwangsom verschuldigd.' });
    expect(reminders({ ...late, decidedOn: '2014-02-24', decision: 'GRANTED' })).toEqual([{ kind: 'PENALTY', by: '2014-03-10', article: 'Awb art. 4:18', text: 'Over 6 dagen is € 120,00 dwangsom verschuldigd. Stel haar bij beschikking vast.' }]);
    expect(reminders({ ...late, decidedOn: '2014-02-10', decision: 'GRANTED' })).toEqual([]);
    expect(applicationTerm(application({ ...late, decidedOn: '2014-01-30', decision: 'GRANTED' }), [], ON, PARAMETERS).penalty).toBeNull();
    expect(reminders(late, [], '2014-02-02').map((one) => one.kind)).toEqual(['LATE']);
  });

  it('leave an early notice of default to a human', () => {
    expect(reminders({ receivedOn: '2013-12-02', defaultNoticeOn: '2014-01-20' }).at(-1)).toMatchObject({ kind: 'HUMAN', by: null });
  });
});
