/** Says before anything starts which ports somebody else uses, all at once. */
import { createServer } from 'node:net';
import { SERVICES } from './services.js';
import { issuerPort, type StackSettings } from './settings.js';

/** PostgreSQL's port is not asked: our own server may still hold it, and it reports a conflict itself. */
export function portsOf(settings: StackSettings): readonly number[] {
  return [settings.basePort, issuerPort(settings), ...SERVICES.map((service) => settings.basePort + service.portOffset)];
}

export async function demandFreePorts(settings: StackSettings): Promise<void> {
  const checked = await Promise.all(portsOf(settings).map(async (port) => ({ port, free: await isFree(settings.host, port) })));
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
