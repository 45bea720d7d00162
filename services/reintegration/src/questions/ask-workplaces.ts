/** Which places does a company have, and what are they like? Free places are open to all bodies of the federation. */
import { z } from 'zod';
import { unavailable } from '#kernel/faults.js';
import type { PartyClient } from '#shell/party-client.js';
import type { OpenWorkplace } from '../domain/matching.js';
import { askEntity, type Asking, companyId, type CompanyParty } from './ask-company.js';

const PAGE = 200;
const PLACE = `id function postcodeArea hoursPerWeekMin hoursPerWeekMax adaptations { code } supervisionHoursPerWeek availableFrom employer { id }`;

const placeShape = z.object({
  id: z.string(),
  function: z.string().nullable(),
  postcodeArea: z.string().nullable(),
  hoursPerWeekMin: z.string().nullable(),
  hoursPerWeekMax: z.string().nullable(),
  adaptations: z.array(z.object({ code: z.string() })).nullable(),
  supervisionHoursPerWeek: z.string().nullable(),
  availableFrom: z.string().nullable(),
  employer: z.object({ id: z.string() }).nullable(),
});
const pageShape = z.object({
  asOf: z.string().nullable(),
  workplaces: z.object({ nodes: z.array(placeShape.nullable()), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) }).nullable(),
});

/** All open places of one company, page after page. */
export async function askOpenWorkplaces(parties: PartyClient, party: CompanyParty, asking: Asking): Promise<{ asOf: string | null; rows: OpenWorkplace[] }> {
  const rows: OpenWorkplace[] = [];
  let after: string | null = null;
  for (;;) {
    const page: z.infer<typeof pageShape> | null = await askEntity(parties, party, asking, {
      kind: 'SwCompany',
      id: companyId(party.company.code),
      declarations: '$after: String',
      selection: `asOf workplaces(filter: { status: OPEN }, first: ${PAGE}, after: $after) { nodes { ${PLACE} } pageInfo { hasNextPage endCursor } }`,
      variables: { after },
      shape: pageShape,
    });
    if (!page?.workplaces) throw unavailable(party.body);
    rows.push(...page.workplaces.nodes.filter((one) => one !== null).map(toWorkplace));
    if (!page.workplaces.pageInfo.hasNextPage) return { asOf: page.asOf, rows };
    after = page.workplaces.pageInfo.endCursor;
  }
}

export async function askWorkplace(parties: PartyClient, party: CompanyParty, asking: Asking, id: string): Promise<OpenWorkplace | null> {
  const place = await askEntity(parties, party, asking, { kind: 'Workplace', id, selection: PLACE, shape: placeShape });
  return place === null ? null : toWorkplace(place);
}

function toWorkplace({ employer, adaptations, ...place }: z.infer<typeof placeShape>): OpenWorkplace {
  return { ...place, adaptations: (adaptations ?? []).map((one) => one.code), atEmployer: employer !== null };
}
