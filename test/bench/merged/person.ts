/** A person's dossier and the worklist of applications. */
import type { GraphQLResolveInfo } from 'graphql';
import { agreementNode, agreementsOfPersons } from './agreements.js';
import { type Context, cursorOf, demand, grouped, keyOf, list, page, Refused } from './context.js';
import {
  APPLICATION_COLUMNS, applicationNode, type ApplicationRow, applicationsOf, benefitsOf, employmentNode, employmentsOf, indicationNode, indicationsOf, personNode, personsOf, representativesOf,
  trajectoriesOf, trajectoryNode,
} from './person-lists.js';
import { selected } from './selection.js';

const OFFERS = `
  select o.id, o.recorded_on, o.choice, o.chosen, w.title from offer o left join workplace w on w.id = o.chosen where o.person = $1 and o.recorded_by = $2 order by o.recorded_on, o.id`;

export async function person(_root: unknown, { id }: { id: string }, context: Context, info: GraphQLResolveInfo): Promise<object> {
  demand(context, 'persons');
  const [row] = await personsOf(context, [id]);
  if (!row) throw new Refused('NOT_FOUND');
  const asked = selected(info);
  const [representatives, applications, benefits, indications, trajectories, employments, offers, agreements] = await Promise.all([
    representativesOf(context, id, asked.has('representatives')),
    applicationsOf(context, id, asked.has('applications')),
    benefitsOf(context, id, asked.has('benefits')),
    list(context, asked.has('indications'), 'indications', async () => (await indicationsOf(context, [id])).map((one) => indicationNode(context, one))),
    list(context, asked.has('trajectories'), 'trajectories', async () => (await trajectoriesOf(context, [id])).map(trajectoryNode)),
    list(context, asked.has('employments'), 'employments', async () => (await employmentsOf(context, [id])).map((one) => employmentNode(context, one))),
    list(context, asked.has('offers'), 'offers', () => offersOf(context, id)),
    list(context, asked.has('agreements'), 'agreements', async () => (await agreementsOfPersons(context, [id])).map((one) => agreementNode(context, one))),
  ]);
  return { ...personNode(row), representatives, applications, benefits, indications, trajectories, employments, offers, agreements };
}

async function offersOf({ session, asking }: Context, person: string): Promise<object[]> {
  const rows = await session.read<{ id: string; recorded_on: string; choice: string | null; chosen: string | null; title: string | null }>('offers', OFFERS, [person, asking.viewer.body]);
  return rows.map((row) => ({ id: row.id, recordedOn: row.recorded_on, choice: row.choice, chosen: row.chosen === null ? null : { id: row.chosen, title: row.title } }));
}

/** The last day of the term before it rolls, on the business date. */
const DUE = `a.base_due_on + case when a.suspended_since <= coalesce(a.decided_on, $2::date) then coalesce(a.decided_on, $2::date) - a.suspended_since + 1 else 0 end`;
const SCOPE = `
  exists (select 1 from residence r where r.person = a.person and r.municipality = any($1) and r.from_on <= $2 and (r.until_on is null or r.until_on >= $2))
  and (a.kind <> 'DEBT_HELP' or $3) and ($4::text is null or a.municipality = $4) and ($5::boolean is null or (a.decided_on is null) = $5)`;
const PAGE = `
  select ${APPLICATION_COLUMNS}, (${DUE})::text as due
  from application a left join municipality m on m.code = a.municipality
  where ${SCOPE} and ($6::date is null or (${DUE}, a.number) > ($6, $7)) order by ${DUE}, a.number limit $8`;
const COUNT = `select count(*)::int as count from application a where ${SCOPE}`;

interface ListArgs {
  readonly filter?: { readonly municipality?: string | null; readonly open?: boolean | null } | null;
  readonly first: number;
  readonly after?: string | null;
}

export async function applications(_root: unknown, { filter, first, after }: ListArgs, context: Context, info: GraphQLResolveInfo): Promise<object> {
  demand(context, 'applications');
  const { session, asking } = context;
  if (first < 1 || first > 200) throw new Refused('BAD_USER_INPUT');
  const debts = ['schuldhulp', 'inzage'].includes(asking.viewer.purpose ?? '');
  const question = [asking.scope.municipalities, asking.on, debts, filter?.municipality ?? null, filter?.open ?? null];
  const [day, number] = keyOf(after) ?? [];
  const [rows, counted] = await Promise.all([
    session.read<ApplicationRow & { due: string }>('worklist-page', PAGE, [...question, day ?? null, number ?? null, first + 1]),
    session.read<{ count: number }>('worklist-count', COUNT, question),
  ]);
  session.processed(rows.slice(0, first).map((row) => row.person));
  const people = await peopleOf(context, [...new Set(rows.slice(0, first).map((row) => row.person))], selected(info));
  return page(rows, first, counted[0]?.count ?? 0, (row) => cursorOf(row.due, row.number), (row) => applicationNode(context, row, people.get(row.person) ?? { id: row.person }));
}

async function peopleOf(context: Context, ids: readonly string[], asked: ReadonlySet<string>): Promise<Map<string, object>> {
  const under = 'nodes.person.';
  if (!asked.has('nodes.person')) return new Map();
  const [people, indications, trajectories] = await Promise.all([
    personsOf(context, ids),
    list(context, asked.has(`${under}indications`), 'indications', async () => grouped(await indicationsOf(context, ids), (row) => row.person)),
    list(context, asked.has(`${under}trajectories`), 'trajectories', async () => grouped(await trajectoriesOf(context, ids), (row) => row.person)),
  ]);
  return new Map(people.map((row) => [row.id, {
    ...personNode(row),
    indications: indications && (indications.get(row.id) ?? []).map((one) => indicationNode(context, one)),
    trajectories: trajectories && (trajectories.get(row.id) ?? []).map(trajectoryNode),
  }]));
}
