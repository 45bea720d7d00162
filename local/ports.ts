/** Says before anything starts which ports somebody else uses, all at once. */
import { createServer } from 'node:net';
import { findHome } from './postgres/home.js';
import { livingPostmaster } from './postgres/lock-file.js';
import { SERVICES } from './services.js';
import { issuerPort, metricsPort, postgresPort, type StackSettings } from './settings.js';

/** With PostgreSQL's, unless the server of this data folder still holds it: that one is joined. */
export function portsOf(settings: StackSettings): readonly number[] {
  const database = ownDatabasePort(settings) === postgresPort(settings) ? [] : [postgresPort(settings)];
  return [settings.basePort, issuerPort(settings), metricsPort(settings), ...SERVICES.map((service) => settings.basePort + service.portOffset), ...database];
}

function ownDatabasePort({ dataDir }: StackSettings): number | null {
  const home = findHome(dataDir);
  return home && (livingPostmaster(home.cluster)?.port ?? null);
}

export async function demandFreePorts(settings: StackSettings): Promise<void> {
  const checked = await Promise.all(portsOf(settings).map(async (port) => ({ port, free: await isFree(port === postgresPort(settings) ? '127.0.0.1' : settings.host, port) })));
  const taken = checked.filter(({ free }) => !free).map(({ port }) => port);
  if (taken.length > 0) throw new Error(`another program uses port ${taken.join(', ')} on ${settings.host}; set SCHAKEL_PORT to another first port (now ${settings.basePort})`);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
