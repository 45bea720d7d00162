/** Asks the running development issuer for a demo user's token. */
import { z } from 'zod';

const answerSchema = z.object({ access_token: z.string() });
const faultSchema = z.object({ error: z.string() });

/** Throws with the reason in words when the issuer refuses or does not answer. */
export async function requestToken(issuer: string, user: string): Promise<string> {
  const answer = await fetch(`${issuer}/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => {
    throw new Error(`the development issuer at ${issuer} does not answer; start the stack first: npm start`);
  });
  const body: unknown = await answer.json().catch(() => ({}));
  const given = answerSchema.safeParse(body);
  if (given.success) return given.data.access_token;
  const fault = faultSchema.safeParse(body);
  throw new Error(fault.success ? fault.data.error : `what answers at ${issuer} is not the development issuer (HTTP ${answer.status})`);
}
