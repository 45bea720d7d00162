import { describe, expect, it } from '@jest/globals';
import { kebabCase, readArguments, WrongArguments } from './arguments.js';

const NONE = { out: null, user: null, client: null, handicapCodes: null };

describe('the arguments of npm run export', () => {
  it('are a name, its parameters, and where the file goes', () => {
    expect(readArguments(['some-file', '--half-year', '20132', '--municipality=1916', '--out', 'x.txt'])).toEqual({ ...NONE, name: 'some-file', parameters: { halfYear: '20132', municipality: '1916' }, out: 'x.txt' });
    expect(readArguments(['--user', 'analyst', 'some-file', '--by', 'A,B'])).toEqual({ ...NONE, name: 'some-file', parameters: { by: 'A,B' }, user: 'analyst' });
  });

  it('without a name, or with a question for help, ask which exports there are', () => {
    for (const argv of [[], ['--help'], ['-h'], ['some-file', '--help']]) expect(readArguments(argv).name).toBeNull();
  });

  it.each([[['a', 'b']], [['a', '--out']], [['a', '--out', '--user', 'b']], [['a', '-x', '1']], [['a', '--halfYear', '1']], [['a', '--by', 'x', '--by', 'y']]])('%j is a mistake of who typed it', (argv) => {
    expect(() => readArguments(argv)).toThrow(WrongArguments);
  });

  it('say a name of the address as it is typed', () => {
    expect(kebabCase('halfYear')).toBe('half-year');
  });
});
