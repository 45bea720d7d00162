/**
 * A fresh, migrated database for one test file, on the cluster that the test run started (SCHAKEL_TEST_POSTGRES_URL, a superuser). Read
 * sessions go through `reads`, which is the app role as in service: it owns nothing, and the row policies hold for it.
 */
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { openDatabase, openReads } from '../database.js';
import type { ServiceDefinition } from '../service-definition.js';

export interface TestDatabase {
  readonly dataSource: DataSource;
  readonly reads: DataSource;
  readonly url: string;
  drop(): Promise<void>;
}

export const TEST_APP_ROLE = 'schakel_test_app';

/** Roles are the cluster's, and several test files come at the same time. */
const MAKE_ROLE = `
  do $$ begin
    create role ${TEST_APP_ROLE} nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  exception when duplicate_object or unique_violation then null; end $$`;
const GRANTS = `
  grant usage on schema public to ${TEST_APP_ROLE};
  alter default privileges grant select, insert, update, delete on tables to ${TEST_APP_ROLE};
  alter default privileges grant usage, select on sequences to ${TEST_APP_ROLE}`;

export async function testDatabase(definition: ServiceDefinition): Promise<TestDatabase> {
  const url = process.env['SCHAKEL_TEST_POSTGRES_URL'];
  if (!url) throw new Error('SCHAKEL_TEST_POSTGRES_URL is not set: run the tests by npm test');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onCluster(url, MAKE_ROLE);
  await onCluster(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  await onCluster(own.href, GRANTS);
  const dataSource = await openDatabase(definition, own.href, 10);
  await dataSource.runMigrations({ transaction: 'each' });
  const reads = await openReads(definition, asAppRole(own), 4);
  return {
    dataSource,
    reads,
    url: own.href,
    async drop() {
      await reads.destroy();
      await dataSource.destroy();
      await onCluster(url, `drop database ${name} with (force)`);
    },
  };
}

/** As `url`, but in the app role: what it may is decided by the role that it is, not by the one that logged in. */
export function asAppRole(url: string | URL): string {
  const app = new URL(url);
  app.searchParams.set('options', `-c role=${TEST_APP_ROLE}`);
  return app.href;
}

async function onCluster(url: string, statement: string): Promise<void> {
  const cluster = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  await cluster.query(statement);
  await cluster.destroy();
}
