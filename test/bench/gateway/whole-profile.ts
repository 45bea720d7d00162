/**
 * What the whole Schakel profile needs to run over the bench's subgraphs: a supergraph with `@authenticated` on every type, registers in
 * which the four subgraphs belong to bodies, an envelope key for each, and a purpose in every request.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../../../local/paths.js';
import { SUBGRAPHS } from '../scenario/subgraphs.js';
import { composeScenario, type Addresses } from '../scenario/supergraph.js';
import { AUDIENCE, ISSUER, type BenchIssuer } from './issuer.js';

export const PURPOSE = 'wsw';
/** The gateway listens for news from the service of this name; here one of the subgraphs, which has none. */
const NEWS_SERVICE = 'reintegration';
const UNBOUNDED = String(1_000_000_000);

/** The settings of such a gateway; its files are written into `folder`. */
export function wholeProfile(folder: string, addresses: Addresses, issuer: BenchIssuer): Record<string, string> {
  const supergraph = join(folder, 'authenticated.graphql');
  writeFileSync(supergraph, authenticatedSupergraph(addresses));
  const services = { ...addresses, [NEWS_SERVICE]: addresses.accounts };
  return {
    SCHAKEL_LOG_LEVEL: 'info',
    SCHAKEL_SUPERGRAPH: supergraph,
    SCHAKEL_REGISTERS_DIR: benchRegisters(folder),
    SCHAKEL_SUBGRAPHS: Object.entries(services).map(([name, url]) => `${name}=${url}`).join(','),
    SCHAKEL_ENVELOPE_KEYS: Object.keys(services).map((name) => `${name}=${randomBytes(32).toString('base64url')}`).join(','),
    SCHAKEL_ISSUER: ISSUER,
    SCHAKEL_JWKS_URL: issuer.jwksUrl,
    SCHAKEL_AUDIENCE: AUDIENCE,
    SCHAKEL_OPERATIONS: 'free',
    // Counted and compared as always, but never reached: one user asks all.
    ...Object.fromEntries(['SCHAKEL_REQUESTS_PER_USER', 'SCHAKEL_REQUESTS_PER_BODY', 'SCHAKEL_COST_PORTAL', 'SCHAKEL_COST_PARTNER_SYSTEM', 'SCHAKEL_COST_ANALYST'].map((name) => [name, UNBOUNDED])),
  };
}

export function authenticatedSupergraph(addresses: Addresses): string {
  return composeScenario(addresses, (sdl) => sdl.replace('/v2.3', '/v2.5').replace('import: [', 'import: ["@authenticated", ').replaceAll(/^type (\w+)/gm, 'type $1 @authenticated'));
}

function benchRegisters(folder: string): string {
  const registers = join(folder, 'registers');
  mkdirSync(registers, { recursive: true });
  cpSync(inRepository('schema'), registers, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const file = join(registers, 'partners.json');
  const partners = JSON.parse(readFileSync(file, 'utf8')) as { bodies: { id: string }[]; parties: object[] };
  writeFileSync(file, JSON.stringify({ ...partners, parties: [...partners.parties, ...SUBGRAPHS.map((service, index) => ({ service, body: partners.bodies[index]?.id }))] }));
  return registers;
}
