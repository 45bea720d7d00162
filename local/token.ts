/**
 * `npm run --silent token -- USER` prints a bearer token and nothing else; `-- USER --client ID` that of another application;
 * `-- --client ID` that of a company's own system; `-- --list` prints the demo users, `-- --clients` the applications, as JSON.
 */
import { parseArgs } from 'node:util';
import { runCommand, say } from './command.js';
import { DEMO_USERS } from './demo-users.js';
import { DEMO_CLIENTS, demoClientNamed, MACHINE_SECRET } from './issuer/clients.js';
import { issuerUrl, readStackSettings } from './settings.js';
import { requestMachineToken, requestToken } from './token-request.js';

const USAGE = 'usage: npm run --silent token -- USER [--client ID], or --client ID of a system (or --list, or --clients)';
const options = { list: { type: 'boolean' }, clients: { type: 'boolean' }, client: { type: 'string' } } as const;

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [user, ...rest] = positionals;
  if (values.list) return say(JSON.stringify(DEMO_USERS.map(({ user: name, body, roles, purpose }) => ({ user: name, body, roles, purpose })), null, 2));
  if (values.clients) return say(JSON.stringify(DEMO_CLIENTS, null, 2));
  if (rest.length > 0 || (user === undefined && values.client === undefined)) throw new Error(USAGE);
  say(await tokenFor(issuerUrl(readStackSettings(process.env)), user, values.client));
});

function tokenFor(issuer: string, user: string | undefined, client: string | undefined): Promise<string> {
  if (user !== undefined) return requestToken(issuer, user, client);
  const machines = DEMO_CLIENTS.filter(({ machine }) => machine !== null).map(({ id }) => id);
  if (!demoClientNamed(client ?? '')?.machine) throw new Error(`a system is one of: ${machines.join(', ')}; people are named before --client`);
  return requestMachineToken(issuer, client ?? '', MACHINE_SECRET);
}
