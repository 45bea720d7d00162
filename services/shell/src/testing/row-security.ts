/**
 * Holds the row policies of a database against an oracle: for everyone who may ask, at every door, the rows that a bare SELECT of the app
 * role shows are exactly those that the oracle allows. And holds this check against the policies: each one dropped or loosened is noticed.
 */
import type { DataSource, QueryRunner } from 'typeorm';
import type { Role, Viewer } from '#kernel/viewer.js';
import { loadRegisters } from '#kernel/registers.js';
import { rowSettings, SET_FOR_TRANSACTION, settingValues } from '../row-security/session-settings.js';
import { TEST_APP_ROLE } from './test-database.js';

export type Row = Readonly<Record<string, unknown>>;
export type Seeded = ReadonlyMap<string, readonly Row[]>;

export interface Asker {
  readonly door: string;
  readonly viewer: Viewer;
  readonly from: string;
}

export interface Subject {
  readonly dataSource: DataSource;
  /** Body whose system this is. */
  readonly home: string;
  readonly on: string;
  readonly bodies: readonly string[];
  /** Subjects of tokens: some are persons of the seeded rows. */
  readonly subjects: readonly string[];
  /** Of every protected table: whether this one sees this row. Tables that are not named show nothing at any door but the system's. */
  readonly oracle: Readonly<Record<string, (asker: Asker, row: Row, seeded: Seeded) => boolean>>;
}

const ROLE_SETS: readonly (readonly Role[])[] = [
  [], ['CASE_WORKER'], ['PLACEMENT_OFFICER'], ['WORKER'], ['WIJKTEAM'], ['ANALYST'], ['POLICY_OFFICER'], ['COUNCIL_MEMBER'], ['PARTICIPATION_COUNCIL'],
  ['PRIVACY_OFFICER'], ['OPERATOR'], ['CASE_WORKER', 'WORKER'], ['CASE_WORKER', 'PLACEMENT_OFFICER'], ['CASE_WORKER', 'ANALYST'],
];
const PURPOSES = [null, 'wsw', 'bijstand', 'schuldhulp', 'inzage', 'statistiek', 'levering-statistiek-wsw', 'levering-ddas', 'levering-srg', 'bestaat-niet'];

/** Every role for every purpose: at the readers' door for every body, at the counting doors for the first; and at doors that open nothing or everything whoever comes. */
export function askersOf({ bodies, subjects }: Pick<Subject, 'bodies' | 'subjects'>): Asker[] {
  const asker = (door: string, body: string, roles: readonly Role[], purpose: string | null, from: string, subject: string): Asker => ({ door, from, viewer: { subject, body, roles, scopes: [], purpose } });
  const [first = ''] = bodies;
  const [nobody = ''] = subjects;
  return ROLE_SETS.flatMap((roles) =>
    PURPOSES.flatMap((purpose) => [
      ...bodies.map((body) => asker('read', body, roles, purpose, 'gateway', nobody)),
      asker('read', first, roles, purpose, 'reintegration', nobody),
      ...(roles.includes('WORKER') ? subjects.map((subject) => asker('read', first, roles, purpose, 'gateway', subject)) : []),
      ...['figures', 'candidates'].map((door) => asker(door, first, roles, purpose, 'gateway', nobody)),
      ...(roles.length === 2 && purpose === 'wsw' ? ['', 'system', 'anything'].map((door) => asker(door, first, roles, purpose, 'gateway', nobody)) : []),
    ]),
  );
}

