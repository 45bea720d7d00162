/**
 * The applications that may ask the development issuer for a token (OAuth 2 clients). What an application was granted (its scopes) and what
 * its user may (his roles) are two things; both must allow. A company's own system signs in as itself (client credentials, RFC 6749, 4.4).
 */
import type { Role } from '#kernel/viewer.js';

export interface DemoClient {
  readonly id: string;
  /** On screen, so in Dutch. */
  readonly name: string;
  /** Beside `schakel`, which every token has. */
  readonly scopes: readonly string[];
  /** Null: people sign in to it, with a code and PKCE. Else it is a machine, and this is who it is. */
  readonly machine: { readonly body: string; readonly roles: readonly Role[] } | null;
}

/** What the page of this machine is: on one machine everybody may try everything his role allows. */
export const PAGE_CLIENT = 'schakel-page';
/** Published, like every key of this issuer. */
export const MACHINE_SECRET = 'development-only';

/** Reads what its company's officers read, and signs nothing: an agreement is accepted by a person. */
function system(body: string, name: string): DemoClient {
  return { id: `system-${body}`, name: `Systeem van ${name}`, scopes: [], machine: { body, roles: ['PLACEMENT_OFFICER'] } };
}

export const DEMO_CLIENTS: readonly DemoClient[] = [
  { id: PAGE_CLIENT, name: 'Schakel', scopes: ['agreements:write', 'statistics:read'], machine: null },
  { id: 'schakel-analyst', name: 'Werkbank van de onderzoeker', scopes: ['statistics:read'], machine: null },
  system('sw-zoetermeer-rijswijk', 'Sw-bedrijf Zoetermeer-Rijswijk'),
  system('sw-leiden', 'Sw-bedrijf Leiden'),
  system('sw-wassenaar', 'GR Kust-, Duin- en Bollenstreek'),
];

export function demoClientNamed(id: string): DemoClient | undefined {
  return DEMO_CLIENTS.find((one) => one.id === id);
}

export function scopeOf({ scopes }: DemoClient): string {
  return ['schakel', ...scopes].join(' ');
}
