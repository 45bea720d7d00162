/**
 * The first content of a new stack: the synthetic population is written as the files that each body would deliver, and every service
 * imports its own by its own command. Done once per service; the mark lies beside the database, so the two live and go together.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { importEnvironment, type Shared } from './environment.js';
import { forEachLimited } from './limited.js';
import type { Postgres } from './postgres.js';
import { writePublicFile } from './private-file.js';
import type { Processes } from './processes.js';
import { SERVICES, type Service } from './services.js';
import { deliveriesDir } from './settings.js';

const DELIVERY_MS = 30_000;
/** Imports that run at the same time: the machine has two cores at least. */
const LANES = 2;

const markOf = (postgres: Postgres, service: Service): string => join(postgres.home.dir, 'imported', service.name);

export function servicesWithoutData(postgres: Postgres): readonly Service[] {
  return SERVICES.filter((service) => !existsSync(markOf(postgres, service)));
}

export async function writeDeliveries(processes: Processes, shared: Shared): Promise<string> {
  const dir = deliveriesDir(shared.settings);
  await processes.run({ name: 'population', script: 'local/population/main.js', args: [dir], environment: {} });
  return dir;
}

/** Answers how many files went in. */
export async function importDeliveries(processes: Processes, postgres: Postgres, shared: Shared, services: readonly Service[]): Promise<number> {
  let count = 0;
  await forEachLimited(services, LANES, async (service) => {
    const files = deliveredTo(shared, service);
    await processes.run({
      name: `import-${service.name}`,
      script: `services/${service.name}/src/main.js`,
      args: ['import', ...files],
      environment: importEnvironment(shared, service),
    });
    writePublicFile(markOf(postgres, service), `${files.length} files\n`);
    count += files.length;
  });
  return count;
}

function deliveredTo(shared: Shared, service: Service): string[] {
  const dir = join(deliveriesDir(shared.settings), service.name);
  const files = readdirSync(dir).filter((name) => !name.startsWith('.')).sort();
  if (files.length === 0) throw new Error(`there is nothing to import for ${service.name} in ${dir}`);
  return files.map((name) => join(dir, name));
}

interface Post {
  readonly waiting: number;
  readonly parked: number;
}

/**
 * Waits until every service has handed its messages to the others (the companies announce their employments to the directory).
 * Answers a remark when some did not arrive; the services go on trying, so that is no reason not to start.
 */
export async function untilDelivered(postgres: Postgres, abort: AbortSignal | undefined): Promise<string | null> {
  const deadline = Date.now() + DELIVERY_MS;
  for (;;) {
    const { waiting, parked } = await postOf(postgres);
    if (waiting === 0) return parked === 0 ? null : `${parked} messages were not understood; see the logs`;
    if (Date.now() > deadline) return `${waiting} messages still wait; they are tried again`;
    await sleep(200, undefined, { signal: abort });
  }
}

async function postOf(postgres: Postgres): Promise<Post> {
  const posts = await Promise.all(SERVICES.map((service) => outboxOf(postgres, service)));
  const sum = (key: keyof Post): number => posts.reduce((total, post) => total + post[key], 0);
  return { waiting: sum('waiting'), parked: sum('parked') };
}

async function outboxOf(postgres: Postgres, service: Service): Promise<Post> {
  const client = new Client({ connectionString: postgres.adminUrl(service.database) });
  await client.connect();
  try {
    const { rows } = await client.query<Post>(
      'select count(*) filter (where parked_at is null)::int as waiting, count(parked_at)::int as parked from outbox where delivered_at is null',
    );
    return rows[0] ?? { waiting: 0, parked: 0 };
  } finally {
    await client.end();
  }
}
