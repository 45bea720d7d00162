/**
 * Every state, every command, every kind of officer: done, or refused with exactly this code. The tables below were written by hand
 * from the architecture's section 5, not computed from the machine, so that a slip in one of the two is seen.
 */
import { describe, expect, it } from '@jest/globals';
import type { Agreement, AgreementEvent } from './agreement.js';
import { mayAmend, replacedBy } from './amendment.js';
import { isWrongInput, type WrongInput } from './client-dates.js';
import { afterConfirmation, afterHold, afterRenewal, decide, onDate } from './commitment.js';
import { begin, evolve } from './evolve.js';
import type { TermsFacts } from './facts.js';
import { decideAccept, decideCounter, decideReject, decideWithdraw, type Decision } from './negotiation.js';
import { isRefused, type RefusalCode, type Refused } from './refusals.js';
import type { Actor } from './standing.js';
import { AGREEMENT_STATES, COORDINATOR_STEPS, mayFollow, PARTY_STEPS, TERMINAL_STATES, type CoordinatorStep, type PartyStep } from './state-machine.js';
import { decideResume, decideSuspend } from './suspension.js';
import { ACCEPTED_BY_LEIDEN, acceptancesOf, CASE_WORKER, draftOf, FACTS, LEIDEN, ON, partiesOf, proposedEvent, STRANGER, versionOf, viewerOf, WAY_TO, ZOETERMEER } from './testing/sample-agreement.js';
import { decideEnd, decideInform, decideWorkerAnswer } from './worker-steps.js';

/** Leiden's firm places, Wassenaar's arrangement is the formal employer, Zoetermeer's firm receives: each body has one part. */
const facts: TermsFacts = { ...FACTS, employment: { ...FACTS.employment, formalEmployer: 'gm-0629' } };
const WASSENAAR: Actor = STRANGER;
const ACTORS: Readonly<Record<string, Actor>> = {
  'case worker of the residence authority': CASE_WORKER,
  'placement officer of the placing company': LEIDEN,
  'placement officer of the receiving company': ZOETERMEER,
  'placement officer of the formal employer': WASSENAAR,
  'another office of a party': { ...LEIDEN, viewer: viewerOf('sw-leiden', 'POLICY_OFFICER') },
  'the worker himself': { ...LEIDEN, viewer: viewerOf('gm-0626', 'WORKER') },
  'case worker of a body outside': { ...CASE_WORKER, viewer: viewerOf('gm-0546', 'CASE_WORKER') },
};

/** One letter per officer, in that order up to the formal employer; the others are refused everywhere, as NO_AUTHORITY, NOT_A_PARTY, NOT_A_PARTY. */
const LETTERS: Readonly<Record<string, RefusalCode | 'done'>> = { '+': 'done', T: 'NOT_YOUR_TURN', A: 'ALREADY_ACCEPTED', S: 'WRONG_STATE', N: 'NO_AUTHORITY' };
const COLUMNS = ['COUNTER', 'ACCEPT', 'REJECT', 'WITHDRAW', 'INFORM_WORKER', 'RECORD_WORKER_YES', 'RECORD_WORKER_NO', 'SUSPEND', 'RESUME', 'AMEND', 'END'] as const;
const TABLE = `
  PROPOSED         T+++ A+++ T+++ +TTT SNNN SNNN +NNN SSSN SSSN SSSS SSSS
  RESERVING        SSSS SSSS SSSS ++++ SNNN SNNN +NNN SSSN SSSN SSSS SSSS
  AGREED           SSSS SSSS SSSS ++++ +NNN SNNN +NNN SSSN SSSN SSSS SSSS
  WORKER_INFORMED  SSSS SSSS SSSS ++++ SNNN +NNN +NNN SSSN SSSN SSSS SSSS
  WORKER_AGREED    SSSS SSSS SSSS ++++ SNNN SNNN +NNN SSSN SSSN SSSS SSSS
  COMMITTING       SSSS SSSS SSSS SSSS SNNN SNNN +NNN SSSN SSSN SSSS SSSS
  DECIDED          SSSS SSSS SSSS SSSS SNNN SNNN SNNN SSSN SSSN SSSS SSSS
  SIGNED           SSSS SSSS SSSS SSSS SNNN SNNN +NNN SSSN SSSN SSSS SSSS
  ACTIVE           SSSS SSSS SSSS SSSS SNNN SNNN SNNN +++N SSSN ++++ ++++
  SUSPENDED        SSSS SSSS SSSS SSSS SNNN SNNN SNNN SSSN +++N SSSS ++++
  ENDING           SSSS SSSS SSSS SSSS SNNN SNNN SNNN SSSN SSSN SSSS SSSS
  ENDED            SSSS SSSS SSSS SSSS SNNN SNNN SNNN SSSN SSSN SSSS SSSS
  REJECTED         SSSS SSSS SSSS SSSS SNNN SNNN SNNN SSSN SSSN SSSS SSSS
  DECLINED         SSSS SSSS SSSS SSSS SNNN SNNN SNNN SSSN SSSN SSSS SSSS
  WITHDRAWN        SSSS SSSS SSSS SSSS SNNN SNNN SNNN SSSN SSSN SSSS SSSS
  LAPSED           SSSS SSSS SSSS SSSS SNNN SNNN SNNN SSSN SSSN SSSS SSSS`;
