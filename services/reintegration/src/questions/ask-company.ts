/** One question to one company: as an entity of its subgraph, carrying the viewer, with the patience of the party door. */
import type { z } from 'zod';
import { Fault, unavailable } from '#kernel/faults.js';
import { formatId, typeName } from '#kernel/ids.js';
import type { Party } from '#kernel/registers.js';
import type { PartyClient } from '#shell/party-client.js';
import type { ShellRequest } from '#shell/service-definition.js';
import type { CompanyAnswer } from '../domain/directory-ports.js';

export type CompanyParty = Party & { readonly company: { readonly code: string; readonly name: string } };
export type Asking = Pick<ShellRequest, 'viewer' | 'businessDate' | 'requestId' | 'deadline'>;

export interface EntityQuestion<T> {
  readonly kind: 'SwCompany' | 'Workplace' | 'SwEmployment';
  readonly id: string;
  /** Selection on the entity; may use the variables declared. */
  readonly selection: string;
  /** `$by: [SwDimension!]!, $after: String` */
  readonly declarations?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What the answer must look like: it comes from another body's system. */
  readonly shape: z.ZodType<T>;
}

export function companiesOf(parties: readonly Party[]): readonly CompanyParty[] {
  return parties.filter((party): party is CompanyParty => party.company !== undefined);
}

export function companyId(code: string): string {
  return formatId({ owner: code, kind: 'C', local: code });
}

/** Null when the company answers that it has no such thing, or hides it. UNAVAILABLE when it does not answer, or not understandably. */
export async function askEntity<T>(parties: PartyClient, party: CompanyParty, asking: Asking, question: EntityQuestion<T>): Promise<T | null> {
  const [entity] = await askEntities(parties, party, asking, { ...question, ids: [question.id] });
  return entity ?? null;
}

/** Several things of one kind in one question: an answer for every id, in their order. */
export async function askEntities<T>(
  parties: PartyClient,
  party: CompanyParty,
  asking: Asking,
  question: Omit<EntityQuestion<T>, 'id'> & { readonly ids: readonly string[] },
): Promise<readonly (T | null)[]> {
  const type = typeName(party.company.code, question.kind);
  const declarations = ['$entity: [_Any!]!', question.declarations].filter((one) => one !== undefined).join(', ');
  const { _entities: entities } = await parties.ask<{ _entities?: readonly unknown[] }>(party.service, {
    query: `query Directory(${declarations}) { _entities(representations: $entity) { ... on ${type} { ${question.selection} } } }`,
    variables: { ...question.variables, entity: question.ids.map((id) => ({ __typename: type, id })) },
    ...asking,
  });
  return question.ids.map((_, index) => {
    const entity = entities?.[index] ?? null;
    if (entity === null) return null;
    const parsed = question.shape.safeParse(entity);
    if (!parsed.success) throw unavailable(party.body);
    return parsed.data;
  });
}

/** All companies at once; one that is down is said to be down and costs the others nothing. */
export function askEvery<T>(companies: readonly CompanyParty[], ask: (party: CompanyParty) => Promise<{ asOf: string | null; rows: readonly T[] }>): Promise<CompanyAnswer<T>[]> {
  return Promise.all(
    companies.map(async (party) => {
      try {
        return { body: party.body, answered: true, ...(await ask(party)) };
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        return { body: party.body, answered: false, asOf: null, rows: [] };
      }
    }),
  );
}
