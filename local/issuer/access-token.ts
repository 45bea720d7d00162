/** The access token that the gateway expects: a JWT of one hour for audience `schakel`, with the user's body and roles, and the client that asked. */
import type { Provider, ResourceServer } from 'oidc-provider';
import { demoUserWithSubject, type DemoUser } from '../demo-users.js';
import { demoClientNamed, scopeOf, type DemoClient } from './clients.js';

export const AUDIENCE = 'schakel';
export const TOKEN_SECONDS = 3600;
/** Name of the audience inside the issuer, which wants a URI there. */
export const RESOURCE = 'urn:schakel:graph';

/** Of one client: what was not granted to it, a token of it does not have. */
export function resourceServerOf(client: DemoClient): ResourceServer {
  return { audience: AUDIENCE, scope: scopeOf(client), accessTokenFormat: 'jwt', accessTokenTTL: TOKEN_SECONDS, jwt: { sign: { alg: 'ES256' } } };
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
}

/** Claims beside the standard ones; `azp` repeats `client_id` (RFC 9068) under the name that other providers use. */
export function claimsOf(client: string | undefined, subject: string | undefined): Record<string, unknown> {
  const who = subject === undefined ? demoClientNamed(client ?? '')?.machine : demoUserWithSubject(subject);
  return { azp: client, ...(who ? { body: who.body, roles: who.roles } : {}) };
}

/** A token without a login: this is what makes the issuer fit for development only. */
export async function mintToken(provider: Provider, user: DemoUser, client: DemoClient): Promise<TokenAnswer> {
  const registered = await provider.Client.find(client.id);
  if (!registered) throw new Error(`the issuer has no client ${client.id}`);
  const scope = scopeOf(client);
  const grant = new provider.Grant({ accountId: user.subject, clientId: client.id });
  grant.addResourceScope(RESOURCE, scope);
  const grantId = await grant.save();
  const token = new provider.AccessToken({ client: registered, accountId: user.subject, grantId, gty: 'demo', scope, resourceServer: resourceServerOf(client) });
  return { access_token: await token.save(), token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope };
}
