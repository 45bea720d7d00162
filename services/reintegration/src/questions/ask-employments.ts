/** Hours, work form and last day of many employments of one company, by id, and how old its data are. Pseudonymous: never a name or a person id. */
import { z } from 'zod';
import { unavailable } from '#kernel/faults.js';
import type { PartyClient } from '#shell/party-client.js';
import type { AnsweredEmployment } from '../domain/directory-ports.js';
import { askEntities, askEntity, type Asking, companyId, type CompanyParty } from './ask-company.js';
import { profileShape } from './ask-employment.js';

/** As many as a page of any list. */
const IDS_PER_QUESTION = 200;

const companyShape = z.object({ asOf: z.string().nullable() });
const employmentShape = profileShape.extend({ id: z.string(), until: z.string().nullable() });

/** All questions at once, so that they share the patience of one; when one of them fails the company has not answered. */
export async function askEmployments(parties: PartyClient, party: CompanyParty, asking: Asking, ids: readonly string[]): Promise<{ asOf: string | null; rows: AnsweredEmployment[] }> {
  const [company, ...answers] = await Promise.all([
    askEntity(parties, party, asking, { kind: 'SwCompany', id: companyId(party.company.code), selection: 'asOf', shape: companyShape }),
    ...chunks(ids).map((some) => askEntities(parties, party, asking, { kind: 'SwEmployment', ids: some, selection: 'id hoursPerWeek workForm until', shape: employmentShape })),
  ]);
  if (!company) throw unavailable(party.body);
  return { asOf: company.asOf, rows: answers.flat().filter((one) => one !== null) };
}

function chunks(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / IDS_PER_QUESTION) }, (_, index) => ids.slice(index * IDS_PER_QUESTION, (index + 1) * IDS_PER_QUESTION));
}
