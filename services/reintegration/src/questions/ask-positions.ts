/** How many hours on each month end, by category? Exact, so that the companies can be summed before anything is rounded. */
import { z } from 'zod';
import { unavailable } from '#kernel/faults.js';
import type { PartyClient } from '#shell/party-client.js';
import type { LabourPosition } from '../domain/labour-year-forecast.js';
import { askEntity, type Asking, companyId, type CompanyParty } from './ask-company.js';

const position = z.object({ monthEnd: z.iso.date(), municipality: z.string(), category: z.enum(['MODERATE', 'SEVERE']), hoursPerWeek: z.string() });
const positionsShape = z.object({ asOf: z.string().nullable(), labourPositions: z.array(position).nullable() });

export async function askPositions(parties: PartyClient, party: CompanyParty, asking: Asking, years: readonly number[]): Promise<{ asOf: string | null; rows: LabourPosition[] }> {
  const answers = await Promise.all(years.map((year) => askEntity(parties, party, asking, {
    kind: 'SwCompany',
    id: companyId(party.company.code),
    declarations: '$year: Int!',
    selection: 'asOf labourPositions(year: $year) { monthEnd municipality category hoursPerWeek }',
    variables: { year },
    shape: positionsShape,
  })));
  if (answers.some((answer) => !answer?.labourPositions)) throw unavailable(party.body);
  return { asOf: answers[0]?.asOf ?? null, rows: answers.flatMap((answer) => answer?.labourPositions ?? []) };
}
