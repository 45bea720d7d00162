/** The scenario under the whole Schakel profile: its supergraph with `@authenticated` on every type, and the settings of a gateway over it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchIssuer } from '../kit/issuer.js';
import { schakelSettings } from '../kit/schakel-settings.js';
import { composeScenario, type Addresses } from '../scenario/supergraph.js';

/** Writes the supergraph and the registers into `folder`. */
export function wholeProfile(folder: string, addresses: Addresses, issuer: BenchIssuer): Record<string, string> {
  const supergraph = join(folder, 'authenticated.graphql');
  writeFileSync(supergraph, authenticatedSupergraph(addresses));
  return schakelSettings({ folder, supergraph, addresses, issuer });
}

/** `more` changes the schemas further. */
export function authenticatedSupergraph(addresses: Addresses, more: (sdl: string) => string = (sdl) => sdl): string {
  return composeScenario(addresses, (sdl) => more(sdl).replace('/v2.3', '/v2.5').replace('import: [', 'import: ["@authenticated", ').replaceAll(/^type (\w+)/gm, 'type $1 @authenticated'));
}
