import { describe, expect, it } from '@jest/globals';
import type { LiveAmendment } from './amendment.js';
import type { Agreement, AgreementEvent } from './agreement.js';
import type { RepresentativeFacts } from './facts.js';
import { isWrongInput, type WrongInput } from './client-dates.js';
import { onDate } from './commitment.js';
import type { Decision } from './negotiation.js';
import { isRefused } from './refusals.js';
import type { Actor } from './standing.js';
import { agreementAfter, CASE_WORKER, FACTS, LEIDEN, ON, STRANGER, versionOf, WAY_TO } from './testing/sample-agreement.js';
import { decideEnd, decideInform, decideWorkerAnswer, mayAnswerNow, representativeIsKnown } from './worker-steps.js';

const codeOf = (decision: Decision | WrongInput): string => (isWrongInput(decision) ? 'WRONG_INPUT' : isRefused(decision) ? decision.refused : 'done');
const typesOf = (decision: Decision | WrongInput): string[] => (isWrongInput(decision) || isRefused(decision) ? [codeOf(decision)] : decision.map((event) => event.type));
const inform = (agreement: Agreement, actor: Actor, informedOn = ON, expectedVersion = 1): Decision | WrongInput => decideInform(agreement, { expectedVersion, informedOn, channel: 'LETTER' }, actor);
const agreed = agreementAfter(...WAY_TO.AGREED);
const informed = agreementAfter(...WAY_TO.WORKER_INFORMED);

const answer = { decision: 'AGREED', decidedOn: ON, recordedBy: 'werk-en-inkomen', evidence: null, representative: null } as const;
const decide = (agreement: Agreement, changes: object = {}, representatives: RepresentativeFacts[] = [], actor = CASE_WORKER): Decision | WrongInput =>
  decideWorkerAnswer(agreement, { expectedVersion: 1, answer: { ...answer, ...changes }, representatives, indication: FACTS.indication }, actor);

describe('informing the worker', () => {
  it('is done by the case worker of the residence authority', () => {
    expect(typesOf(inform(agreed, CASE_WORKER))).toEqual(['WORKER_INFORMED']);
    expect(codeOf(inform(agreed, LEIDEN))).toBe('NO_AUTHORITY');
    expect(codeOf(inform(agreed, STRANGER))).toBe('NOT_A_PARTY');
  });

  it.each(['2010-01-01', '2014-03-02', '2014-03-04'])('on %s, before the terms were agreed or still to come, is wrong input', (day) => {
    expect(codeOf(inform(agreed, CASE_WORKER, day))).toBe('WRONG_INPUT');
    expect(codeOf(inform(agreed, LEIDEN, day))).toBe('NO_AUTHORITY');
    expect(codeOf(inform(agreed, CASE_WORKER, ON))).toBe('done');
  });

  it('leaves fourteen days before the start', () => {
    expect(codeOf(inform(agreed, { ...CASE_WORKER, on: '2014-03-19' }, '2014-03-19'))).toBe('LEAD_TIME_TOO_SHORT');
    expect(codeOf(inform(agreed, { ...CASE_WORKER, on: '2014-03-18' }, '2014-03-18'))).toBe('done');
  });

  it('answers to the version that the case worker saw', () => {
    expect(codeOf(inform(agreed, CASE_WORKER, ON, 2))).toBe('STALE_VERSION');
  });

  it.each(Object.entries(WAY_TO))('in %s is possible only once the bodies agree', (state, events) => {
    expect(codeOf(inform(agreementAfter(...events), CASE_WORKER))).toBe(state === 'AGREED' ? 'done' : 'WRONG_STATE');
  });
});

