/** A token of a demo user for an application of our choice: the development issuer's key is published, so a test can sign with it. */
import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { DEVELOPMENT_ISSUER_KEY } from '../../local/development-keys.js';
import { demoUserNamed } from '../../local/demo-users.js';
import { issuer } from './stack.js';

/** `client` null: a token that names no application. */
export async function tokenAt(client: string | null, user: string): Promise<string> {
  const who = demoUserNamed(user);
  if (!who) throw new Error(`there is no demo user ${user}`);
  const claims = { body: who.body, roles: who.roles, scope: 'schakel agreements:write statistics:read', ...(client === null ? {} : { azp: client }) };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'development-only', typ: 'at+jwt' })
    .setSubject(who.subject).setIssuer(issuer).setAudience('schakel').setIssuedAt().setExpirationTime('10m').setJti(randomUUID())
    .sign(await importJWK(DEVELOPMENT_ISSUER_KEY, 'ES256'));
}
