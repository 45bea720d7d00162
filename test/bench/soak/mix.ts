/** An hour of what comes in: known questions, questions that nobody asked before, mistakes, and clients that walk away. */
import { readFileSync } from 'node:fs';
import { inRepository } from '../../../local/paths.js';
import type { BenchIssuer } from '../kit/issuer.js';
import { signedIn } from '../kit/schakel-settings.js';
import { requestText } from '../load/connection.js';
import type { Reply } from '../load/response-reader.js';

export interface Errand {
  readonly kind: Kind;
  readonly request: string;
  readonly right: (reply: Reply) => boolean;
}

export const KINDS = ['light', 'wide', 'heavy', 'new', 'no-token', 'bad-token', 'no-syntax', 'no-field', 'walks-away'] as const;
export type Kind = (typeof KINDS)[number];

/** In a hundred. */
const SHARES: Readonly<Record<Kind, number>> = { light: 55, wide: 8, heavy: 5, new: 12, 'no-token': 4, 'bad-token': 3, 'no-syntax': 4, 'no-field': 4, 'walks-away': 5 };
const ROUND: readonly Kind[] = KINDS.flatMap((kind) => Array.from({ length: SHARES[kind] }, () => kind));

const file = (name: string): string => readFileSync(inRepository('test', 'bench', 'scenario', 'queries', `${name}.graphql`), 'utf8');
const TEXTS: Readonly<Record<string, string>> = { light: file('light'), wide: file('wide'), heavy: file('heavy') };
const FIELDS = ['name', 'price', 'weight', 'inStock', 'shippingEstimate', 'reviews { id }', 'reviews { body author { id name } }', 'reviews { author { username reviews { id product { name } } } }'];

/** Spread over the round, the same at every start: 37 and 100 have no common factor. */
export const kindOf = (index: number): Kind => ROUND[(index * 37) % ROUND.length] as Kind;

/** Every number gives another question: other fields, at two places, under another name. */
export function newQuestion(index: number): string {
  const some = (bits: number): string => FIELDS.filter((_, place) => ((bits >> place) & 1) === 1).join(' ');
  return `query New${index} { topProducts(first: ${1 + (index % 7)}) { upc ${some(index & 255)} } users { id reviews { product { upc ${some((index >> 8) ^ (index & 255))} } } } }`;
}

export function errandOf(index: number, issuer: BenchIssuer): Errand {
  const kind = kindOf(index);
  const errand = (query: string, headers: string, right: Errand['right']): Errand => ({ kind, request: requestText('/graphql', headers, JSON.stringify({ query })), right });
  switch (kind) {
    case 'no-token':
      return errand(TEXTS['light'] ?? '', '', ({ status }) => status === 401);
    case 'bad-token':
      return errand(TEXTS['light'] ?? '', `authorization: Bearer ${issuer.token().slice(0, -6)}AAAAAA\r\n`, ({ status }) => status === 401);
    case 'no-syntax':
      return errand(`{ me { id ${index}`, signedIn(issuer), refused);
    case 'no-field':
      return errand(`{ me { id absent${index} } }`, signedIn(issuer), refused);
    case 'new':
      return errand(newQuestion(index), signedIn(issuer), whole);
    default:
      return errand(TEXTS[kind] ?? TEXTS['heavy'] ?? '', signedIn(issuer), whole);
  }
}

const whole = ({ status, body }: Reply): boolean => status === 200 && body.subarray(0, 9).toString() === '{"data":{' && !body.includes('"errors"');
const refused = ({ body }: Reply): boolean => body.includes('"errors"');
