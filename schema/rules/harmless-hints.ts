/** Composition gives no hint but those whose cause is wanted here; any other is a difference between services that nobody meant. */
import type { Rule } from '../rule.js';

/** The directory answers code, name and body of a company and the company of a thing; the company answers the rest of the interface. */
const WANTED = new Set(['INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD']);

export const harmlessHints: Rule = {
  name: 'harmless-hints',
  check: ({ hints }) => hints.filter(({ code }) => !WANTED.has(code)).map(({ code, message }) => `${code}: ${message.split('\n')[0] ?? ''}`),
};
