import { describe, expect, it } from '@jest/globals';
import type { SubgraphAnswer } from '../subgraph.js';
import { NoAnswer } from './no-answer.js';
import { Retries } from './retries.js';
import { RetryBudget } from './retry-budget.js';
import type { Sending } from './sending.js';

const question = (more: Partial<Sending> = {}): Sending => ({ body: '', headers: () => [], deadline: Date.now() + 60_000, mutating: false, ...more });

function bench(failure: NoAnswer, failures = Infinity, share = 0.1): { pauses: number[]; sent: () => number; ask: (sending?: Sending) => Promise<SubgraphAnswer>; retries: Retries } {
  let sent = 0;
  const pauses: number[] = [];
  const retries = new Retries(new RetryBudget(share), async (ms) => void pauses.push(ms));
  const retried = retries.retried(async () => {
    sent += 1;
    if (sent <= failures) throw failure;
    return { data: {} };
  });
  return { pauses, sent: () => sent, ask: (sending = question()) => retried(sending), retries };
}

describe('asking a subgraph again', () => {
  it.each([
    ['a connection that broke before an answer', new NoAnswer('connection')],
    ['502, 503 and 504', new NoAnswer('unavailable')],
  ])('%s: a read is sent again, after a pause that is never the same', async (_what, failure) => {
    const { ask, sent, pauses, retries } = bench(failure, 2);
    await expect(ask()).resolves.toEqual({ data: {} });
    expect([sent(), retries.made, new Set(pauses).size]).toEqual([3, 2, 2]);
  });

  it('a command is never sent twice', async () => {
    const { ask, sent } = bench(new NoAnswer('connection'));
    await expect(ask(question({ mutating: true }))).rejects.toThrow('connection');
    expect(sent()).toBe(1);
  });

  it.each([
    ['an answer that broke off', new NoAnswer('connection', { begun: true })],
    ['no answer in time', new NoAnswer('timeout')],
    ['an answer of no use', new NoAnswer('not-graphql')],
    ['another status', new NoAnswer('status')],
    ['an answer that is too large', new NoAnswer('too-large')],
    ['a full queue', new NoAnswer('busy', { sent: false })],
    ['an open breaker', new NoAnswer('open', { sent: false })],
  ])('%s: nothing is sent again', async (_what, failure) => {
    const { ask, sent } = bench(failure);
    await expect(ask()).rejects.toBe(failure);
    expect(sent()).toBe(1);
  });

  it('at most twice', async () => {
    const { ask, sent } = bench(new NoAnswer('unavailable'));
    await expect(ask()).rejects.toThrow('unavailable');
    expect(sent()).toBe(3);
  });

  it('not when the deadline leaves no time for it', async () => {
    const { ask, sent } = bench(new NoAnswer('unavailable'));
    await expect(ask(question({ deadline: Date.now() + 40 }))).rejects.toThrow('unavailable');
    expect(sent()).toBe(1);
  });

  it('of a thousand questions to a subgraph that is down hardly more than a tenth are asked again', async () => {
    const { ask, sent } = bench(new NoAnswer('connection'));
    for (let n = 0; n < 1000; n += 1) await ask().catch(() => undefined);
    expect(sent()).toBeGreaterThan(1090);
    expect(sent()).toBeLessThanOrEqual(1110);
  });

  it('with a share of nothing none is', async () => {
    const { ask, sent } = bench(new NoAnswer('connection'), Infinity, 0);
    await expect(ask()).rejects.toThrow('connection');
    expect(sent()).toBe(1);
  });
});
