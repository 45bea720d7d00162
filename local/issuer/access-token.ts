/** The access token that the gateway expects: a JWT of one hour for audience `schakel`, with the user's body and roles. */
import type { Provider, ResourceServer } from 'oidc-provider';
import { SCOPES } from '#kernel/viewer.js';
import { demoUserWithSubject, type DemoUser } from '../demo-users.js';

export const AUDIENCE = 'schakel';
/** All that there is: on one machine everybody may try everything his role allows. */
export const SCOPE = ['schakel', ...SCOPES].join(' ');
export const CLIENT_ID = 'schakel-page';
export const TOKEN_SECONDS = 3600;
/** Name of the audience inside the issuer, which wants a URI there. */
export const RESOURCE = 'urn:schakel:graph';

export const RESOURCE_SERVER: ResourceServer = {
  audience: AUDIENCE,
  scope: SCOPE,
  accessTokenFormat: 'jwt',
  accessTokenTTL: TOKEN_SECONDS,
  jwt: { sign: { alg: 'ES256' } },
};

export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
}

/** Claims beside the standard ones. */
export function claimsOf(subject: string): { body: string; roles: readonly string[] } | undefined {
  const found = demoUserWithSubject(subject);
  return found && { body: found.body, roles: found.roles };
}

/** A token without a login: this is what makes the issuer fit for development only. */
export async function mintToken(provider: Provider, user: DemoUser): Promise<TokenAnswer> {
  const client = await provider.Client.find(CLIENT_ID);
  if (!client) throw new Error(`the issuer has no client ${CLIENT_ID}`);
  const grant = new provider.Grant({ accountId: user.subject, clientId: CLIENT_ID });
  grant.addResourceScope(RESOURCE, SCOPE);
  const grantId = await grant.save();
  const token = new provider.AccessToken({ client, accountId: user.subject, grantId, gty: 'demo', scope: SCOPE, resourceServer: RESOURCE_SERVER });
  return { access_token: await token.save(), token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope: SCOPE };
}
