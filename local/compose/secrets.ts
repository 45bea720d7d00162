/** `npm run compose:secrets`: makes what docker-compose.yml needs once: passwords and shared keys in .env, signing keys as files. Never overwrites. */
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, say } from '../command.js';
import { openKeys, type StackKeys } from '../keys.js';
import { inRepository } from '../paths.js';
import { writePrivateFile } from '../private-file.js';
import { SERVICES } from '../services.js';

const secret = (): string => randomBytes(32).toString('base64url');
const suffix = (service: string): string => service.toUpperCase().replaceAll('-', '_');

/** The containers run as the user who may read the key files: whoever runs this, or 1000 when that is root. */
const containerUser = process.getuid?.() || 1000;

export function environmentFile({ envelope, log }: Pick<StackKeys, 'envelope' | 'log'>): string {
  const perService = SERVICES.flatMap(({ name }) => [
    `ENVELOPE_KEY_${suffix(name)}=${envelope[name] ?? ''}`,
    `LOG_KEY_${suffix(name)}=${log[name] ?? ''}`,
    ...['SUPERUSER', 'OWNER', 'APP'].map((role) => `${role}_PASSWORD_${suffix(name)}=${secret()}`),
  ]);
  return [...perService, `FEDERATION_KEY=${secret()}`, `KEYCLOAK_ADMIN_PASSWORD=${secret()}`, `SCHAKEL_UID=${containerUser}`, ''].join('\n');
}

await runCommand(async () => {
  const file = inRepository('.env');
  if (existsSync(file)) throw new Error('.env exists already. Its passwords are in the databases; remove both together if you want new ones.');
  const folder = inRepository('local', 'compose', 'secrets');
  const keys = await openKeys(folder, SERVICES.map(({ name }) => name));
  if (process.getuid?.() === 0) handOver(join(folder, 'keys'));
  writePrivateFile(file, environmentFile(keys));
  say('Written: .env and local/compose/secrets. Keep them out of version control and in your backup. Next: docker compose up -d --wait');
});

function handOver(folder: string): void {
  chownSync(folder, containerUser, containerUser);
  for (const file of readdirSync(folder)) chownSync(join(folder, file), containerUser, containerUser);
}
