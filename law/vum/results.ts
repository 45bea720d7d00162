/** VUM 1.0: a source gives at most 100 matches and says when it has more. */

export const MOST_MATCHES = 100;

export interface Matches<T> {
  readonly maximumAantalResultatenBereikt: boolean;
  readonly matches: readonly T[];
}

/** The first hundred, in the order given. */
export function atMost<T>(found: readonly T[]): Matches<T> {
  return { maximumAantalResultatenBereikt: found.length > MOST_MATCHES, matches: found.slice(0, MOST_MATCHES) };
}
