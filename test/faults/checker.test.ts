/** The checker sees each invariant being broken, and says nothing about a run in which all is well. */
import { describe, expect, it } from '@jest/globals';
import type { Bodies, CompanyKept } from './bodies.js';
import { check, nothing } from './checker.js';
import type { Entry, Told, Verb } from './recorder.js';
import type { Invariant, Run } from './violation.js';

const ID = 'agreement-1';
const PLACE = 'leiden:W:1';

const company = (service: string, part: Partial<CompanyKept> = {}): CompanyKept => ({ service, holders: [], placements: [], contradictions: [], signed: [{ agreement: ID, termsVersion: 1, termsHash: 'h' }], shared: [], ...part });
const receiving = company('sw-leiden', { holders: [{ workplace: PLACE, agreement: ID, state: 'TAKEN', termsVersion: 1 }], placements: [{ agreement: ID, employment: null, workplace: PLACE, from: '2014-04-01', until: null }] });
const placing = company('sw-wassenaar', { placements: [{ agreement: ID, employment: 'wassenaar:E:1', workplace: null, from: '2014-04-01', until: null }] });
const event = (revision: number, version: number, type: string, decision: string | null = null) =>
  ({ agreement: ID, revision, version, type, decision, termsVersion: type === 'PROPOSED' ? 1 : null, actor: type === 'SIGNED' ? null : 'case-worker' });
const row = { id: ID, state: 'SIGNED', version: 2, revision: 3, termsVersion: 1, termsHash: 'h', placing: 'sw-wassenaar', receiving: 'sw-leiden', workplace: PLACE, holding: true, decided: true, offer: 'offer-1' };
const kept = (command: string, part: object = {}) => ({ actor: 'case-worker', command, kind: 'AGREEMENT', id: ID, code: null, ...part });

/** Signed, and everything as it should be. */
const SIGNED: Bodies = {
  ...nothing,
  agreements: [row],
  history: [event(1, 1, 'PROPOSED'), event(2, 2, 'WORKER_DECIDED', 'AGREED'), event(3, 2, 'SIGNED')],
  parties: [{ agreement: ID, role: 'PLACING_COMPANY', body: 'sw-wassenaar', accepted: true }],
  offers: ['offer-1'],
  companies: [receiving, placing],
  inboxes: { reintegration: [kept('c1'), kept('c2')] },
  posts: { reintegration: { waiting: 0, parked: 0 } },
};
/** The same one, left. */
const DECLINED: Bodies = {
  ...SIGNED,
  agreements: [{ ...row, state: 'DECLINED', holding: false }],
  history: [event(1, 1, 'PROPOSED'), event(2, 2, 'ACCEPTED'), event(3, 2, 'WORKER_DECIDED', 'DECLINED')],
  companies: [company('sw-leiden'), company('sw-wassenaar')],
};

const invoke = (command: string, verb: Verb): Entry => ({ type: 'invoke', at: 1, command, actor: 'case-worker', verb, agreement: null, attempt: 1 });
const answer = (command: string, told: Told): Entry => ({ type: 'answer', at: 2, command, told });
const seen = (asked: number, at: number, version: number, state: string): Entry => ({ type: 'seen', asked, at, agreement: ID, version, state });
const done = (version: number): Told => ({ kind: 'AGREEMENT', id: ID, version, state: 'SIGNED' });

const found = (run: Partial<Run>): Invariant[] => [...new Set(check({ recorded: [], bodies: SIGNED, settledAfterMs: 1_000, ...run }).map(({ invariant }) => invariant))];
const withCompanies = (bodies: Bodies, ...companies: CompanyKept[]): Partial<Run> => ({ bodies: { ...bodies, companies } });

describe('a run in which all is well', () => {
  it('has no violation, signed or left', () => {
    const recorded = [invoke('c1', 'propose'), answer('c1', done(1)), invoke('c2', 'decide'), answer('c2', done(2)), seen(1, 2, 1, 'PROPOSED'), seen(1, 3, 2, 'SIGNED')];
    expect(check({ recorded, bodies: SIGNED, settledAfterMs: 1_000 })).toEqual([]);
    expect(check({ recorded, bodies: DECLINED, settledAfterMs: 1_000 })).toEqual([]);
  });
});

