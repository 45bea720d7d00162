/** `npm run stop`: stops the stack of this data folder, and whatever a crashed one left behind. */
import { runCommand, say } from './command.js';
import { stopLeftPostgres } from './postgres.js';
import { endProcess } from './process-identity.js';
import { clearLeftovers, livingRunner } from './run-file.js';
import { readStackSettings } from './settings.js';

const PATIENCE_MS = 45_000;

await runCommand(async () => {
  const settings = readStackSettings(process.env);
  const living = livingRunner(settings.dataDir);
  if (living && !(await endProcess(living.runner, PATIENCE_MS))) throw new Error(`process ${living.runner.pid} does not stop`);
  const leftovers = await clearLeftovers(settings.dataDir);
  const database = await stopLeftPostgres(settings.dataDir);
  if (living) say(`Stopped the stack at ${living.url}.`);
  else if (leftovers > 0 || database) say('No stack was running; stopped what an earlier one left behind.');
  else say(`No stack is running on ${settings.dataDir}.`);
});
