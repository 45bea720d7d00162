/** `npm run --silent token -- USER` prints a bearer token and nothing else; `-- --list` prints the demo users as JSON. */
import { runCommand, say } from './command.js';
import { DEMO_USERS } from './demo-users.js';
import { issuerUrl, readStackSettings } from './settings.js';
import { requestToken } from './token-request.js';

await runCommand(async () => {
  const settings = readStackSettings(process.env);
  const [user, ...rest] = process.argv.slice(2);
  if (user === undefined || rest.length > 0) throw new Error('usage: npm run --silent token -- USER   (or --list)');
  if (user === '--list') say(JSON.stringify(DEMO_USERS.map(({ user: name, body, roles, purpose }) => ({ user: name, body, roles, purpose })), null, 2));
  else say(await requestToken(issuerUrl(settings), user));
});
