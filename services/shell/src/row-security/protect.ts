/**
 * The policies of one table. Guarantees that a table which went through here shows no row to a connection without a door, its owner
 * included, and that only the system door writes: the read doors have policies for SELECT and nothing else (decision 0017).
 */
import type { QueryRunner } from 'typeorm';

/** SQL conditions on a row; absent: that door shows none. */
export interface RowRules {
  /** Who asks sees the row. Names no door: the helpers below do. */
  readonly read?: string;
  /** May count under the door `figures`. */
  readonly figures?: string;
  /** May look for candidates under the door `candidates`. */
  readonly candidates?: string;
}

// In a sub-select, so that the planner asks once for each statement and not for each row.
export const BODY = `(select schakel_setting('body'))`;
/** For rows that follow a row of another table, whose own policies decide. */
export const READING = `(select schakel_door() = 'read')`;
export const SUBJECT = `(select schakel_setting('subject'))`;
export const TODAY = `(select schakel_day())`;
export const MY_MUNICIPALITIES = `((select schakel_list('municipalities'))::text[])`;

/** The viewer reads in one of these roles, for a purpose that is open to it. */
export function readsAs(...roles: readonly string[]): string {
  return `(select schakel_reads_as(${roles.map((role) => `'${role}'`).join(', ')}))`;
}

/** As `readsAs`, for a door that names itself. */
export function actsAs(...roles: readonly string[]): string {
  return `(select schakel_acts_as(${roles.map((role) => `'${role}'`).join(', ')}))`;
}

/** The viewer has one of these roles, whatever the purpose: for what shows no person. */
export function hasRole(...roles: readonly string[]): string {
  return `(select schakel_has_role(${roles.map((role) => `'${role}'`).join(', ')}))`;
}

export async function protect(runner: QueryRunner, table: string, rules: RowRules = {}): Promise<void> {
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
  await runner.query(`create policy system_door on ${table} using ((select schakel_door() = 'system'))`);
  if (rules.read) await runner.query(`create policy read_door on ${table} for select using (${rules.read})`);
  if (rules.figures) await runner.query(`create policy figures_door on ${table} for select using ((select schakel_door() = 'figures') and ${rules.figures})`);
  if (rules.candidates) await runner.query(`create policy candidates_door on ${table} for select using ((select schakel_door() = 'candidates') and ${rules.candidates})`);
}

export async function unprotect(runner: QueryRunner, ...tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    for (const door of ['system', 'read', 'figures', 'candidates']) await runner.query(`drop policy if exists ${door}_door on ${table}`);
    await runner.query(`alter table ${table} disable row level security, no force row level security`);
  }
}
