/**
 * The keys of the processes (architecture, section 3): per service one envelope key with the gateway, one signing key of its own
 * whose public half everybody has, and one for the pseudonyms in its log, which nobody else has. Made once, kept in the data folder, readable for the owner only.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { writePrivateFile, writePublicFile } from './private-file.js';

export interface StackKeys {
  /** Envelope key by service name, base64url. */
  readonly envelope: Readonly<Record<string, string>>;
  /** Key of the pseudonyms in a service's own log, base64url. */
  readonly log: Readonly<Record<string, string>>;
  /** File with the private signing key (JWK) by service name. */
  readonly serviceKeyFile: (service: string) => string;
  /** File with the public signing keys of all services (JWK set). */
  readonly partyKeysFile: string;
}

const SECRET_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'] as const;

/** Reads the keys, making what is missing: a service that joins later gets its keys, the others keep theirs. */
export async function openKeys(dataDir: string, services: readonly string[]): Promise<StackKeys> {
  const dir = join(dataDir, 'keys');
  const serviceKeyFile = (service: string): string => join(dir, `${service}.jwk.json`);
  const partyKeysFile = join(dir, 'parties.jwks.json');
  const envelope = secretKeys(join(dir, 'envelope-keys.json'), services);
  const log = secretKeys(join(dir, 'log-keys.json'), services);
  const signing = await Promise.all(services.map((service) => signingKey(serviceKeyFile(service), service)));
  writePublicFile(partyKeysFile, JSON.stringify({ keys: signing.map(publicPart) }, null, 2));
  return { envelope, log, serviceKeyFile, partyKeysFile };
}

function secretKeys(file: string, services: readonly string[]): Record<string, string> {
  const known = readJson<Record<string, string>>(file) ?? {};
  const keys = Object.fromEntries(services.map((service) => [service, known[service] ?? randomBytes(32).toString('base64url')]));
  writePrivateFile(file, JSON.stringify(keys, null, 2));
  return keys;
}

async function signingKey(file: string, service: string): Promise<JWK> {
  const known = readJson<JWK>(file);
  if (known) return known;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const made: JWK = { ...(await exportJWK(privateKey)), kid: service, alg: 'ES256', use: 'sig' };
  writePrivateFile(file, JSON.stringify(made, null, 2));
  return made;
}

export function publicPart(key: JWK): JWK {
  return Object.fromEntries(Object.entries(key).filter(([name]) => !(SECRET_PARTS as readonly string[]).includes(name))) as JWK;
}

function readJson<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}
