/**
 * The rows of a country, made of the pilot's by the databases themselves: each added client is a pilot's client under another id, in another municipality. Not imported, because
 * files of this size take hours and say nothing here; the columns that an import derives (terms, profiles, pointers) are copied or made with the rows.
 */
import type { Client } from 'pg';
import { inDatabase } from '../../merged/copy.js';
import { addedCompanies, addedMunicipalities, COUNTRY, databaseOf, MODEL, PILOT, type Size } from './country.js';

export interface Databases {
  /** The superuser's, by database. */
  readonly adminUrl: (database?: string) => string;
  /** The role that serves the added companies: that of the company whose system they have. */
  readonly appRole: string;
  readonly say: (line: string) => void;
}

const MODEL_DATABASE = databaseOf(MODEL.replaceAll('-', '_'));

/** The same person in another place: another pseudonym of 43 characters. */
const OTHER = (person: string): string => `translate(encode(sha256((${person} || ':' || k.n)::bytea), 'base64'), '+/=', '-_')`;
/** Copy n of municipality m lies in one of the added ones. */
const ELSEWHERE = (municipality: string): string => `(select a.code from added a where a.place = (k.n * 3 + (select o.place from own o where o.code = ${municipality})) % (select count(*) from added))`;
/** Nine digits that pass the eleven-test, from 100 000 009 on. */
const BSNS = `
  select row_number() over (order by n) as place, n::text as bsn from generate_series(100000009, 100000009 + $1::bigint * 12) n
  where (9*(n/100000000%10)+8*(n/10000000%10)+7*(n/1000000%10)+6*(n/100000%10)+5*(n/10000%10)+4*(n/1000%10)+3*(n/100%10)+2*(n/10%10)-(n%10)) % 11 = 0`;

const REGISTER_STEPS: readonly string[] = [
  `insert into person (id, bsn, name, birth_date) select ${OTHER('p.id')}, b.bsn, p.name, p.birth_date
   from (select *, row_number() over (order by id) as place from pilot_person) p cross join copies k join bsns b on b.place = (k.n - 1) * (select count(*) from pilot_person) + p.place`,
  `insert into client select c.client_number || '-' || k.n, ${OTHER('c.person_id')} from pilot_client c cross join copies k`,
  `insert into residence select c.client_number || '-' || k.n, ${OTHER('c.person_id')}, ${ELSEWHERE('c.municipality')}, c.from_on, c.until_on from pilot_residence c cross join copies k`,
  `insert into representative select c.representative_number || '-' || k.n, c.client_number || '-' || k.n, ${OTHER('c.person_id')}, c.kind, c.name, c.from_on, c.until_on from pilot_representative c cross join copies k`,
  `insert into application select c.application_number || '-' || k.n, c.client_number || '-' || k.n, ${OTHER('c.person_id')}, c.kind, ${ELSEWHERE('c.municipality')}, c.received_on, c.decided_on, c.decision, c.base_due_on,
   c.suspended_since, c.term_weeks, c.new_term_told_on, c.new_term_until, c.default_notice_on, c.due_rolls from pilot_application c cross join copies k`,
  `insert into suspension select c.application_number || '-' || k.n, c.from_on, c.until_on, c.reason, c.legal_ground from pilot_suspension c cross join copies k`,
  `insert into benefit select c.benefit_number || '-' || k.n, c.client_number || '-' || k.n, ${OTHER('c.person_id')}, c.scheme, c.status, c.from_on, c.until_on, c.monthly_amount from pilot_benefit c cross join copies k`,
];
const COPIED = ['person', 'client', 'residence', 'representative', 'application', 'suspension', 'benefit'];

export async function fillCountry(databases: Databases, size: Size = COUNTRY): Promise<void> {
  const { adminUrl, say } = databases;
  const copies = Math.ceil((size.clients - PILOT.clients) / PILOT.clients);
  const perCompany = Math.ceil((size.workers - PILOT.workers) / (size.companies - PILOT.companies));
  const codes = addedCompanies(size);
  await inDatabase(adminUrl('benefits'), (client) => fillRegister(client, copies, size, codes.length * perCompany));
  say(`register of residents: ${copies} copies of the pilot`);
  await inDatabase(adminUrl('reintegration'), (client) => fillDirectory(client, adminUrl('benefits'), copies, codes, perCompany));
  say(`directory: ${codes.length * perCompany} workers`);
  await makeModel(databases);
  for (const [index, code] of codes.entries()) await fillCompany(databases, code, index * perCompany, perCompany);
  say(`${codes.length} companies of ${perCompany} workers`);
}

async function fillRegister(client: Client, copies: number, size: Size, workers: number): Promise<void> {
  await client.query(`set session_replication_role = replica; set work_mem = '256MB'`);
  await client.query(`create temporary table copies as select n from generate_series(1, ${copies}) n`);
  await client.query(`create temporary table own as select code, row_number() over (order by code) - 1 as place from municipality`);
  await client.query('create temporary table added as select code, row_number() over (order by code) - 1 as place from unnest($1::text[]) code', [addedMunicipalities(size)]);
  await client.query(`create temporary table bsns as ${BSNS.replace('$1::bigint', String(size.clients * 1.02 | 0))}`);
  await client.query('create index on bsns (place)');
  await client.query(`delete from bsns where bsn in (select bsn from person)`);
  await client.query(`update bsns set place = row.place from (select bsn, row_number() over (order by bsn) as place from bsns) row where row.bsn = bsns.bsn`);
  for (const table of COPIED) await client.query(`create temporary table pilot_${table} as select * from ${table}`);
  await client.query(`insert into municipality (code, name) select code, 'Gemeente ' || code from added`);
  for (const step of REGISTER_STEPS) await client.query(step);
  // Who works where, for the other databases; the superuser's own and no table of the service.
  await client.query('create schema if not exists bench');
  await client.query(`create table bench.worker as select row_number() over (order by p.id) - 1 as n, p.id as person, p.name, p.birth_date, h.municipality
    from person p join lateral (select municipality from residence r where r.person_id = p.id and r.until_on is null limit 1) h on h.municipality in (select code from added)
    where p.birth_date between '1950-01-01' and '1990-12-31' order by p.id limit ${workers}`);
  await client.query('create index on bench.worker (n)');
  const made = await client.query<{ count: number }>('select count(*)::int as count from bench.worker');
  if (made.rows[0]?.count !== workers) throw new Error(`there are ${made.rows[0]?.count} clients of working age for ${workers} workers`);
  await client.query('analyze');
}

