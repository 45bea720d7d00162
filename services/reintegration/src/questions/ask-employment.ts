/** How many hours, in which work form? The pseudonymous profile of an employment; never the name. */
import { z } from 'zod';
import type { PartyClient } from '#shell/party-client.js';
import type { EmploymentProfile } from '../domain/directory-ports.js';
import { askEntity, type Asking, type CompanyParty } from './ask-company.js';

/** Of an employment, as others may know it. */
export const profileShape = z.object({
  hoursPerWeek: z.string().nullable(),
  workForm: z.enum(['INTERNAL', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP', 'SUPERVISED_EMPLOYMENT', 'NEW_SHELTERED']).nullable(),
});

export function askEmploymentProfile(parties: PartyClient, party: CompanyParty, asking: Asking, id: string): Promise<EmploymentProfile | null> {
  return askEntity(parties, party, asking, { kind: 'SwEmployment', id, selection: 'hoursPerWeek workForm', shape: profileShape });
}
