import { describe, expect, it } from '@jest/globals';
import { decideChoice, mayRecord, opensProposal, type Offer } from './offer.js';
import { isRefused } from './refusals.js';
import { ON, viewerOf } from './testing/sample-agreement.js';

const PLACE = 'zoetermeer-rijswijk:W:1001';
const offer: Offer = {
  id: 'o', revision: 1, profile: 'p', person: 'person', recordedBy: 'werk-en-inkomen', recordedOn: ON, channel: 'CONVERSATION', workplaces: [PLACE],
  choice: null, chosen: null, chosenOn: null, representative: null,
};
const yes = { choice: 'YES', workplace: PLACE, chosenOn: ON, representative: null } as const;
const caseWorker = viewerOf('werk-en-inkomen', 'CASE_WORKER');
const chosen = decideChoice(offer, 'FREE', caseWorker, yes) as Offer;

describe('the worker\'s choice', () => {
  it('is recorded by a case worker of the body that made the offer', () => {
    expect(chosen).toMatchObject({ choice: 'YES', chosen: PLACE, revision: 2 });
    expect(mayRecord(caseWorker, 'werk-en-inkomen')).toBeNull();
    expect(mayRecord(viewerOf('sw-leiden', 'PLACEMENT_OFFICER'), 'sw-leiden')?.refused).toBe('NO_AUTHORITY');
    expect(mayRecord(viewerOf('gm-0637', 'CASE_WORKER'), 'werk-en-inkomen')?.refused).toBe('NO_AUTHORITY');
  });

  it('names a place only when it is a yes', () => {
    expect(decideChoice(chosen, 'FREE', caseWorker, { ...yes, choice: 'NO', workplace: null })).toMatchObject({ choice: 'NO', chosen: null });
  });

  it('may change until bodies negotiate about it', () => {
    const refused = decideChoice(chosen, 'IN_NEGOTIATION', caseWorker, { ...yes, choice: 'TALK_TO_ME', workplace: null });
    expect(isRefused(refused) && refused.refused).toBe('WRONG_STATE');
  });
});

describe('a proposal', () => {
  it('needs a yes', () => {
    expect(opensProposal(offer, 'FREE', ON)?.refused).toBe('NO_WORKER_CHOICE');
    expect(opensProposal({ ...chosen, choice: 'TALK_TO_ME', chosen: null }, 'FREE', ON)?.refused).toBe('NO_WORKER_CHOICE');
    expect(opensProposal(chosen, 'FREE', ON)).toBeNull();
  });

  it('needs a yes of at most ninety days ago', () => {
    expect(opensProposal(chosen, 'FREE', '2014-06-01')).toBeNull();
    expect(opensProposal(chosen, 'FREE', '2014-06-02')?.refused).toBe('OFFER_EXPIRED');
  });

  it('is the only one on its offer', () => {
    expect(opensProposal(chosen, 'IN_NEGOTIATION', ON)?.refused).toBe('WRONG_STATE');
  });
});
