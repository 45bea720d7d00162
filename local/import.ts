/** `npm run import -- --body sw-wassenaar FILE...`: lets one service of the running stack import files that its body delivered. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runCommand } from './command.js';
import { fromUserFolder } from './paths.js';
import { runningShared, runServiceCommand } from './service-command.js';
import { serviceNamed, type Service } from './services.js';
import { readStackSettings } from './settings.js';

const USAGE = 'usage: npm run import -- --body NAME FILE...';

await runCommand(async () => {
  const settings = readStackSettings(process.env);
  const { service, files } = readArguments(process.argv.slice(2));
  process.exitCode = runServiceCommand(await runningShared(settings), service, ['import', ...files]);
});

function parsed(args: string[]): { values: { body?: string | undefined }; positionals: string[] } {
  try {
    return parseArgs({ args, options: { body: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

function readArguments(argv: string[]): { service: Service; files: string[] } {
  const { values, positionals } = parsed(argv);
  if (values.body === undefined || positionals.length === 0) throw new Error(USAGE);
  const files = positionals.map((file) => fromUserFolder(file));
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`no such file: ${missing.join(', ')}`);
  return { service: serviceNamed(values.body), files };
}