describe('a violation is found and named', () => {
  it('I1: a place with two holders, and a company that contradicts itself', () => {
    const second = { workplace: PLACE, agreement: ID, state: 'TAKEN' as const, termsVersion: 1 };
    expect(found(withCompanies(SIGNED, { ...receiving, holders: [...receiving.holders, second] }, placing))).toEqual(['I1']);
    expect(found(withCompanies(SIGNED, { ...receiving, contradictions: [{ workplace: PLACE, what: 'torn' }] }, placing))).toEqual(['I1']);
  });

  it('I2: signed without the acceptance of a party, or with another hash at a company', () => {
    expect(found({ bodies: { ...SIGNED, parties: [{ agreement: ID, role: 'HIRER', body: 'x', accepted: false }] } })).toEqual(['I2']);
    expect(found(withCompanies(SIGNED, receiving, { ...placing, signed: [{ agreement: ID, termsVersion: 1, termsHash: 'other' }] }))).toEqual(['I2']);
  });

  it('I3: signed and not taken, taken with another version, one side without placement, kept for nobody', () => {
    expect(found(withCompanies(SIGNED, { ...receiving, holders: [] }, placing))).toEqual(['I3']);
    expect(found(withCompanies(SIGNED, { ...receiving, holders: [{ workplace: PLACE, agreement: ID, state: 'TAKEN', termsVersion: 2 }] }, placing))).toEqual(['I3']);
    expect(found(withCompanies(SIGNED, receiving, { ...placing, placements: [] }))).toEqual(['I3']);
    expect(found(withCompanies(SIGNED, receiving, { ...placing, holders: [{ workplace: 'wassenaar:W:9', agreement: 'nobody', state: 'HELD', termsVersion: 1 }] }))).toEqual(['I3']);
  });

  it('I4: settled too late, half done, or a message that waits', () => {
    expect(found({ settledAfterMs: 31_000 })).toEqual(['I4']);
    expect(found({ bodies: { ...SIGNED, posts: { reintegration: { waiting: 1, parked: 0 } } } })).toEqual(['I4']);
  });

  it('I5: two effects of one command, two answers to it, another content under its id taken for good', () => {
    expect(found({ bodies: { ...SIGNED, inboxes: { reintegration: [kept('c1')] } } })).toEqual(['I5']);
    expect(found({ recorded: [invoke('c1', 'accept'), answer('c1', done(2)), answer('c1', { kind: 'REFUSAL', code: 'STALE_VERSION', agreement: ID })] })).toContain('I5');
    expect(found({ recorded: [invoke('c1#reused', 'reuse'), answer('c1#reused', done(2))] })).toEqual(['I5']);
  });

  it('I5: a row that is not the fold of its history', () => {
    expect(found({ bodies: { ...SIGNED, history: SIGNED.history.slice(0, 2) } })).toEqual(['I5']);
  });

  it('I6: an effect without an audit row, and a chain with a gap', () => {
    const audit = (seq: number, command: string, prev: string, actor = 'case-worker') => ({ seq, actor, command, prev, hash: `hash-${seq}` });
    const whole = [audit(1, 'c1', ''), audit(2, 'c2', 'hash-1'), audit(3, `${ID}:3`, 'hash-2', 'coordinator')];
    const without = (...seqs: number[]) => found({ bodies: { ...SIGNED, audits: { reintegration: whole.filter(({ seq }) => !seqs.includes(seq)) } } });
    expect(without()).toEqual([]);
    for (const seq of [1, 2, 3]) expect(without(seq)).toEqual(['I6']);
  });

  it('I7: something happens after the end, or somebody sees time go back', () => {
    expect(found({ bodies: { ...DECLINED, history: [event(1, 1, 'PROPOSED'), event(2, 2, 'WORKER_DECIDED', 'DECLINED'), event(3, 2, 'SIGNED')] } })).toContain('I7');
    expect(found({ recorded: [seen(1, 2, 2, 'SIGNED'), seen(3, 4, 1, 'PROPOSED')] })).toEqual(['I7']);
  });

  it('I8: a command that was acknowledged and is nowhere', () => {
    expect(found({ recorded: [invoke('c9', 'accept'), answer('c9', done(2))] })).toEqual(['I8']);
    expect(found({ recorded: [invoke('c2', 'decide'), answer('c2', done(3))] })).toEqual(['I8']);
  });

  it('I9: one that was left keeps a place, a name or a placement', () => {
    expect(found(withCompanies(DECLINED, receiving, placing))).toEqual(['I9']);
    expect(found(withCompanies(DECLINED, { ...company('sw-leiden'), shared: [ID] }))).toEqual(['I9']);
  });
});