async function fillDirectory(client: Client, register: string, copies: number, codes: readonly string[], perCompany: number): Promise<void> {
  await client.query(`set session_replication_role = replica; create extension if not exists dblink`);
  await client.query(`create temporary table copies as select n from generate_series(1, ${copies}) n`);
  await client.query(`create temporary table worker as select * from dblink('${register}', 'select n, person, municipality from bench.worker') as r (n bigint, person text, municipality text)`);
  await client.query('create temporary table pilot_trajectory as select * from trajectory');
  await client.query(`create temporary table home as select * from dblink('${register}', 'select person_id, min(municipality) from residence where until_on is null group by 1') as r (person text, municipality text)`);
  await client.query('create index on home (person)');
  await client.query(`insert into trajectory select t.number || '-' || k.n, o.person, coalesce(h.municipality, t.municipality), t.instrument, t.programme, t.from_date, t.until_date, t.outcome, t.provider_name, t.provider_kind, t.as_of
    from pilot_trajectory t cross join copies k cross join lateral (select ${OTHER('t.person')} as person) o left join home h on h.person = o.person`);
  await client.query(`create temporary table pilot_indication as select *, row_number() over (order by number) - 1 as place from indication`);
  await client.query(`insert into indication (number, person, municipality, kind, category, applied_on, decided_on, valid_until, reindication_requested_on, advice_supervised_employment, adaptations, waiting_since, postcode_area, as_of)
    select 'B' || w.n, w.person, w.municipality, i.kind, i.category, i.applied_on, i.decided_on, i.valid_until, i.reindication_requested_on, i.advice_supervised_employment, i.adaptations, null, i.postcode_area, i.as_of
    from worker w join pilot_indication i on i.place = w.n % (select count(*) from pilot_indication)`);
  await client.query(`insert into employment_pointer (person, company, employment, from_date, until_date)
    select w.person, 'sw-' || code, code || ':E:' || (w.n % ${perCompany} + 1), date '2009-01-01' + (w.n % 1500)::int, null from worker w join unnest($1::text[]) with ordinality c (code, place) on c.place - 1 = w.n / ${perCompany}`, [codes]);
  await client.query('analyze');
}

/** A company without people: its tables, employers and places, and of its employments and placements the pattern. */
async function makeModel({ adminUrl }: Databases): Promise<void> {
  await inDatabase(adminUrl(), async (client) => {
    await client.query('drop database if exists bench_company with (force)');
    await client.query(`create database bench_company template ${MODEL_DATABASE}`);
  });
  await inDatabase(adminUrl('bench_company'), async (client) => {
    await client.query(`set session_replication_role = replica; create extension if not exists dblink; create schema bench`);
    await client.query(`create table bench.placed as select p.*, row_number() over (order by p.number) - 1 as place from placement p where p.agreement is null and p.workplace is null`);
    await client.query(`create table bench.employed as select e.*, row_number() over (order by e.number) - 1 as place from employment e`);
    await client.query(`truncate placement, employment, worker, employment_share, acceptance, hold, hold_lease, hold_tombstone, succession, placement_suspension, inbox, outbox, audit,
      processing_log, processing_unsent, access_log, access_linked, access_unlinked, access_forgotten, figures_question, figures_population cascade`);
  });
}

async function fillCompany({ adminUrl, appRole }: Databases, code: string, first: number, count: number): Promise<void> {
  const database = databaseOf(code);
  await inDatabase(adminUrl(), async (client) => {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database} template bench_company`);
    await client.query(`grant connect on database ${database} to ${appRole}`);
  });
  await inDatabase(adminUrl(database), async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(`create temporary table mine as select n - ${first} as n, person, name, birth_date, municipality
      from dblink('${adminUrl('benefits')}', 'select n, person, name, birth_date, municipality from bench.worker where n >= ${first} and n < ${first + count}') as r (n bigint, person text, name text, birth_date date, municipality text)`);
    await client.query('insert into worker (person, name, birth_date) select person, name, birth_date from mine');
    await client.query(`insert into employment (number, person, work_form, hours_per_week, from_date, until_date, paying_municipality, formal_employer, category, paid_percentage)
      select (m.n + 1)::text, m.person, t.work_form, t.hours_per_week, date '2009-01-01' + ((m.n + ${first}) % 1500)::int, null, m.municipality, 'gm-' || m.municipality, t.category, t.paid_percentage
      from mine m join bench.employed t on t.place = m.n % (select count(*) from bench.employed)`);
    await client.query(`insert into placement (number, employment, workplace, hirer_id, function, supervisor, work_form, hours_per_week, fee_per_hour, from_date, until_date)
      select (600000 + m.n)::text, (m.n + 1)::text, null, t.hirer_id, t.function, t.supervisor, t.work_form, t.hours_per_week, t.fee_per_hour, t.from_date, t.until_date
      from mine m join bench.placed t on t.place = m.n / 2 % (select count(*) from bench.placed) where m.n % 2 = 0`);
    await client.query('analyze');
  });
}
