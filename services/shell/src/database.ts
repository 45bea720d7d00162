/**
 * The connections of a service: its app role serves, its owner migrates (architecture, decision 3). Guarantees that who reads for a viewer
 * reads through a pool without a door, so that a statement outside a read session shows no row (decision 0017).
 */
import { DataSource } from 'typeorm';
import type { ServiceDefinition } from './service-definition.js';
import { ShellTables3 } from './audit/audit-tables.js';
import { ShellTables8 } from './processing-log/log-row-security.js';
import { ShellTables4 } from './processing-log/log-tables.js';
import { PreparingClient } from './row-security/prepared-statements.js';
import { ShellTables6 } from './row-security/shell-row-security.js';
import { ShellTables9 } from './figures/ledger-row-security.js';
import { ShellTables7 } from './figures/ledger-tables.js';
import { ShellTables1, ShellTables2 } from './shell-tables.js';

/** More than a request may wait between two statements: a mutation has 5 s. */
const IDLE_IN_TRANSACTION_MS = 15_000;

/** What the row policies let see and change everything: commands, workers, imports and whoever owns the tables. */
const SYSTEM_DOOR = '-c schakel.door=system';

export interface PoolSizes {
  readonly reads: number;
  readonly system: number;
}

/** One setting for both; each has a connection at least. */
export function poolSizes(connections: number): PoolSizes {
  const reads = Math.ceil(connections / 2);
  return { reads, system: Math.max(1, connections - reads) };
}

/**
 * A statement of a reader is planned once per connection and not for each request: its row policies make the plan dearer than the read (docs/performance.md). Left to itself
 * PostgreSQL plans every statement anew that asks for a list of ids, because a list of one looks cheaper than one of any length.
 */
const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';

/** A register lies in memory or on a disk without a head: looking up a page of persons by an index is cheaper than reading all residents once, which PostgreSQL's usual figure (4) does not think. */
const NO_TURNING_DISK = '-c random_page_cost=1.1';

/** For the service itself: behind the system door. */
export function openDatabase(definition: ServiceDefinition, url: string, poolSize: number): Promise<DataSource> {
  return open(definition, url, poolSize, SYSTEM_DOOR);
}

/** For read sessions: without a door, each transaction says who asks. */
export function openReads(definition: ServiceDefinition, url: string, poolSize: number): Promise<DataSource> {
  return open(definition, url, poolSize, `${PLANNED_ONCE} ${NO_TURNING_DISK}`);
}

/** Beside options that the address brings itself, which would otherwise take their place. */
function withOptions(url: string, options: string): string {
  const address = new URL(url);
  const all = [address.searchParams.get('options') ?? '', options].filter((one) => one !== '').join(' ');
  if (all !== '') address.searchParams.set('options', all);
  return address.href;
}

function open(definition: ServiceDefinition, url: string, poolSize: number, options: string): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url: withOptions(url, options),
    poolSize,
    applicationName: definition.name,
    entities: [...definition.entities],
    migrations: [ShellTables1, ShellTables2, ShellTables3, ShellTables4, ShellTables6, ShellTables7, ShellTables8, ShellTables9, ...definition.migrations],
    migrationsTableName: 'applied_migration',
    synchronize: false,
    connectTimeoutMS: 5_000,
    // A process that was stopped in the middle of a transaction must not keep its locks from the others.
    extra: { idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS, Client: PreparingClient },
    // A connection that broke while idle must not end the process; the pool replaces it.
    poolErrorHandler: () => undefined,
    logging: false,
  }).initialize();
}
