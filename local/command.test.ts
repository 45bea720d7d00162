import { parseArgs } from 'node:util';
import { expect, it } from '@jest/globals';
import { isWrongArgument } from './command.js';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

it('an unknown option or a word too many is a mistake of who typed it, and no bug of ours', () => {
  expect(isWrongArgument(thrownBy(() => parseArgs({ args: ['--wat'] })))).toBe(true);
  expect(isWrongArgument(thrownBy(() => parseArgs({ args: ['extra'] })))).toBe(true);
  expect(isWrongArgument(new TypeError('x is undefined'))).toBe(false);
});
