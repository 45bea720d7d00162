/** A number of the delivering system: it becomes part of an id, so it keeps to the letters that ids have. */
import type { FieldRule } from '#shell/import/fields.js';

const GRAMMAR = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

export const registerNumber: FieldRule<string> = (given) => {
  if (given === '') return { fault: 'empty', reason: 'a value is required' };
  if (given.length > 40) return { fault: 'too-long', reason: 'at most 40 characters' };
  return GRAMMAR.test(given) ? { value: given } : { fault: 'unknown-code', reason: 'may only have letters, digits, dot, dash and underscore' };
};
