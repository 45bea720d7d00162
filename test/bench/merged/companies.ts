/** One company and its placements, with the worker, the place and the agreement of each: three statements for a page of any length. */
import type { GraphQLResolveInfo } from 'graphql';
import { agreementNode, agreementsByIds } from './agreements.js';
import { type Context, cursorOf, isOpen, keyOf, page, Refused } from './context.js';
import { companyNode, type CompanyRow } from './person-lists.js';
import { selected } from './selection.js';

const COMPANY = `select code, name as company_name, live, roster_as_of, workplaces_as_of from company where code = $1`;
/** In force on the business date; what was suspended by an agreement is none here, as nothing of the bench suspends. */
const ACTIVE = `p.from_on <= $2 and (p.until_on is null or p.until_on >= $2)`;
const SCOPE = `p.company = $1 and ($3 or e.paying_municipality = any($4)) and ($5 = false or (${ACTIVE}))`;
const PAGE = `
  select p.id, p.position, p.hirer_name, p.function, p.agreement, p.work_form, p.hours_per_week, p.from_on, p.until_on, p.workplace, w.title, w.status, p.employment, e.worker_name, e.person
  from placement p left join employment e on e.id = p.employment left join workplace w on w.id = p.workplace
  where ${SCOPE} and ($6::text is null or p.position > $6) order by p.position limit $7`;
const COUNT = `select count(*)::int as count from placement p left join employment e on e.id = p.employment where ${SCOPE} and $2::date is not null`;
/** Full to the company itself; to another the name, where an agreement shares it. */
const WORKERS = `
  select e.id, e.worker_name, e.person, e.company = $2 as own, exists (select 1 from employment_share s where s.employment = e.id and s.body = $3) as shared from employment e where e.id = any($1)`;

interface PlacementRow {
  readonly id: string;
  readonly position: string;
  readonly hirer_name: string | null;
  readonly function: string | null;
  readonly agreement: string | null;
  readonly work_form: string;
  readonly hours_per_week: string | null;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly workplace: string | null;
  readonly title: string | null;
  readonly status: string | null;
  readonly employment: string | null;
  readonly worker_name: string | null;
  readonly person: string | null;
}

export async function swCompany(_root: unknown, { code }: { code: string }, context: Context): Promise<object> {
  const [row] = await context.session.read<CompanyRow>('company', COMPANY, [code]);
  if (!row) throw new Refused('NOT_FOUND');
  return companyNode(context, row);
}

interface ListArgs {
  readonly filter?: { readonly status?: string | null } | null;
  readonly first: number;
  readonly after?: string | null;
}

export async function placements({ code }: { code: string }, { filter, first, after }: ListArgs, context: Context, info: GraphQLResolveInfo): Promise<object | null> {
  if (!isOpen(context, 'placements')) return null;
  const { session, asking, registers } = context;
  if (first < 1 || first > 200) throw new Refused('BAD_USER_INPUT');
  const own = registers.parties.some(({ company, body }) => company?.code === code && body === asking.scope.company);
  const question = [code, asking.on, own, asking.scope.municipalities, filter?.status === 'ACTIVE'];
  const position = positionOf(code, keyOf(after)?.[1] ?? null);
  const [rows, counted] = await Promise.all([
    session.read<PlacementRow>('placement-page', PAGE, [...question, position, first + 1]),
    session.read<{ count: number }>('placement-count', COUNT, question),
  ]);
  const shown = rows.slice(0, first);
  session.processed(shown.flatMap(({ person }) => person ?? []));
  const agreements = selected(info).has('nodes.agreement') ? await agreementsOf(context, shown, code) : new Map<string, object>();
  return page(rows, first, counted[0]?.count ?? 0, ({ id }) => cursorOf('P', id.split(':')[2] ?? ''), (row) => placementNode(row, agreements));
}

/** One of the systems orders by number, the others by text. */
function positionOf(code: string, local: string | null): string | null {
  return local !== null && code === 'leiden' ? local.padStart(10, '0') : local;
}

function placementNode(row: PlacementRow, agreements: ReadonlyMap<string, object>): object {
  return {
    id: row.id, hirer: row.hirer_name === null ? null : { name: row.hirer_name }, function: row.function, workForm: row.work_form, hoursPerWeek: row.hours_per_week, from: row.from_on, until: row.until_on,
    workplace: row.workplace === null ? null : { id: row.workplace, title: row.title, status: row.status },
    employment: row.employment === null ? null : { id: row.employment, workerName: row.worker_name === null ? null : { full: row.worker_name } },
    agreement: row.agreement === null ? null : (agreements.get(row.agreement) ?? null),
  };
}

async function agreementsOf(context: Context, placements: readonly PlacementRow[], code: string): Promise<Map<string, object>> {
  const { session, asking } = context;
  const rows = await agreementsByIds(context, placements.flatMap(({ agreement }) => agreement ?? []));
  const nodes = rows.map((row) => agreementNode(context, row));
  if (nodes.length === 0) return new Map();
  const ids = nodes.map((node) => node['employmentId']);
  const workers = await session.read<{ id: string; worker_name: string | null; person: string; own: boolean; shared: boolean }>('agreement-workers', WORKERS, [ids, code, asking.viewer.body]);
  session.processed(workers.flatMap(({ person, own, shared }) => (own || shared ? [person] : [])));
  const names = new Map(workers.map((one) => [one.id, (one.own || one.shared) && one.worker_name !== null ? { full: one.worker_name } : null]));
  return new Map(nodes.map((node) => [String(node['id']), { ...node, employment: { id: node['employmentId'], workerName: names.get(String(node['employmentId'])) ?? null } }]));
}
