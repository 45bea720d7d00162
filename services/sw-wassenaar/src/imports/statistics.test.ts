import { describe, expect, it } from '@jest/globals';
import { statistics2008Format, statistics2015Format } from './statistics.js';

describe('which layout a file is read in', () => {
  it.each([
    ['statistiek-wsw-20081.txt', true, false],
    ['statistiek-wsw-20142.txt', true, false],
    ['statistiek-wsw-20151.txt', false, true],
    ['statistiek-wsw-20133.txt', false, false],
    ['statistiek-wsw-2013.txt', false, false],
    ['rooster-2014-02.csv', false, false],
  ])('%s: 2008 %s, 2015 %s', (file, in2008, in2015) => {
    expect(statistics2008Format.accepts(file)).toBe(in2008);
    expect(statistics2015Format.accepts(file)).toBe(in2015);
  });
});
