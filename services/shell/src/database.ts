/** The two connections of a service: its app role serves, its owner migrates (architecture, decision 3). */
import { DataSource } from 'typeorm';
import type { ServiceDefinition } from './service-definition.js';
import { ShellTables3 } from './audit/audit-tables.js';
import { ShellTables1, ShellTables2 } from './shell-tables.js';

/** More than a request may wait between two statements: a mutation has 5 s. */
const IDLE_IN_TRANSACTION_MS = 15_000;

export function openDatabase(definition: ServiceDefinition, url: string, poolSize: number): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    applicationName: definition.name,
    entities: [...definition.entities],
    migrations: [ShellTables1, ShellTables2, ShellTables3, ...definition.migrations],
    migrationsTableName: 'applied_migration',
    synchronize: false,
    connectTimeoutMS: 5_000,
    // A process that was stopped in the middle of a transaction must not keep its locks from the others.
    extra: { idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS },
    // A connection that broke while idle must not end the process; the pool replaces it.
    poolErrorHandler: () => undefined,
    logging: false,
  }).initialize();
}
