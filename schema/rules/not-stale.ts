/** The committed schema files are what the services print and what composition makes of it: nobody reviews a schema that does not run. */
import type { CheckInput, Rule } from '../rule.js';
import { MANIFEST_FILE, manifestOf } from '../manifest.js';
import { SUPERGRAPH_FILE } from '../subgraphs.js';

export const notStale: Rule = {
  name: 'not-stale',
  check: (input) => wantedFiles(input).flatMap(([file, text]) => (input.filesHere.get(file) === text ? [] : [`schema/${file} is stale: run npm run schema:compose and commit it`])),
};

function wantedFiles({ subgraphs, supergraphSdl, operations }: CheckInput): (readonly [string, string])[] {
  return [...subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const), [SUPERGRAPH_FILE, supergraphSdl] as const, [MANIFEST_FILE, manifestOf(operations)] as const];
}
