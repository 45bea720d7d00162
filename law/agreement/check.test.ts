import { expect, it } from '@jest/globals';
import { type Check, forbidden } from './check.js';

const check = (article: string, outcome: Check['outcome']): Check => ({ article, outcome, text: 'tekst' });

it('only a refusal forbids; a warning and what a human must judge do not', () => {
  expect(forbidden([check('a', 'MET'), check('b', 'WARNING'), check('c', 'HUMAN')])).toBeNull();
  expect(forbidden([check('a', 'WARNING'), check('b', 'REFUSED'), check('c', 'REFUSED')])?.article).toBe('b');
});
