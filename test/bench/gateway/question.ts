/** A question of the scenario, as it is posted. */
import { readFileSync } from 'node:fs';
import { inRepository } from '../../../local/paths.js';

export interface Question {
  readonly name: string;
  /** JSON. */
  readonly body: string;
}

export function questionOf(name: string): Question {
  return { name, body: JSON.stringify({ query: readFileSync(inRepository('test', 'bench', 'scenario', 'queries', `${name}.graphql`), 'utf8') }) };
}
