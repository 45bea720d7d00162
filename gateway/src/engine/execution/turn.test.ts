import { expect, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inTurn, Turn, turnFor } from './turn.js';

/** A turn by a clock of its own, and pieces of work that take time by it. */
function clocked(): { turn: Turn; work: (ms: number) => void; ended: number[]; piece: (name: number, ms: number) => Promise<void> } {
  let now = 0;
  const turn = new Turn(() => now);
  const ended: number[] = [];
  const work = (ms: number): void => void (now += ms);
  const piece = async (name: number, ms: number): Promise<void> => {
    const pause = turn.pause();
    if (pause) await pause;
    work(ms);
    ended.push(name);
  };
  return { turn, work, ended, piece };
}

test('short work goes on without a pause', () => {
  const { turn, work } = clocked();
  expect(turn.pause()).toBeUndefined();
  work(3);
  expect(turn.pause()).toBeUndefined();
});

test('many pieces are spread over several turns of the event loop, in their order, and all are done', async () => {
  const { ended, piece } = clocked();
  const all = Promise.all(Array.from({ length: 20 }, (_, name) => piece(name, 1)));
  const perTurn = [ended.length];
  while (ended.length < 20) {
    await nextTurn();
    perTurn.push(ended.length - perTurn.reduce((sum, one) => sum + one, 0));
  }
  await all;
  expect(Math.max(...perTurn)).toBeLessThanOrEqual(5);
  expect(ended).toEqual(Array.from({ length: 20 }, (_, name) => name));
});

test('a piece that takes long by itself ends its turn, and the next turn begins with nothing spent', async () => {
  const { turn, work } = clocked();
  turn.pause();
  work(50);
  const pause = turn.pause();
  expect(pause).toBeInstanceOf(Promise);
  await pause;
  await nextTurn();
  await nextTurn();
  expect(turn.pause()).toBeUndefined();
});

test('a plan of few fetches has no turns to share, and what it waits for is its own promise', () => {
  const waited = Promise.resolve(1);
  expect(turnFor(16)).toBeNull();
  expect(turnFor(90)).toBeInstanceOf(Turn);
  expect(inTurn(waited, null)).toBe(waited);
});
