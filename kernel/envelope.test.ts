import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EnvelopeOpener, sealEnvelope, TOKEN_LIFE_MS, type RequestFacts } from './envelope.js';
import { SCOPES } from './viewer.js';

const key = Buffer.alloc(32, 1);
const facts: RequestFacts = {
  viewer: { subject: 'anna', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'wsw' },
  businessDate: '2014-03-03',
  requestId: 'r-1',
  deadline: 1_900_000_000_000,
};
const body = '{"query":"{ me { subject } }"}';

describe('an envelope', () => {
  beforeEach(() => void jest.useFakeTimers({ now: 1_700_000_000_000 }));
  afterEach(() => void jest.useRealTimers());

  it('is opened by the subgraph that it was sealed for', () => {
    expect(new EnvelopeOpener(key, 'benefits').open(sealEnvelope(facts, 'benefits', body, key), body)).toEqual(facts);
  });

  it('says what it was given, whatever signs stand in it', () => {
    const odd = { ...facts, viewer: { ...facts.viewer, subject: 'a"b\\c\n\ud83d\ude00","body":"other' }, requestId: '"}', ticket: 'e30."' };
    expect(new EnvelopeOpener(key, 'a"b').open(sealEnvelope(odd, 'a"b', body, key), body)).toEqual(odd);
  });

  it('is refused by another subgraph', () => {
    expect(new EnvelopeOpener(key, 'sw-leiden').open(sealEnvelope(facts, 'benefits', body, key), body)).toBeNull();
  });

  it('is refused with another body text', () => {
    expect(new EnvelopeOpener(key, 'benefits').open(sealEnvelope(facts, 'benefits', body, key), `${body} `)).toBeNull();
  });

  it('is refused under another key', () => {
    expect(new EnvelopeOpener(Buffer.alloc(32, 2), 'benefits').open(sealEnvelope(facts, 'benefits', body, key), body)).toBeNull();
  });

  it('is refused the second time', () => {
    const opener = new EnvelopeOpener(key, 'benefits');
    const envelope = sealEnvelope(facts, 'benefits', body, key);
    expect(opener.open(envelope, body)).toEqual(facts);
    expect(opener.open(envelope, body)).toBeNull();
  });

  it('is opened at the end of its life and refused after it', () => {
    const opener = new EnvelopeOpener(key, 'benefits');
    const [first, second] = [sealEnvelope(facts, 'benefits', body, key), sealEnvelope(facts, 'benefits', body, key)];
    jest.advanceTimersByTime(TOKEN_LIFE_MS);
    expect(opener.open(first, body)).toEqual(facts);
    jest.advanceTimersByTime(1);
    expect(opener.open(second, body)).toBeNull();
  });

  it.each(['', '.', 'a.b', 'e30.', `${'a'.repeat(20_000)}.b`])('is refused when it is no token: %#', (text) => {
    expect(new EnvelopeOpener(key, 'benefits').open(text, body)).toBeNull();
  });
});
