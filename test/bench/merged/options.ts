/** A place for this worker at all companies: two statements, and the same ranking by stated reasons. */
import { type Context, demand, Refused } from './context.js';
import { companyNode, employmentsOf, indicationsOf, type CompanyRow } from './person-lists.js';
import { rules } from './rules.js';

const OPEN = `
  select id, company, title, employer_id is not null as "atEmployer", employer_name, function, postcode_area as "postcodeArea", hours_min as "hoursPerWeekMin", hours_max as "hoursPerWeekMax", adaptations,
    supervision_hours as "supervisionHoursPerWeek", available_from as "availableFrom", status
  from workplace where status = 'OPEN'`;
const COMPANIES = `select code, body, name as company_name, live, roster_as_of, workplaces_as_of from company`;

interface OpenRow {
  readonly id: string;
  readonly company: string;
  readonly title: string | null;
  readonly employer_name: string | null;
  readonly hoursPerWeekMin: string | null;
  readonly hoursPerWeekMax: string | null;
  readonly status: string;
}

export async function workplaceOptions(_root: unknown, { person, first }: { person: string; first: number }, context: Context): Promise<object> {
  demand(context, 'options');
  const { session, asking } = context;
  if (first < 1 || first > 200) throw new Refused('BAD_USER_INPUT');
  const indications = await indicationsOf(context, [person]);
  const employments = await employmentsOf(context, [person]);
  if (indications.length === 0 && employments.length === 0) throw new Refused('NOT_FOUND');
  const [open, companies] = await Promise.all([session.read<OpenRow>('open-places', OPEN, []), session.read<CompanyRow & { body: string }>('companies', COMPANIES, [])]);
  const ground = context.ground(asking.on);
  const current = employments.filter((one) => one.from_on <= asking.on && (one.until_on === null || asking.on <= one.until_on)).at(-1) ?? null;
  const employed = current && { hoursPerWeek: current.hours_per_week, until: current.until_on };
  const facts = rules.search.workerFacts(rules.search.decisiveIndication(indications, asking.on), employed, rules.search.NO_WISHES, ground);
  const { matches } = rules.search.rankPlaces([{ rows: open }], facts, ground, first);
  const places = new Map(open.map((one) => [one.id, one]));
  const answered = new Map(companies.map((one) => [one.code, one]));
  return {
    options: matches.map(({ workplace, ...reasons }) => ({ ...reasons, workplace: placeNode(places.get(workplace)) })),
    sources: context.registers.parties.flatMap(({ company, body }) => {
      const row = company && answered.get(company.code);
      return row ? [{ body: context.bodies.get(body), answered: true, asOf: companyNode(context, row).asOf }] : [];
    }),
  };
}

function placeNode(row: OpenRow | undefined): object | null {
  return row === undefined ? null : {
    id: row.id, title: row.title, employer: row.employer_name === null ? null : { name: row.employer_name }, company: { code: row.company }, hoursPerWeekMin: row.hoursPerWeekMin,
    hoursPerWeekMax: row.hoursPerWeekMax, status: row.status,
  };
}