type Given = (typeof COLUMNS)[number];
const ROWS = TABLE.trim().split('\n').map((line) => line.trim().split(/\s+/));
const CASES = ROWS.flatMap(([state = '', ...cells]) => cells.map((cell, index): [string, Given, string] => [state, COLUMNS[index]!, cell]));

const ANSWER = { decidedOn: ON, recordedBy: 'werk-en-inkomen', evidence: null, representative: null };
const answer = (agreement: Agreement, actor: Actor, decision: 'AGREED' | 'DECLINED') =>
  decideWorkerAnswer(agreement, { expectedVersion: 1, answer: { ...ANSWER, decision }, representatives: [], indication: FACTS.indication }, actor);
const GIVE: Readonly<Record<Given, (agreement: Agreement, actor: Actor) => Decision | WrongInput | null>> = {
  COUNTER: (agreement, actor) => decideCounter(agreement, 1, draftOf(actor.viewer.body, versionOf(2, {}, facts), facts), actor),
  ACCEPT: (agreement, actor) => decideAccept(agreement, { expectedVersion: 1, termsHash: agreement.current.hash, overlapping: [] }, acceptancesOf(agreement.parties, actor.viewer.body, 1), actor),
  REJECT: (agreement, actor) => decideReject(agreement, 1, 'past niet', actor),
  WITHDRAW: (agreement, actor) => decideWithdraw(agreement, 1, 'past niet', actor),
  INFORM_WORKER: (agreement, actor) => decideInform(agreement, { expectedVersion: 1, informedOn: ON, channel: 'LETTER' }, actor),
  RECORD_WORKER_YES: (agreement, actor) => answer(agreement, actor, 'AGREED'),
  RECORD_WORKER_NO: (agreement, actor) => answer(agreement, actor, 'DECLINED'),
  SUSPEND: (agreement, actor) => decideSuspend(agreement, 1, 'ziekte', actor),
  RESUME: (agreement, actor) => decideResume(agreement, { expectedVersion: 1, reason: 'beter', indication: FACTS.indication }, actor),
  AMEND: (agreement, actor) => mayAmend(agreement, null, actor),
  END: (agreement, actor) => decideEnd(agreement, 1, { endsOn: '2014-06-30', reason: 'werk is op', live: null }, actor),
};

function standing(name: string): Agreement {
  const way: readonly AgreementEvent[] = name === 'DECIDED' ? [...WAY_TO.COMMITTING, { type: 'DECIDED' }] : WAY_TO[name as keyof typeof WAY_TO];
  const parties = partiesOf(facts);
  const byBoth = ['sw-leiden', 'sw-wassenaar'].flatMap((body) => acceptancesOf(parties, body, 1));
  const events = way.map((event): AgreementEvent => (event === ACCEPTED_BY_LEIDEN ? { type: 'ACCEPTED', acceptances: byBoth } : event));
  return events.reduce(evolve, begin(proposedEvent(versionOf(1, {}, facts), facts)));
}

function codeOf(decision: Decision | Refused | WrongInput | null): RefusalCode | 'done' {
  if (decision === null) return 'done';
  if (isWrongInput(decision)) throw new Error(decision.wrongInput);
  return isRefused(decision) ? decision.refused : 'done';
}

describe('every command in every state by every officer', () => {
  it('has a row for every state and a column for every command of a person', () => {
    expect(ROWS.map(([state]) => state).filter((state) => state !== 'DECIDED')).toEqual([...AGREEMENT_STATES]);
    expect(['PROPOSE', ...COLUMNS].sort()).toEqual(Object.keys(PARTY_STEPS).sort());
    expect(ROWS.every((row) => row.length === COLUMNS.length + 1)).toBe(true);
  });

  it.each(CASES)('%s: %s', (state, command, cell) => {
    const agreement = standing(state);
    const expected = [...[...cell].map((letter) => LETTERS[letter]), 'NO_AUTHORITY', 'NOT_A_PARTY', 'NOT_A_PARTY'];
    const codes = Object.values(ACTORS).map((actor) => codeOf(GIVE[command](agreement, actor)));
    expect(Object.fromEntries(Object.keys(ACTORS).map((name, index) => [name, codes[index]]))).toEqual(Object.fromEntries(Object.keys(ACTORS).map((name, index) => [name, expected[index]])));
  });

  it.each(CASES)('%s: %s leads only where the machine says, or is refused with a code that it names', (state, command) => {
    const agreement = standing(state);
    const { to, refusals }: { readonly to: readonly string[]; readonly refusals: readonly string[] } = PARTY_STEPS[command satisfies PartyStep];
    for (const actor of Object.values(ACTORS)) {
      const decision = GIVE[command](agreement, actor);
      if (decision === null || isWrongInput(decision)) continue;
      if (isRefused(decision)) expect(refusals).toContain(decision.refused);
      else expect(to).toContain(decision.reduce(evolve, agreement).state);
    }
  });
});