/** Tables with row security, as the database has them. */
export async function protectedTables(dataSource: DataSource | QueryRunner): Promise<string[]> {
  const rows = await dataSource.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity order by 1`) as { relname: string }[];
  return rows.map(({ relname }) => relname);
}

/** What would let a row slip by: a table that nobody decided about, security that the owner escapes, a view that looks with its owner's eyes. */
export async function cataloguePeepholes(source: DataSource | QueryRunner, open: readonly string[]): Promise<string[]> {
  const rows = (await source.query(`
    select relname || ' has no row security' as fault from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm', 'f') and not relrowsecurity and not relname = any($1)
    union all select relname || ' lets its owner see everything' from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity
    union all select relname || ' looks as its owner' from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions::text like '%security_invoker=true%', false)
    union all select table_name || '.' || column_name || ' names a person and the table is open' from information_schema.columns
      where table_schema = 'public' and table_name = any($1) and column_name = any(array['person', 'person_id', 'persoon', 'wnr', 'bsn', 'subject', 'client_number', 'birth_date', 'gebdat'])
    order by 1`, [open])) as { fault: string }[];
  return rows.map(({ fault }) => fault);
}

/** Which role may name which purpose (domain brief 2.10), said here once more and not read from the register that the policies go by. */
const MAY_NAME: Readonly<Record<string, readonly Role[]>> = {
  wsw: ['CASE_WORKER', 'PLACEMENT_OFFICER'],
  bijstand: ['CASE_WORKER'],
  schuldhulp: ['CASE_WORKER', 'WIJKTEAM'],
  inzage: ['WORKER'],
  'levering-ddas': ['CASE_WORKER'],
  'levering-srg': ['CASE_WORKER'],
  statistiek: ['ANALYST', 'POLICY_OFFICER'],
  'levering-statistiek-wsw': ['CASE_WORKER'],
};

/** Colleges of residence of the pilot, on 3 March 2014. */
const RESIDENCE_AUTHORITY: Readonly<Record<string, readonly string[]>> = { 'werk-en-inkomen': ['1916', '0629', '0626'], 'gm-0546': ['0546'], 'gm-0637': ['0637'], 'gm-0603': ['0603'] };

export function acts({ viewer }: Asker, ...roles: readonly Role[]): boolean {
  return roles.some((role) => viewer.roles.includes(role) && (MAY_NAME[viewer.purpose ?? '']?.includes(role) ?? false));
}

/** Acts in one of the roles at the readers' door. */
export function reads(asker: Asker, ...roles: readonly Role[]): boolean {
  return asker.door === 'read' && acts(asker, ...roles);
}

export function answersFor({ viewer }: Asker, municipality: unknown): boolean {
  return RESIDENCE_AUTHORITY[viewer.body]?.includes(String(municipality)) ?? false;
}

/** A row in each of the shell's own tables, which no reader ever sees. */
export async function fillShellTables(dataSource: DataSource): Promise<void> {
  await dataSource.query(`insert into inbox (actor, command_id, request_hash) values ('someone', 'c-1', 'hash')`);
  await dataSource.query(`insert into outbox (recipient, verb, payload, business_date) values ('someone', 'share', '{}', '2014-03-03')`);
  await dataSource.query(`insert into audit (seq, at, actor, verb, command_id, request_hash, outcome_hash, prev, hash) values (1000000, now(), 'someone', 'share', 'c-1', 'hash', 'hash', 'hash', 'hash')`);
  await dataSource.query(`insert into import_run (kind, file, sha256, delivered, accepted, refused, duplicates, inserted, updated, unchanged) values ('clients', 'f', 's', 1, 0, 1, 0, 0, 0, 0)`);
  await dataSource.query(`insert into import_quarantine (run, file, line, field, value_class, reason) select max(id), 'f', 1, 'bsn', 'nine digits', 'is no number' from import_run`);
  await dataSource.query(`insert into processing_log (request, service, trace_id, span_id, status, name, start_ms, end_ms, processing_activity_id, data_subject_id, data_subject_id_type)
    values ('r', 's', repeat('a', 32), repeat('a', 16), 'Ok', 'query', 0, 0, 'wsw', 'pseudonym', 'type')`);
  await dataSource.query(`insert into access_log (at, request, service, actor, body, roles, action, object, result, origin, activity) values (now(), 'r', 's', 'someone', 'b', '{}', 'query', 'pseudonym', 'SHOWN', 'gateway', 'wsw')`);
  await dataSource.query(`insert into figures_question (asked_on, body, subject, topic, reference_date, question, population) values ('2014-03-03', 'b', 'someone', 'sw', '2014-03-03', 'q', 'p')`);
  await dataSource.query(`insert into processing_unsent values (1000000)`);
  await dataSource.query(`insert into access_unlinked values (1000000)`);
  await dataSource.query(`insert into access_linked values (1000000, 'batch')`);
  await dataSource.query(`insert into access_forgotten (batch) values ('batch')`);
  await dataSource.query(`insert into figures_population (body, topic, reference_date, population, shown_on, cells) values ('b', 't', '2013-12-31', 'p', '2014-03-03', '[]')`);
}

export class RowSecurityCheck {
  private constructor(
    private readonly subject: Subject,
    private readonly tables: readonly string[],
    private readonly seeded: Seeded,
    private readonly registers = loadRegisters(),
  ) {}

  static async of(subject: Subject): Promise<RowSecurityCheck> {
    const tables = await protectedTables(subject.dataSource);
    const seeded = new Map<string, readonly Row[]>();
    for (const table of tables) seeded.set(table, (await subject.dataSource.query(`select ctid::text as row_id, t.* from ${table} t`)) as Row[]);
    return new RowSecurityCheck(subject, tables, seeded);
  }

  get askers(): Asker[] {
    return askersOf(this.subject);
  }

  get cells(): number {
    return this.askers.length * this.tables.length;
  }

  /** A table without a row, or one whose rows nobody ever sees or everybody, would prove nothing about its policies. */
  emptyTables(): string[] {
    return this.tables.filter((table) => (this.seeded.get(table) ?? []).length === 0);
  }

  mismatches(): Promise<string[]> {
    return this.rolledBack((runner) => this.faultsOf(runner, this.tables, this.askers, Infinity));
  }

  /** Policies that may be changed without this check noticing; and how many there are. */
  async unnoticed(): Promise<{ policies: number; changes: number; unnoticed: string[] }> {
    const policies = (await this.subject.dataSource.query(`select tablename as table, policyname as name from pg_policies where schemaname = 'public' order by 1, 2`)) as { table: string; name: string }[];
    const changes = policies.flatMap(({ table, name }) => [{ table, sql: `drop policy ${name} on ${table}` }, { table, sql: `alter policy ${name} on ${table} using (true)` }]);
    const unnoticed: string[] = [];
    for (const { table, sql } of [...changes, ...this.tables.map((table) => ({ table, sql: `alter table ${table} disable row level security` }))]) {
      const seen = await this.rolledBack((runner) => this.faultsOf(runner, [table], this.tellingAskers(table), 1), sql);
      if (seen.length === 0) unnoticed.push(sql);
    }
    return { policies: policies.length, changes: changes.length + this.tables.length, unnoticed };
  }

  /** Everybody, in an order in which a changed policy shows soon: who comes without a door, then one of each door and role who sees something, then the rest. */
  private tellingAskers(table: string): Asker[] {
    const seen = new Map<string, number>();
    const turn = (asker: Asker): number => {
      if (asker.door === '') return 0;
      if (!(this.seeded.get(table) ?? []).some((row) => this.allows(table, asker, row))) return Infinity;
      const kind = `${asker.door} ${asker.viewer.roles.join()}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      return seen.get(kind) ?? 0;
    };
    return this.askers.map((asker) => ({ asker, turn: turn(asker) })).sort((a, b) => (a.turn === b.turn ? 0 : a.turn - b.turn)).map(({ asker }) => asker);
  }

  private async rolledBack<T>(work: (runner: QueryRunner) => Promise<T>, change = ''): Promise<T> {
    const runner = this.subject.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    try {
      if (change) await runner.query(change);
      await runner.query(`set local role ${TEST_APP_ROLE}`);
      return await work(runner);
    } finally {
      await runner.rollbackTransaction();
      // By name: the connection keeps other statements prepared.
      await runner.query('deallocate seen').catch(() => undefined);
      await runner.release();
    }
  }

  /** The first `most` of what askers see otherwise than the oracle says. */
  private async faultsOf(runner: QueryRunner, tables: readonly string[], askers: readonly Asker[], most: number): Promise<string[]> {
    // A bare SELECT of each table, sent together and planned once: the policies ask for the settings anew each time.
    await runner.query(`prepare seen as ${tables.map((table) => `select '${table}' as table, ctid::text as row_id from ${table}`).join(' union all ')}`);
    const faults: string[] = [];
    for (const asker of askers) {
      if (faults.length >= most) break;
      const seen = await this.rowsSeen(runner, tables, asker);
      faults.push(...tables.flatMap((table) => this.faultOf(table, asker, seen.get(table) ?? new Set())));
    }
    return faults;
  }

  private faultOf(table: string, asker: Asker, seen: ReadonlySet<string>): string[] {
    const allowed = new Set((this.seeded.get(table) ?? []).filter((row) => this.allows(table, asker, row)).map((row) => String(row['row_id'])));
    const strange = [...seen].filter((id) => !allowed.has(id)).length;
    const missing = [...allowed].filter((id) => !seen.has(id)).length;
    return strange + missing === 0 ? [] : [`${table}: ${describe(asker)} sees ${strange} rows too many and lacks ${missing} of ${allowed.size}`];
  }

  private async rowsSeen(runner: QueryRunner, tables: readonly string[], { door, viewer, from }: Asker): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const settings = rowSettings({ viewer, from, businessDate: this.subject.on, requestId: 'test' }, { body: this.subject.home, registers: this.registers });
    await runner.query(SET_FOR_TRANSACTION, settingValues({ ...settings, door }, '10s'));
    const rows = (await runner.query('execute seen')) as { table: string; row_id: string }[];
    const seen = new Map<string, Set<string>>(tables.map((table) => [table, new Set()]));
    for (const { table, row_id: id } of rows) seen.get(table)?.add(id);
    return seen;
  }

  private allows(table: string, asker: Asker, row: Row): boolean {
    return asker.door === 'system' || (this.subject.oracle[table]?.(asker, row, this.seeded) ?? false);
  }
}

function describe({ door, viewer, from }: Asker): string {
  return `[${door}] ${viewer.roles.join('+') || 'no role'} ${viewer.subject} of ${viewer.body} for ${viewer.purpose ?? 'nothing'}, by ${from}`;
}
