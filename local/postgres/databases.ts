/**
 * One database per body with two roles (architecture, decision 3): the owner migrates, the app role reads and writes rows and owns
 * nothing. No role can open another body's database. Running it again changes nothing.
 */
import type { Client } from 'pg';
import { roleName, type DatabaseRole } from './passwords.js';

export interface DatabaseMaker {
  /** A connected superuser client of one database; the caller ends it. */
  connect(database: string): Promise<Client>;
  password(role: string): string;
}

export async function makeDatabases(maker: DatabaseMaker, databases: readonly string[]): Promise<void> {
  const client = await maker.connect('postgres');
  try {
    await client.query('revoke all on database postgres, template1 from public');
    for (const database of databases) await makeDatabase(client, database, maker);
  } finally {
    await client.end();
  }
  await Promise.all(databases.map((database) => grantInside(maker, database)));
}

async function makeDatabase(client: Client, database: string, maker: DatabaseMaker): Promise<void> {
  for (const role of ['owner', 'app'] as const) await makeRole(client, database, role, maker);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (!rowCount) await client.query(`create database ${name(database)} owner ${name(roleName(database, 'owner'))}`);
  await client.query(`revoke all on database ${name(database)} from public`);
  await client.query(`grant connect on database ${name(database)} to ${name(roleName(database, 'app'))}`);
}

async function makeRole(client: Client, database: string, kind: DatabaseRole, maker: DatabaseMaker): Promise<void> {
  const role = roleName(database, kind);
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount) return;
  const password = client.escapeLiteral(maker.password(role));
  await client.query(`create role ${name(role)} login nosuperuser nocreatedb nocreaterole nobypassrls password ${password}`);
}

async function grantInside(maker: DatabaseMaker, database: string): Promise<void> {
  const owner = name(roleName(database, 'owner'));
  const app = name(roleName(database, 'app'));
  const client = await maker.connect(database);
  try {
    await client.query(`
      alter schema public owner to ${owner};
      revoke all on schema public from public;
      grant usage on schema public to ${app};
      alter default privileges for role ${owner} grant usage on schemas to ${app};
      alter default privileges for role ${owner} grant select, insert, update, delete on tables to ${app};
      alter default privileges for role ${owner} grant usage, select on sequences to ${app}`);
  } finally {
    await client.end();
  }
}

const name = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
