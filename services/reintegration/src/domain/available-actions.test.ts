import { describe, expect, it } from '@jest/globals';
import { availableActions } from './available-actions.js';
import { REFUSAL_CODES, refusalMessage, refuse } from './refusals.js';
import { ACCEPTED_BY_LEIDEN, agreementAfter, CASE_WORKER, LEIDEN, STRANGER, viewerOf, WAY_TO, ZOETERMEER } from './testing/sample-agreement.js';

const actions = (state: keyof typeof WAY_TO, actor = CASE_WORKER): string[] => availableActions(agreementAfter(...WAY_TO[state]), actor, null);

describe('available actions', () => {
  it('while proposed: who is asked answers, who proposed withdraws, the worker may say no', () => {
    expect(actions('PROPOSED', LEIDEN)).toEqual(['COUNTER', 'ACCEPT', 'REJECT']);
    expect(actions('PROPOSED', ZOETERMEER)).toEqual(['COUNTER', 'ACCEPT', 'REJECT']);
    expect(actions('PROPOSED')).toEqual(['WITHDRAW', 'RECORD_WORKER_DECISION']);
  });

  it('after accepting only a withdrawal is left', () => {
    expect(availableActions(agreementAfter(ACCEPTED_BY_LEIDEN), LEIDEN, null)).toEqual(['WITHDRAW']);
  });

  it.each([
    ['RESERVING', ['WITHDRAW', 'RECORD_WORKER_DECISION']],
    ['AGREED', ['WITHDRAW', 'INFORM_WORKER', 'RECORD_WORKER_DECISION']],
    ['WORKER_INFORMED', ['WITHDRAW', 'RECORD_WORKER_DECISION']],
    ['COMMITTING', ['RECORD_WORKER_DECISION']],
    ['SIGNED', ['RECORD_WORKER_DECISION']],
    ['ACTIVE', ['SUSPEND', 'AMEND', 'END']],
    ['SUSPENDED', ['RESUME', 'END']],
    ['ENDING', []],
    ['ENDED', []],
    ['REJECTED', []],
    ['DECLINED', []],
    ['WITHDRAWN', []],
    ['LAPSED', []],
  ] as const)('of the case worker in %s', (state, expected) => {
    expect(actions(state)).toEqual(expected);
  });

  it('of running work with an amendment under way are neither another amendment nor the end, which would be refused', () => {
    for (const state of ['PROPOSED', 'SIGNED'] as const) expect(availableActions(agreementAfter(...WAY_TO.ACTIVE), CASE_WORKER, { id: 'amendment', state })).toEqual(['SUSPEND']);
    expect(availableActions(agreementAfter(...WAY_TO.SUSPENDED), CASE_WORKER, { id: 'amendment', state: 'AGREED' })).toEqual(['RESUME']);
  });

  it('are none for who is no party or has another office', () => {
    expect(actions('PROPOSED', STRANGER)).toEqual([]);
    expect(actions('PROPOSED', { ...LEIDEN, viewer: viewerOf('sw-leiden', 'OPERATOR') })).toEqual([]);
  });
});

it('every refusal has its own Dutch sentence', () => {
  const sentences = REFUSAL_CODES.map((code) => refusalMessage(refuse(code)));
  expect(new Set(sentences).size).toBe(REFUSAL_CODES.length);
  expect(refusalMessage(refuse('HOURS_OUT_OF_BOUNDS', 'Ten hoogste 28 uur.'))).toMatch(/grenzen\. Ten hoogste 28 uur\.$/);
});