describe('the worker says yes', () => {
  it('and the commitment starts', () => {
    expect(typesOf(decide(informed))).toEqual(['WORKER_DECIDED', 'COMMITMENT_STARTED']);
  });

  it.each(Object.entries(WAY_TO))('in %s counts only after he was informed', (state, events) => {
    expect(codeOf(decide(agreementAfter(...events)))).toBe(state === 'WORKER_INFORMED' ? 'done' : 'WRONG_STATE');
  });

  it('not before he was informed, and not in days to come', () => {
    for (const decidedOn of ['2014-03-02', '2014-03-04']) expect(codeOf(decide(informed, { decidedOn }))).toBe('WRONG_INPUT');
    expect(codeOf(decide(informed, { decidedOn: ON }))).toBe('done');
  });

  it('which is asked of nobody else before authority, version and state allow it', () => {
    const asked = { expectedVersion: 1, answer };
    expect(mayAnswerNow(informed, asked, LEIDEN)).toMatchObject({ refused: 'NO_AUTHORITY' });
    expect(mayAnswerNow(informed, { ...asked, expectedVersion: 2 }, CASE_WORKER)).toMatchObject({ refused: 'STALE_VERSION' });
    expect(mayAnswerNow(agreed, asked, CASE_WORKER)).toMatchObject({ refused: 'WRONG_STATE' });
    expect(mayAnswerNow(informed, asked, CASE_WORKER)).toBeNull();
  });

  it('only to his own case worker', () => {
    expect(codeOf(decide(informed, {}, [], LEIDEN))).toBe('NO_AUTHORITY');
  });

  it.each(['CURATOR', 'MENTOR'] as const)('with his %s where he has one', (kind) => {
    const representative = { id: 'r1', kind, from: '2010-01-01', until: null };
    expect(codeOf(decide(informed, {}, [representative]))).toBe('REPRESENTATIVE_REQUIRED');
    expect(codeOf(decide(informed, { representative: 'r2' }, [representative]))).toBe('REPRESENTATIVE_REQUIRED');
    expect(codeOf(decide(informed, { representative: 'r1' }, [representative]))).toBe('done');
  });

  it('alone where he has an administrator of benefits, or a curator of former days', () => {
    expect(codeOf(decide(informed, {}, [{ id: 'r1', kind: 'BENEFITS_ADMINISTRATOR', from: '2010-01-01', until: null }]))).toBe('done');
    expect(codeOf(decide(informed, {}, [{ id: 'r1', kind: 'CURATOR', from: '2010-01-01', until: '2014-03-02' }]))).toBe('done');
  });

  it('with an administrator too where the terms are about money, and with each kind that must decide', () => {
    const [mentor, administrator] = (['MENTOR', 'BENEFITS_ADMINISTRATOR'] as const).map((kind) => ({ id: kind, kind, from: '2010-01-01', until: null }));
    const money = { ...informed, current: versionOf(1, { wagePercentage: '80' }) };
    const both = [mentor!, administrator!];
    expect(codeOf(decide(money, {}, [administrator!]))).toBe('REPRESENTATIVE_REQUIRED');
    expect(codeOf(decide(money, { representative: 'BENEFITS_ADMINISTRATOR' }, [administrator!]))).toBe('done');
    expect(codeOf(decide(money, { representative: 'MENTOR' }, both))).toBe('REPRESENTATIVE_REQUIRED');
    expect(codeOf(decide(money, { representative: 'MENTOR', alsoDecided: ['BENEFITS_ADMINISTRATOR'] }, both))).toBe('done');
    expect(codeOf(decide(informed, { representative: 'MENTOR' }, both))).toBe('done');
    expect(codeOf(decide(informed, { representative: 'MENTOR', alsoDecided: ['stranger'] }, both))).toBe('REPRESENTATIVE_REQUIRED');
  });

  it('by the register of who decides what, whatever our default is', () => {
    const mentor = [{ id: 'm', kind: 'MENTOR' as const, from: '2010-01-01', until: null }];
    expect(codeOf(decide(informed, {}, mentor, { ...CASE_WORKER, representation: [] }))).toBe('done');
  });

  it('and the first of them to leave takes the decision with him, as long as nothing is signed', () => {
    const both: RepresentativeFacts[] = [{ id: 'm', kind: 'MENTOR', from: '2010-01-01', until: null }, { id: 'b', kind: 'BENEFITS_ADMINISTRATOR', from: '2010-01-01', until: '2014-03-09' }];
    const decided = decide(informed, { representative: 'm', alsoDecided: ['b'] }, both) as readonly AgreementEvent[];
    const committing = agreementAfter(...WAY_TO.WORKER_INFORMED, ...decided);
    expect(committing.worker).toMatchObject({ representative: 'm', alsoDecided: ['b'], representativeUntil: '2014-03-09' });
    expect(onDate(committing, '2014-03-09')).toEqual([]);
    const asked = onDate(committing, '2014-03-10');
    expect(asked.map(({ type }) => type)).toEqual(['WORKER_DECISION_VOID']);
    expect(agreementAfter(...WAY_TO.WORKER_INFORMED, ...decided, ...asked).worker).toEqual({ ...informed.worker, representativeUntil: null });
    expect(onDate(agreementAfter(...WAY_TO.WORKER_INFORMED, ...decided, { type: 'DECIDED' }), '2014-03-10')).toEqual([]);
  });

  it('not to work where people strike (Waadi art. 10)', () => {
    const disputes = [{ hirer: 'kvk:99000001', from: '2014-03-02', until: null }];
    expect(codeOf(decide(informed, {}, [], { ...CASE_WORKER, disputes }))).toBe('WORKPLACE_UNSUITABLE');
    expect(codeOf(decide(informed, { decision: 'DECLINED' }, [], { ...CASE_WORKER, disputes }))).toBe('done');
  });

  it('a representative counts on the days that he is one', () => {
    const representatives: RepresentativeFacts[] = [{ id: 'r1', kind: 'AUTHORISED', from: '2014-01-01', until: '2014-03-03' }];
    expect(representativeIsKnown('r1', representatives, '2014-03-04')?.refused).toBe('REPRESENTATIVE_REQUIRED');
    expect(representativeIsKnown('r2', representatives, ON)?.refused).toBe('REPRESENTATIVE_REQUIRED');
    expect([representativeIsKnown('r1', representatives, ON), representativeIsKnown(null, [], ON)]).toEqual([null, null]);
  });

  it('a representative who is not his is refused', () => {
    expect(codeOf(decide(informed, { representative: 'r9' }))).toBe('REPRESENTATIVE_REQUIRED');
  });
});

