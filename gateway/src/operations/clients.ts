/**
 * The applications that the federation knows (schema/clients.json), by the token's `azp` or `client_id`: what kind each is and which
 * operations are its own. One that is not in the register is treated as the most restricted kind.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadManifest, type KnownTexts } from './manifest.js';

/** A portal runs in browsers and stands still between releases; an analyst and a company's own system write their own questions. */
export const CLIENT_KINDS = ['portal', 'partner-system', 'analyst'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

/** Operations that every client may run by their id. */
const PUBLIC_MANIFEST = join('operations', 'manifest.json');

const clientSchema = z.object({ id: z.string().min(1), kind: z.enum(CLIENT_KINDS), manifest: z.string().nullable() });

export interface Client {
  readonly kind: ClientKind;
  /** Its own operations, and the public ones. */
  readonly operations: KnownTexts;
}

export interface Clients {
  /** `id` null or unknown: an application that nobody registered. */
  of(id: string | null): Client;
}

/** Of the operations that every client may run. */
export function knownTexts(registersDir: string): readonly string[] {
  return [...loadManifest(join(registersDir, PUBLIC_MANIFEST)).values()];
}

export function loadClients(registersDir: string): Clients {
  const registered = z.array(clientSchema).parse(JSON.parse(readFileSync(join(registersDir, 'clients.json'), 'utf8')));
  const known = loadManifest(join(registersDir, PUBLIC_MANIFEST));
  const own = (manifest: string | null): KnownTexts => (manifest === null ? known : new Map([...known, ...loadManifest(join(registersDir, manifest))]));
  const byId = new Map(registered.map(({ id, kind, manifest }): [string, Client] => [id, { kind, operations: own(manifest) }]));
  if (byId.size !== registered.length) throw new Error('the register of clients names a client twice');
  const unknown: Client = { kind: 'portal', operations: known };
  return { of: (id) => (id === null ? undefined : byId.get(id)) ?? unknown };
}
