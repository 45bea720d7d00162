/** Who are these persons? Number, day of birth and where they were registered on a day, of the register of residents; only for whom the purpose opens it. */
import { z } from 'zod';
import { unavailable } from '#kernel/faults.js';
import type { PartyClient } from '#shell/party-client.js';
import type { Identity } from '../domain/statistics/supplied-facts.js';
import type { Asking } from './ask-company.js';

const RESIDENTS = 'benefits';
const QUERY = `query Identities($persons: [_Any!]!, $on: Date!) {
  found: _entities(representations: $persons) { ... on Person { id bsn birthDate residence(on: $on) { code } } } }`;

const answerShape = z.object({
  found: z.array(z.object({ id: z.string(), bsn: z.string().nullable(), birthDate: z.string().nullable(), residence: z.object({ code: z.string() }).nullable() }).nullable()),
});

/** Whom the register does not show is not in the answer. */
export async function askIdentities(parties: PartyClient, asking: Asking, persons: readonly string[], on: string): Promise<readonly Identity[]> {
  const answer = await parties.ask<object>(RESIDENTS, { query: QUERY, variables: { persons: persons.map((id) => ({ __typename: 'Person', id })), on }, ...asking });
  const parsed = answerShape.safeParse(answer);
  if (!parsed.success) throw unavailable(RESIDENTS);
  return parsed.data.found.flatMap((one) => {
    if (!one || one.bsn === null || one.birthDate === null) return [];
    return [{ person: one.id, bsn: one.bsn, birthDate: one.birthDate, residence: one.residence?.code ?? null }];
  });
}
