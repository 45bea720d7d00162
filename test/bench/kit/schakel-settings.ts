/** The settings of a gateway with the whole Schakel profile over any subgraphs: registers in which they have a place, and a key for each. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../../../local/paths.js';
import { AUDIENCE, ISSUER, type BenchIssuer } from './issuer.js';

export const PURPOSE = 'wsw';
/** The gateway listens for news from the service of this name. */
const NEWS_SERVICE = 'reintegration';
const UNBOUNDED = String(1_000_000_000);
const UNREACHED = ['SCHAKEL_REQUESTS_PER_USER', 'SCHAKEL_REQUESTS_PER_BODY', 'SCHAKEL_LOOK_UPS_PER_USER', 'SCHAKEL_LOOK_UPS_PER_BODY', 'SCHAKEL_COST_PORTAL', 'SCHAKEL_COST_PARTNER_SYSTEM', 'SCHAKEL_COST_ANALYST'];

export interface Federation {
  /** For the registers. */
  readonly folder: string;
  readonly supergraph: string;
  /** Of every subgraph. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly issuer: BenchIssuer;
}

export function schakelSettings({ folder, supergraph, addresses, issuer }: Federation): Record<string, string> {
  const services = { [NEWS_SERVICE]: Object.values(addresses)[0] ?? '', ...addresses };
  return {
    SCHAKEL_LOG_LEVEL: 'info',
    SCHAKEL_SUPERGRAPH: supergraph,
    SCHAKEL_REGISTERS_DIR: registersWith(folder, Object.keys(addresses)),
    SCHAKEL_SUBGRAPHS: Object.entries(services).map(([name, url]) => `${name}=${url}`).join(','),
    SCHAKEL_ENVELOPE_KEYS: Object.keys(services).map((name) => `${name}=${randomBytes(32).toString('base64url')}`).join(','),
    SCHAKEL_ISSUER: ISSUER,
    SCHAKEL_JWKS_URL: issuer.jwksUrl,
    SCHAKEL_AUDIENCE: AUDIENCE,
    SCHAKEL_OPERATIONS: 'free',
    // Counted and compared as always, but never reached: one user asks all.
    ...Object.fromEntries(UNREACHED.map((name) => [name, UNBOUNDED])),
  };
}

/** A copy of ours, in which each of these services belongs to a body. */
function registersWith(folder: string, services: readonly string[]): string {
  const registers = join(folder, 'registers');
  mkdirSync(registers, { recursive: true });
  cpSync(inRepository('schema'), registers, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const file = join(registers, 'partners.json');
  const partners = JSON.parse(readFileSync(file, 'utf8')) as { bodies: { id: string }[]; parties: { service: string }[] };
  const absent = services.filter((service) => !partners.parties.some((party) => party.service === service));
  const added = absent.map((service, index) => ({ service, body: partners.bodies[index % partners.bodies.length]?.id }));
  writeFileSync(file, JSON.stringify({ ...partners, parties: [...partners.parties, ...added] }));
  return registers;
}

/** Header lines of a request by somebody who is signed in, with another token every time. */
export function signedIn(issuer: BenchIssuer): string {
  return `authorization: Bearer ${issuer.token()}\r\nx-doelbinding: ${PURPOSE}\r\n`;
}
