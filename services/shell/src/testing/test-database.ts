/** A fresh, migrated database for one test file, on the cluster that the test run started (SCHAKEL_TEST_POSTGRES_URL, a superuser). */
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { openDatabase } from '../database.js';
import type { ServiceDefinition } from '../service-definition.js';

export interface TestDatabase {
  readonly dataSource: DataSource;
  drop(): Promise<void>;
}

export async function testDatabase(definition: ServiceDefinition): Promise<TestDatabase> {
  const url = process.env['SCHAKEL_TEST_POSTGRES_URL'];
  if (!url) throw new Error('SCHAKEL_TEST_POSTGRES_URL is not set: run the tests by npm test');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onCluster(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const dataSource = await openDatabase(definition, own.href, 10);
  await dataSource.runMigrations({ transaction: 'each' });
  return {
    dataSource,
    async drop() {
      await dataSource.destroy();
      await onCluster(url, `drop database ${name} with (force)`);
    },
  };
}

async function onCluster(url: string, statement: string): Promise<void> {
  const cluster = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  await cluster.query(statement);
  await cluster.destroy();
}