describe('the worker says no', () => {
  const mayDecline = ['PROPOSED', 'RESERVING', 'AGREED', 'WORKER_INFORMED', 'WORKER_AGREED', 'COMMITTING', 'SIGNED'];

  it.each(Object.entries(WAY_TO))('in %s, which is possible at any time before the start', (state, events) => {
    expect(codeOf(decide(agreementAfter(...events), { decision: 'DECLINED' }))).toBe(mayDecline.includes(state) ? 'done' : 'WRONG_STATE');
  });

  it('until the day before the start, and from the first day on he ends the work instead', () => {
    const on = (day: string) => decide(agreementAfter(...WAY_TO.SIGNED), { decision: 'DECLINED', decidedOn: day }, [], { ...CASE_WORKER, on: day });
    expect(codeOf(on('2014-03-31'))).toBe('done');
    expect(codeOf(on('2014-04-01'))).toBe('WRONG_STATE');
  });

  it('but not in the moments between decision and signature', () => {
    const decided = agreementAfter(...WAY_TO.COMMITTING, { type: 'DECIDED' });
    expect(codeOf(decide(decided, { decision: 'DECLINED' }))).toBe('WRONG_STATE');
  });
});

describe('ending', () => {
  const active = agreementAfter(...WAY_TO.ACTIVE);
  const end = (agreement: Agreement, endsOn: string, actor = LEIDEN, version = 1): Decision => decideEnd(agreement, version, { endsOn, reason: 'werk is op', live: null }, actor);

  it('needs the agreed notice of one month', () => {
    expect(codeOf(end(active, '2014-04-02'))).toBe('LEAD_TIME_TOO_SHORT');
    expect(typesOf(end(active, '2014-04-03'))).toEqual(['ENDING_STARTED']);
  });

  it('cannot come after the agreed end, and needs no notice beyond it', () => {
    const fixed = { ...active, current: { ...active.current, terms: { ...active.current.terms, until: '2014-03-20' } } };
    expect(codeOf(end(fixed, '2014-03-21'))).toBe('PERIOD_OVERLAPS');
    expect(codeOf(end(fixed, '2014-03-20'))).toBe('done');
  });

  it('waits until an amendment that is under way is withdrawn', () => {
    const endWith = (live: LiveAmendment | null): Decision => decideEnd(active, 1, { endsOn: '2014-05-01', reason: 'werk is op', live }, LEIDEN);
    expect(codeOf(endWith({ id: 'amendment', state: 'PROPOSED' }))).toBe('WRONG_STATE');
    expect(codeOf(endWith(null))).toBe('done');
  });

  it('is for parties, on the version they saw, while it runs', () => {
    expect(codeOf(end(active, '2014-05-01', STRANGER))).toBe('NOT_A_PARTY');
    expect(codeOf(end(active, '2014-05-01', LEIDEN, 3))).toBe('STALE_VERSION');
    expect(codeOf(end(agreementAfter(...WAY_TO.SIGNED), '2014-05-01'))).toBe('WRONG_STATE');
  });
});
