/**
 * `npm run agreement:verify -- FILE [--keys FILE]`: judges an export with nothing but the file and the public keys of the bodies; without --keys
 * those of this machine's stack. With the id of an agreement instead of a file the running stack exports it first. Exit code 1: not genuine.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isUuid } from '#kernel/ids.js';
import { runCommand } from './command.js';
import { fromUserFolder } from './paths.js';
import { askService, runningShared, runOffline } from './service-command.js';
import { serviceNamed } from './services.js';
import { readStackSettings } from './settings.js';

const USAGE = 'usage: npm run agreement:verify -- ID|FILE [--keys FILE]';

await runCommand(async () => {
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), options: { keys: { type: 'string' } }, allowPositionals: true });
  const [what, ...rest] = positionals;
  if (what === undefined || rest.length > 0) throw new Error(USAGE);
  const settings = readStackSettings(process.env);
  const keys = values.keys === undefined ? join(settings.dataDir, 'keys', 'parties.jwks.json') : fromUserFolder(values.keys);
  for (const file of [keys, ...(isUuid(what) ? [] : [fromUserFolder(what)])]) if (!existsSync(file)) throw new Error(`no such file: ${file}\n${USAGE}`);
  process.exitCode = isUuid(what) ? await verifyStored(what, keys) : verify(fromUserFolder(what), keys);
});

async function verifyStored(id: string, keys: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-proof-'));
  try {
    const file = join(folder, 'agreement.json');
    writeFileSync(file, askService(await runningShared(readStackSettings(process.env)), serviceNamed('reintegration'), ['export-agreement', id]));
    return verify(file, keys);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function verify(file: string, keys: string): number {
  return runOffline(serviceNamed('reintegration'), ['verify-agreement', file, '--keys', keys], {});
}
