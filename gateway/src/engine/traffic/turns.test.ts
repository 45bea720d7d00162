import { describe, expect, it } from '@jest/globals';
import { setImmediate as settled } from 'node:timers/promises';
import type { SubgraphAnswer } from '../subgraph.js';
import type { Sending } from './sending.js';
import { Turns } from './turns.js';

const sending = (body: string, deadline = Date.now() + 60_000): Sending => ({ body, headers: () => [], deadline, mutating: false });

/** Answers when it is told to; remembers what was sent. */
function held(): { sent: string[]; answer: (body: string) => void; send: (sending: Sending) => Promise<SubgraphAnswer> } {
  const open = new Map<string, () => void>();
  const sent: string[] = [];
  return { sent, answer: (body) => open.get(body)?.(), send: ({ body }) => new Promise((resolve) => (sent.push(body), open.set(body, () => resolve({ data: {} })))) };
}

describe('turns at one subgraph', () => {
  it('only so many are under way; the next goes when one is done, in order', async () => {
    const { sent, answer, send } = held();
    const turns = new Turns({ atATime: 2, waiting: 10 });
    const asked = ['a', 'b', 'c', 'd'].map((body) => turns.limited(send)(sending(body)));
    await settled();
    expect([sent, turns.underWay, turns.waiting]).toEqual([['a', 'b'], 2, 2]);
    answer('b');
    await settled();
    expect([sent, turns.underWay, turns.waiting]).toEqual([['a', 'b', 'c'], 2, 1]);
    answer('a');
    await settled();
    ['c', 'd'].forEach(answer);
    await Promise.all(asked);
    expect([sent, turns.underWay, turns.waiting]).toEqual([['a', 'b', 'c', 'd'], 0, 0]);
  });

  it('who finds the queue full is refused at once, and was never sent', async () => {
    const { sent, send } = held();
    const turns = new Turns({ atATime: 1, waiting: 1 });
    const limited = turns.limited(send);
    void limited(sending('a'));
    const waiting = expect(limited(sending('b'))).rejects.toMatchObject({ sent: false });
    await expect(limited(sending('c'))).rejects.toMatchObject({ reason: 'busy', sent: false });
    expect(sent).toEqual(['a']);
    turns.refuseWaiting();
    await waiting;
  });

  it('who has waited until its deadline is refused, and leaves its place', async () => {
    const { sent, answer, send } = held();
    const turns = new Turns({ atATime: 1, waiting: 5 });
    const first = turns.limited(send)(sending('a'));
    await expect(turns.limited(send)(sending('b', Date.now() + 5))).rejects.toMatchObject({ reason: 'busy', sent: false });
    expect(turns.waiting).toBe(0);
    answer('a');
    await first;
    expect([sent, turns.underWay]).toEqual([['a'], 0]);
  });

  it('a failure gives the turn on like an answer', async () => {
    const turns = new Turns({ atATime: 1, waiting: 5 });
    const failing = turns.limited(() => Promise.reject(new Error('no')));
    await expect(failing(sending('a'))).rejects.toThrow('no');
    await expect(failing(sending('b'))).rejects.toThrow('no');
    expect(turns.underWay).toBe(0);
  });

  it('all who wait can be told at once that it is of no use', async () => {
    const { sent, send } = held();
    const turns = new Turns({ atATime: 1, waiting: 5 });
    void turns.limited(send)(sending('a'));
    const waiting = ['b', 'c'].map((body) => turns.limited(send)(sending(body)));
    const told = Promise.allSettled(waiting);
    await settled();
    turns.refuseWaiting();
    expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(sent).toEqual(['a']);
  });
});
