/** Who looked at this person at another service? Asked on behalf of the person himself, or of that body's privacy officer. */
import { z } from 'zod';
import { unavailable } from '#kernel/faults.js';
import type { PartyClient } from '#shell/party-client.js';
import type { Accesses, AccessPage } from '#shell/processing-log/accesses.js';
import type { Asking } from './ask-company.js';

const QUERY = `query AccessLog($person: ID!, $first: Int!, $after: String) {
  accessEntries(person: $person, first: $first, after: $after) { total rows { id at actor body roles activity action result } } }`;

const answerShape = z.object({
  accessEntries: z.object({
    total: z.number().int().nonnegative(),
    rows: z.array(
      z.object({
        id: z.string(), at: z.string().regex(/^\d+$/), actor: z.string(), body: z.string(), roles: z.array(z.string()), activity: z.string(), action: z.string(), result: z.string(),
      }),
    ),
  }),
});

export async function askAccesses(parties: PartyClient, service: string, asking: Asking, person: string, { first, after }: AccessPage): Promise<Accesses> {
  const answer = await parties.ask<object>(service, { query: QUERY, variables: { person, first, after }, ...asking });
  const parsed = answerShape.safeParse(answer);
  if (!parsed.success) throw unavailable(service);
  return parsed.data.accessEntries;
}
