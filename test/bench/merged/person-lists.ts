/** The lists of persons, each one statement however many persons; the scope of the viewer stands in every one of them. */
import { instant, list, type Context } from './context.js';
import { rules } from './rules.js';

interface OfPerson {
  readonly person: string;
}

/** The person lives in a municipality that the viewer's body answers for. */
const RESIDENT = (person: string, municipalities: string, on: string): string =>
  `exists (select 1 from residence r where r.person = ${person} and r.municipality = any(${municipalities}) and r.from_on <= ${on} and (r.until_on is null or r.until_on >= ${on}))`;

const PERSONS = `
  select p.id, p.bsn, p.name, p.birth_date, home.municipality, m.name as municipality_name
  from person p
  left join lateral (select municipality from residence r where r.person = p.id and r.from_on <= $3 and (r.until_on is null or r.until_on >= $3) order by r.from_on desc limit 1) home on true
  left join municipality m on m.code = home.municipality
  where p.id = any($1) and ${RESIDENT('p.id', '$2', '$3')}`;
const REPRESENTATIVES = `
  select number, person, kind, name from representative where person = any($1) and from_on <= $2 and (until_on is null or until_on >= $2) order by from_on, number`;
export const APPLICATION_COLUMNS = `
  a.number, a.person, a.kind, a.municipality, m.name as municipality_name, a.received_on as "receivedOn", a.decided_on as "decidedOn", a.term_weeks as "termWeeks", a.new_term_told_on as "newTermToldOn",
  a.new_term_until as "newTermUntil", a.default_notice_on as "defaultNoticeOn",
  (select coalesce(json_agg(json_build_object('from', s.from_on, 'until', s.until_on) order by s.from_on), '[]') from suspension s where s.application = a.number) as suspensions,
  (select d.as_of from delivery d where d.kind = 'applications') as as_of`;
const APPLICATIONS = `
  select ${APPLICATION_COLUMNS} from application a left join municipality m on m.code = a.municipality
  where a.person = any($1) and (a.kind <> 'DEBT_HELP' or $2) order by a.received_on, a.number`;
const BENEFITS = `
  select number, person, scheme, status, from_on, until_on, monthly_amount, (select d.as_of from delivery d where d.kind = 'benefits') as as_of
  from benefit where person = any($1) order by from_on, number`;
const INDICATIONS = `
  select number, person, kind, category, decided_on as "decidedOn", valid_until as "validUntil", advice_supervised_employment as "adviceSupervisedEmployment", adaptations, postcode_area as "postcodeArea"
  from indication where person = any($1) and municipality = any($2) order by decided_on, number`;
const TRAJECTORIES = `
  select number, person, instrument, from_on, until_on, outcome from trajectory where person = any($1) and municipality = any($2) order by from_on, number`;
const EMPLOYMENTS = `
  select e.id, e.person, e.worker_name, e.work_form, e.hours_per_week, e.from_on, e.until_on, e.formal_employer, e.paying_municipality = any($2) as shown,
    c.code, c.name as company_name, c.live, c.roster_as_of, c.workplaces_as_of
  from employment e join company c on c.code = e.company
  where e.person = any($1) and exists (select 1 from indication i where i.person = e.person and i.municipality = any($2)) order by e.from_on, e.id`;

export interface PersonRow {
  readonly id: string;
  readonly bsn: string;
  readonly name: string;
  readonly birth_date: string;
  readonly municipality: string | null;
  readonly municipality_name: string | null;
}

export async function personsOf({ session, asking }: Context, ids: readonly string[]): Promise<PersonRow[]> {
  const rows = await session.read<PersonRow>('persons', PERSONS, [ids, asking.scope.municipalities, asking.on]);
  session.processed(rows.map(({ id }) => id));
  return rows;
}

export interface ApplicationRow extends OfPerson {
  readonly number: string;
  readonly kind: string;
  readonly municipality: string;
  readonly municipality_name: string;
  readonly receivedOn: string;
  readonly decidedOn: string | null;
  readonly suspensions: readonly { from: string; until: string | null }[];
  readonly as_of: string | null;
}

export function applicationNode(context: Context, row: ApplicationRow, person: object): object {
  const { asking, registers } = context;
  const term = rules.terms.applicationTerm(row, row.suspensions, asking.on, registers.parameters);
  return {
    id: `benefits:A:${row.number}`, kind: row.kind, person, municipality: { code: row.municipality, name: row.municipality_name }, receivedOn: row.receivedOn, decidedOn: row.decidedOn,
    suspensions: row.suspensions, dueOn: term.lastDay, daysLeft: term.daysLeft, netDays: term.elapsed.netDays, source: registerSource(context, row.as_of),
  };
}

export interface IndicationRow extends OfPerson {
  readonly kind: string;
  readonly category: string | null;
  readonly decidedOn: string;
  readonly validUntil: string | null;
  readonly adaptations: readonly string[];
}

export async function indicationsOf({ session, asking }: Context, persons: readonly string[]): Promise<IndicationRow[]> {
  const rows = await session.read<IndicationRow>('indications', INDICATIONS, [persons, asking.scope.municipalities]);
  session.processed(rows.map(({ person }) => person));
  return rows;
}

