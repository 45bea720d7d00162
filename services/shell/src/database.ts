/** The two connections of a service: its app role serves, its owner migrates (architecture, decision 3). */
import { DataSource } from 'typeorm';
import type { ServiceDefinition } from './service-definition.js';
import { ShellTables1, ShellTables2 } from './shell-tables.js';

export function openDatabase(definition: ServiceDefinition, url: string, poolSize: number): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    applicationName: definition.name,
    entities: [...definition.entities],
    migrations: [ShellTables1, ShellTables2, ...definition.migrations],
    migrationsTableName: 'applied_migration',
    synchronize: false,
    connectTimeoutMS: 5_000,
    // A connection that broke while idle must not end the process; the pool replaces it.
    poolErrorHandler: () => undefined,
    logging: false,
  }).initialize();
}
