/** The CBS code of any Dutch municipality, of this federation or not: people move everywhere. */
import type { FieldRule } from '#shell/import/fields.js';

export const cbsCode: FieldRule<string> = (given) => {
  if (given === '') return { fault: 'empty', reason: 'a value is required' };
  return /^\d{4}$/.test(given) ? { value: given } : { fault: 'wrong-length', reason: 'must have four digits' };
};
