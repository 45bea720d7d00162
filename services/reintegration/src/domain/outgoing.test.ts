import { describe, expect, it } from '@jest/globals';
import type { AgreementEvent } from './agreement.js';
import { evolve } from './evolve.js';
import { outgoingCommands } from './outgoing.js';
import { agreementAfter, ON, proposedEvent, WAY_TO } from './testing/sample-agreement.js';

function sent(way: readonly AgreementEvent[], event: AgreementEvent): string[] {
  const before = agreementAfter(...way);
  return outgoingCommands(before, evolve(before, event), event, ON).map(({ body, verb }) => `${verb} to ${body}`);
}

const NO: AgreementEvent = { type: 'WORKER_DECIDED', decision: 'DECLINED', decidedOn: ON, recordedBy: 'werk-en-inkomen', evidence: null, representative: null };

describe('what other bodies are told', () => {
  it('a proposal shares the employment with the other parties, after the worker\'s yes', () => {
    expect(outgoingCommands(null, agreementAfter(), proposedEvent(), ON)).toEqual([
      { body: 'sw-leiden', verb: 'share-employment', payload: { agreement: 'agreement-1', employment: 'leiden:E:40001', with: ['werk-en-inkomen', 'sw-zoetermeer-rijswijk'] } },
    ]);
  });

  it.each([{ type: 'REJECTED', reason: '' }, { type: 'WITHDRAWN', reason: '' }, { type: 'LAPSED' }, NO] as AgreementEvent[])('$type before anything was held takes back the sharing only', (event) => {
    expect(sent(WAY_TO.PROPOSED, event)).toEqual(['unshare-employment to sw-leiden']);
  });

  it.each([{ type: 'WITHDRAWN', reason: '' }, { type: 'LAPSED' }, NO] as AgreementEvent[])('$type releases the place, also while the hold is on its way', (event) => {
    expect(sent(WAY_TO.RESERVING, event)).toEqual(['release-workplace to sw-zoetermeer-rijswijk', 'unshare-employment to sw-leiden']);
    expect(sent(WAY_TO.AGREED, event)).toEqual(['release-workplace to sw-zoetermeer-rijswijk', 'unshare-employment to sw-leiden']);
  });

  it('a no after signing also ends the placements that both companies recorded', () => {
    expect(sent(WAY_TO.SIGNED, NO)).toEqual([
      'release-workplace to sw-zoetermeer-rijswijk', 'unshare-employment to sw-leiden', 'end-placement to sw-zoetermeer-rijswijk', 'end-placement to sw-leiden',
    ]);
  });

  it('notice of the end reaches both companies', () => {
    expect(sent(WAY_TO.ACTIVE, { type: 'ENDING_STARTED', endsOn: '2014-06-30', reason: '' })).toEqual(['end-placement to sw-zoetermeer-rijswijk', 'end-placement to sw-leiden']);
  });
});
