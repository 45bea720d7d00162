import { describe, expect, it } from '@jest/globals';
import { notFound, unavailable } from '#kernel/faults.js';
import { SilentBodies } from './silent-bodies.js';

const away = (): Promise<never> => Promise.reject(unavailable('sw-leiden'));
const yes = (): Promise<string> => Promise.resolve('yes');

/** A question that is answered when the test says so. */
function open(): { ask: () => Promise<string>; answer: () => void; asked: () => number } {
  let asked = 0;
  let answer: () => void = () => undefined;
  const answered = new Promise<string>((resolve) => (answer = () => resolve('yes')));
  return { ask: () => ((asked += 1), answered), answer: () => answer(), asked: () => asked };
}

describe('a body that answers', () => {
  it('is asked many things at once', async () => {
    const bodies = new SilentBodies();
    const { ask, answer, asked } = open();
    const all = Promise.all([1, 2, 3].map(() => bodies.ask('sw-leiden', ask)));
    expect(asked()).toBe(3);
    answer();
    expect(await all).toEqual(['yes', 'yes', 'yes']);
  });
});

describe('a body that did not answer', () => {
  it('is asked one thing at a time; who comes meanwhile hears at once that it is silent, and other bodies are asked', async () => {
    const bodies = new SilentBodies();
    await expect(bodies.ask('sw-leiden', away)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const { ask, answer, asked } = open();
    const probe = bodies.ask('sw-leiden', ask);
    await expect(bodies.ask('sw-leiden', ask)).rejects.toMatchObject({ code: 'UNAVAILABLE', extensions: { body: 'sw-leiden' } });
    expect(asked()).toBe(1);
    expect(await bodies.ask('sw-wassenaar', yes)).toBe('yes');
    answer();
    await probe;
    expect(await Promise.all([bodies.ask('sw-leiden', yes), bodies.ask('sw-leiden', yes)])).toEqual(['yes', 'yes']);
  });

  it('may be asked again after each failure', async () => {
    const bodies = new SilentBodies();
    for (let time = 0; time < 3; time += 1) await expect(bodies.ask('sw-leiden', away)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await bodies.ask('sw-leiden', yes)).toBe('yes');
  });

  it('a no is an answer', async () => {
    const bodies = new SilentBodies();
    await expect(bodies.ask('sw-leiden', away)).rejects.toThrow();
    await expect(bodies.ask('sw-leiden', () => Promise.reject(notFound()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { ask, answer, asked } = open();
    const both = [bodies.ask('sw-leiden', ask), bodies.ask('sw-leiden', ask)];
    expect(asked()).toBe(2);
    answer();
    await Promise.all(both);
  });
});
