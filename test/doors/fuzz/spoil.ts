/** A good document spoilt in one of many ways; and texts that no program likes. */
import { sample, string } from 'fast-check';
import type { Random } from '../../faults/random.js';
import type { FuzzDocument } from './documents.js';

const HUGE = '9'.repeat(400);
/** What has broken parsers, databases, terminals and prototypes before. */
const NASTY = ['\u0000', '\ud800', '\u202e\u2066', '\u001b[31m', '\r\nx-injected: 1', '__proto__', 'constructor', "'; drop table person; --", '${7*7}', HUGE, '-0', '1e999', '', ' ', 'a'.repeat(5_000)];

/** The same for the same seed. */
export function strangeTexts(seed: number): string[] {
  return [...NASTY, ...sample(string({ unit: 'binary', maxLength: 40 }), { seed, numRuns: 200 })];
}

type Spoiler = (document: FuzzDocument, random: Random) => FuzzDocument;

const SPOILERS: readonly Spoiler[] = [
  ({ query, variables }, random) => cut(query, random, (before, after) => ({ query: before + after.slice(1), variables })),
  ({ query, variables }, random) => cut(query, random, (before, after) => ({ query: `${before}${random.pick(['{', '}', '(', '"', '...', '@', '$', '\u0000', '#'])}${after}`, variables })),
  ({ query, variables }, random) => cut(query, random, (before) => ({ query: before, variables })),
  ({ query, variables }) => ({ query: query.replace('{ ', '{ noSuchField '), variables }),
  ({ query, variables }) => ({ query: query.replace('{ ', '{ __schema { types { name } } _service { sdl } _entities(representations: []) { __typename } '), variables }),
  ({ query, variables }) => ({ query: query.replace(/\(first: \d+/, `(first: ${HUGE}`), variables }),
  ({ query, variables }) => ({ query: `${query} ${query}`, variables }),
  ({ query, variables }) => ({ query: query.replace(/^query/, 'subscription'), variables }),
  ({ query, variables }) => ({ query: query.replace('{ ', '{ __proto__: __typename '), variables }),
  ({ query }, random) => ({ query: query.replace(/^(query|mutation) F(?!\()/, '$1 F($x: String)'), variables: JSON.parse(`{"x":${JSON.stringify(random.pick(NASTY))},"__proto__":{"polluted":true},"constructor":1}`) as Record<string, unknown> }),
  ({ query, variables }, random) => ({ query, variables: Object.fromEntries(Object.keys(variables).map((name) => [name, random.pick<unknown>([null, [], {}, HUGE, 1e21, '\ud800', true])])) }),
  ({ query, variables }) => ({ query: `query F { ...A } fragment A on Query { ...B } fragment B on Query { ...A } ${query.length}`, variables }),
];

export function spoilt(document: FuzzDocument, random: Random): FuzzDocument {
  return random.pick(SPOILERS)(document, random);
}

function cut(text: string, random: Random, join: (before: string, after: string) => FuzzDocument): FuzzDocument {
  const at = random.below(text.length);
  return join(text.slice(0, at), text.slice(at));
}
