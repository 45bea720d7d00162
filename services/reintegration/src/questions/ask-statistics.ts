/** What one company supplies to the half-yearly statistics about these persons. A company that cannot tell of the half-year has not answered. */
import { z } from 'zod';
import { unavailable } from '#kernel/faults.js';
import type { PartyClient } from '#shell/party-client.js';
import type { SuppliedEmployment } from '../domain/statistics/supplied-facts.js';
import { askEntity, type Asking, companyId, type CompanyParty } from './ask-company.js';

const FORM = 'from until hoursPerWeek paidPercentage';
const SELECTION = `employmentStatistics(halfYear: $halfYear, persons: $persons) {
  known employments { person payingMunicipality contract { ${FORM} secondment } supervised { ${FORM} } leavingReason destination } }`;

const form = { from: z.iso.date(), until: z.iso.date().nullable(), hoursPerWeek: z.string().regex(/^\d+(\.\d+)?$/).nullable(), paidPercentage: z.number().int().nonnegative().nullable() };
const employment = z.object({
  person: z.string(),
  payingMunicipality: z.string().regex(/^\d{4}$/).nullable(),
  contract: z.object({ ...form, secondment: z.number().int().min(1).max(3).nullable() }).nullable(),
  supervised: z.object(form).nullable(),
  leavingReason: z.number().int().min(1).max(9).nullable(),
  destination: z.number().int().min(1).max(11).nullable(),
});
const answerShape = z.object({ employmentStatistics: z.object({ known: z.boolean(), employments: z.array(employment) }).nullable() });

export async function askStatistics(parties: PartyClient, party: CompanyParty, asking: Asking, halfYear: number, persons: readonly string[]): Promise<readonly SuppliedEmployment[]> {
  const answer = await askEntity(parties, party, asking, {
    kind: 'SwCompany',
    id: companyId(party.company.code),
    declarations: '$halfYear: Int!, $persons: [ID!]!',
    selection: SELECTION,
    variables: { halfYear, persons },
    shape: answerShape,
  });
  if (!answer?.employmentStatistics) throw unavailable(party.body);
  if (!answer.employmentStatistics.known) throw unavailable(party.body, `${party.company.name} heeft over dit halfjaar nog niets geleverd: een levering is volledig of is er niet.`);
  return answer.employmentStatistics.employments;
}
