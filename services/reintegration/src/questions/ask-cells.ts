/** How many workers, by these dimensions? Unsuppressed, so that the companies can be summed before anything is hidden. */
import { z } from 'zod';
import { unavailable } from '#kernel/faults.js';
import type { PartyClient } from '#shell/party-client.js';
import type { SwDimension, SwFilter } from '../domain/directory-ports.js';
import type { Cell } from '#kernel/disclosure.js';
import { askEntity, type Asking, companyId, type CompanyParty } from './ask-company.js';

const cellsShape = z.object({
  asOf: z.string().nullable(),
  cells: z.array(z.object({ key: z.array(z.string()), count: z.number().int().nonnegative() })).nullable(),
});

export async function askCells(
  parties: PartyClient,
  party: CompanyParty,
  asking: Asking,
  by: readonly SwDimension[],
  where: SwFilter,
): Promise<{ asOf: string | null; rows: readonly Cell[] }> {
  const answer = await askEntity(parties, party, asking, {
    kind: 'SwCompany',
    id: companyId(party.company.code),
    declarations: '$by: [SwDimension!]!, $where: SwStatisticsFilter',
    selection: 'asOf cells(by: $by, where: $where) { key count }',
    variables: { by, where },
    shape: cellsShape,
  });
  if (!answer?.cells) throw unavailable(party.body);
  return { asOf: answer.asOf, rows: answer.cells };
}
