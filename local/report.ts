/** `npm run report`: what every service imported, refused and counted double; `-- --body sw-wassenaar` for one of them. */
import { parseArgs } from 'node:util';
import { runCommand } from './command.js';
import { runningShared, runServiceCommand } from './service-command.js';
import { serviceNamed, SERVICES } from './services.js';
import { readStackSettings } from './settings.js';

await runCommand(async () => {
  const settings = readStackSettings(process.env);
  const { values } = parseArgs({ args: process.argv.slice(2), options: { body: { type: 'string' } } });
  const asked = values.body === undefined ? SERVICES : [serviceNamed(values.body)];
  const shared = await runningShared(settings);
  process.exitCode = Math.max(...asked.map((service) => runServiceCommand(shared, service, ['report'])));
});
