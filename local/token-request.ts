/** Asks the running development issuer for a demo user's token, or for the token of a company's own system. */
import { z } from 'zod';

const answerSchema = z.object({ access_token: z.string() });
const faultSchema = z.object({ error: z.string() });

/** Throws with the reason in words when the issuer refuses or does not answer. `client`: the application that he signs in to. */
export function requestToken(issuer: string, user: string, client?: string): Promise<string> {
  return tokenFrom(issuer, '/demo/token', { 'content-type': 'application/json' }, JSON.stringify({ user, client }));
}

/** The token of a machine, by its own secret (client credentials). */
export function requestMachineToken(issuer: string, client: string, secret: string): Promise<string> {
  const basic = Buffer.from(`${encodeURIComponent(client)}:${encodeURIComponent(secret)}`).toString('base64');
  const form = { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${basic}` };
  return tokenFrom(issuer, '/token', form, 'grant_type=client_credentials&scope=schakel');
}

async function tokenFrom(issuer: string, path: string, headers: Readonly<Record<string, string>>, body: string): Promise<string> {
  const answer = await fetch(issuer + path, { method: 'POST', headers, body, signal: AbortSignal.timeout(5_000) }).catch(() => {
    throw new Error(`the development issuer at ${issuer} does not answer; start the stack first: npm start`);
  });
  const content: unknown = await answer.json().catch(() => ({}));
  const given = answerSchema.safeParse(content);
  if (given.success) return given.data.access_token;
  const fault = faultSchema.safeParse(content);
  throw new Error(fault.success ? fault.data.error : `what answers at ${issuer} is not the development issuer (HTTP ${answer.status})`);
}