export function indicationNode({ adaptations }: Context, row: IndicationRow): object {
  const { kind, category, validUntil } = row;
  return { kind, category, validUntil, reindicationDueOn: rules.indications.reindicationDueOn(row), adaptations: row.adaptations.map((code) => ({ code, text: adaptations.get(code) ?? code })) };
}

interface TrajectoryRow extends OfPerson {
  readonly number: string;
  readonly instrument: string;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly outcome: string | null;
}

export async function trajectoriesOf({ session, asking }: Context, persons: readonly string[]): Promise<TrajectoryRow[]> {
  const rows = await session.read<TrajectoryRow>('trajectories', TRAJECTORIES, [persons, asking.scope.municipalities]);
  session.processed(rows.map(({ person }) => person));
  return rows;
}

export function trajectoryNode({ number: id, instrument, from_on: from, until_on: until, outcome }: TrajectoryRow): object {
  return { id, instrument, from, until, outcome };
}

interface EmploymentRow extends OfPerson {
  readonly id: string;
  readonly worker_name: string | null;
  readonly work_form: string;
  readonly hours_per_week: string | null;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly formal_employer: string | null;
  /** Its municipality pays and the viewer's body acts for it; else only where somebody works is told. */
  readonly shown: boolean;
  readonly code: string;
  readonly company_name: string;
  readonly live: boolean;
  readonly roster_as_of: string | null;
  readonly workplaces_as_of: string | null;
}

export async function employmentsOf({ session, asking }: Context, persons: readonly string[]): Promise<EmploymentRow[]> {
  const rows = await session.read<EmploymentRow>('employments', EMPLOYMENTS, [persons, asking.scope.municipalities]);
  session.processed(rows.map(({ person }) => person));
  return rows;
}

export interface CompanyRow {
  readonly code: string;
  readonly company_name: string;
  readonly live: boolean;
  readonly roster_as_of: string | null;
  readonly workplaces_as_of: string | null;
}

/** A system that is asked itself is as of now, on the business clock; one of files is as old as its oldest file. */
export function companyNode({ asking }: Context, { code, company_name: name, live, roster_as_of: roster, workplaces_as_of: workplaces }: CompanyRow): { code: string; name: string; asOf: string | null; fresh: boolean } {
  const age = live ? { asOf: `${asking.on}${new Date().toISOString().slice(10)}`, fresh: true } : rules.files.freshnessOf({ roster, workplaces }, asking.on);
  return { code, name, ...age };
}

export function employmentNode(context: Context, row: EmploymentRow): object {
  const known = { id: row.id, company: companyNode(context, row) };
  if (!row.shown) return known;
  const formalEmployer = row.formal_employer === null ? null : (context.bodies.get(row.formal_employer) ?? null);
  return {
    ...known, workerName: row.worker_name === null ? null : { full: row.worker_name }, workForm: row.work_form, hoursPerWeek: row.hours_per_week, from: row.from_on, until: row.until_on, formalEmployer,
  };
}

export function personNode(row: PersonRow): Record<string, unknown> {
  const { id, bsn, name, birth_date: birthDate, municipality, municipality_name: homeName } = row;
  return { id, bsn, name: { full: name }, birthDate, residence: municipality === null ? null : { code: municipality, name: homeName } };
}

export function representativesOf(context: Context, person: string, asked: boolean): Promise<object[] | null> {
  return list(context, asked, 'representation', async () => {
    const rows = await context.session.read<{ number: string; kind: string; name: string }>('representatives', REPRESENTATIVES, [[person], context.asking.on]);
    return rows.map(({ number, kind, name }) => ({ id: `benefits:R:${number}`, kind, name: { full: name } }));
  });
}

export function applicationsOf(context: Context, person: string, asked: boolean): Promise<object[] | null> {
  return list(context, asked, 'applications', async () => {
    const debts = ['schuldhulp', 'inzage'].includes(context.asking.viewer.purpose ?? '');
    const rows = await context.session.read<ApplicationRow>('applications', APPLICATIONS, [[person], debts]);
    return rows.map((row) => applicationNode(context, row, { id: row.person }));
  });
}

export function benefitsOf(context: Context, person: string, asked: boolean): Promise<object[] | null> {
  return list(context, asked, 'benefits', async () => {
    const rows = await context.session.read<{ number: string; scheme: string; status: string; from_on: string; until_on: string | null; monthly_amount: string | null; as_of: string | null }>('benefits', BENEFITS, [[person]]);
    return rows.map((row) => ({ id: `benefits:B:${row.number}`, scheme: row.scheme, status: row.status, from: row.from_on, until: row.until_on, monthlyAmount: row.monthly_amount, source: registerSource(context, row.as_of) }));
  });
}

/** Whose register of residents it is. */
const REGISTER_BODY = 'werk-en-inkomen';

function registerSource({ bodies, asking }: Context, asOf: string | null): object {
  return { body: bodies.get(REGISTER_BODY) ?? null, asOf: instant(asOf), fresh: rules.source.isFresh(asOf, asking.on) };
}