const HELD = { held: true } as const;
const TAKEN = { held: false, reason: 'TAKEN' } as const;
const LATE = '2030-01-01';
const fixed = (one: Agreement): Agreement => ({ ...one, current: { ...one.current, terms: { ...one.current.terms, until: '2014-12-31' } } });
const left = (one: Agreement): Agreement => ({ ...one, worker: one.worker && { ...one.worker, representative: 'r1', representativeUntil: ON } });
/** What a far day brings, if it leads there. */
function calendar(agreement: Agreement, state: string): readonly AgreementEvent[] {
  const events = onDate(fixed(agreement), LATE);
  return events.length > 0 && events.reduce(evolve, agreement).state === state ? events : [];
}
const TAKE: Readonly<Record<Exclude<CoordinatorStep, 'COMMIT'>, (agreement: Agreement) => readonly AgreementEvent[]>> = {
  HOLD: (one) => afterHold(one, HELD),
  PLACE_TAKEN: (one) => [...afterHold(one, TAKEN), ...afterRenewal(one, TAKEN)],
  VOID: (one) => decide(one, false),
  ASK_WORKER_AGAIN: (one) => calendar(left(one), 'WORKER_INFORMED'),
  DECIDE: (one) => decide(one, true),
  SIGN: afterConfirmation,
  ACTIVATE: (one) => calendar(one, 'ACTIVE'),
  LAPSE: (one) => calendar(one, 'LAPSED'),
  REPLACE: (one) => replacedBy(one, { ...standing('SIGNED'), amends: one.id }),
  END_DUE: (one) => calendar(one, 'ENDED'),
};
/** What the coordinator may do in each state, and where that leads. */
const STEPS: Readonly<Record<string, Partial<Record<CoordinatorStep, string>>>> = {
  PROPOSED: { LAPSE: 'LAPSED' },
  RESERVING: { HOLD: 'AGREED', PLACE_TAKEN: 'PROPOSED', LAPSE: 'LAPSED' },
  AGREED: { LAPSE: 'LAPSED' },
  WORKER_INFORMED: { LAPSE: 'LAPSED' },
  COMMITTING: { PLACE_TAKEN: 'PROPOSED', VOID: 'PROPOSED', ASK_WORKER_AGAIN: 'WORKER_INFORMED', DECIDE: 'COMMITTING' },
  DECIDED: { SIGN: 'SIGNED' },
  SIGNED: { ACTIVATE: 'ACTIVE' },
  ACTIVE: { REPLACE: 'ENDED', END_DUE: 'ENDED' },
  SUSPENDED: { REPLACE: 'ENDED', END_DUE: 'ENDED' },
  ENDING: { REPLACE: 'ENDED', END_DUE: 'ENDED' },
};

describe('every step of the coordinator in every state', () => {
  const names = Object.keys(TAKE) as (keyof typeof TAKE)[];

  it.each(ROWS.map(([state = '']) => state))('%s: only these, and only there', (state) => {
    const agreement = standing(state);
    const ways = names.flatMap((name): [CoordinatorStep, string][] => {
      const events = TAKE[name](agreement);
      return events.length === 0 ? [] : [[name, events.reduce(evolve, agreement).state]];
    });
    expect(Object.fromEntries(ways)).toEqual(STEPS[state] ?? {});
    for (const [name, after] of ways) {
      expect(COORDINATOR_STEPS[name].from).toContain(agreement.state);
      expect(COORDINATOR_STEPS[name].to).toContain(after);
      expect(mayFollow(agreement.state, after as Agreement['state'])).toBe(true);
    }
  });
});

it('the terminal states are these, and nothing follows them (I7)', () => {
  expect(TERMINAL_STATES).toEqual(['ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED']);
  expect(TERMINAL_STATES.flatMap((before) => AGREEMENT_STATES.filter((after) => mayFollow(before, after)))).toEqual([]);
});
