import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openTicket, sealTicket, TICKET_LIFE_MS, type TicketClaims } from './ticket.js';
import { SCOPES } from './viewer.js';

const key = Buffer.alloc(32, 3);
const claims: TicketClaims = {
  viewer: { subject: 'piet', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'], scopes: SCOPES, purpose: 'wsw' },
  action: 'accept',
  commandId: 'c-1',
  object: 'a-1',
  contentHash: 'ff',
};

describe('a signing ticket', () => {
  beforeEach(() => void jest.useFakeTimers({ now: 1_700_000_000_000 }));
  afterEach(() => void jest.useRealTimers());

  it('is opened with the key of the body that it is addressed to', () => {
    expect(openTicket(sealTicket(claims, key), key)).toEqual(claims);
  });

  it('is refused with any other key', () => {
    expect(openTicket(sealTicket(claims, key), Buffer.alloc(32, 4))).toBeNull();
  });

  it('is refused once its life is over', () => {
    const ticket = sealTicket(claims, key);
    jest.advanceTimersByTime(TICKET_LIFE_MS);
    expect(openTicket(ticket, key)).toEqual(claims);
    jest.advanceTimersByTime(1);
    expect(openTicket(ticket, key)).toBeNull();
  });
});
