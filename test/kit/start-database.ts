/** jest globalSetup of the first round: one PostgreSQL cluster for the tests that bring their own database. */
import { Postgres } from '../../local/postgres.js';
import { freeBasePort } from './free-ports.js';
import { makeTestFolder } from './test-folder.js';

export interface TestCluster {
  readonly folder: string;
  readonly postgres: Postgres;
}

export default async function startDatabase(): Promise<void> {
  const folder = makeTestFolder('database');
  const postgres = await Postgres.start({ dataDir: folder, port: await freeBasePort(), fast: true });
  process.env['SCHAKEL_TEST_POSTGRES_URL'] = postgres.adminUrl();
  Object.assign(globalThis, { testCluster: { folder, postgres } satisfies TestCluster });
}
