/**
 * `npm run audit:verify`: every service verifies its own audit chain, also against the heads that the others keep of it;
 * `-- --body sw-leiden` for one of them. Exit code 1 on any fault.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, say } from './command.js';
import { askService, runningShared, runServiceCommand } from './service-command.js';
import { serviceNamed, SERVICES } from './services.js';
import { readStackSettings } from './settings.js';

await runCommand(async () => {
  const settings = readStackSettings(process.env);
  const { values } = parseArgs({ args: process.argv.slice(2), options: { body: { type: 'string' } } });
  const asked = values.body === undefined ? SERVICES : [serviceNamed(values.body)];
  const shared = await runningShared(settings);
  const folder = mkdtempSync(join(tmpdir(), 'schakel-heads-'));
  try {
    const heads = join(folder, 'heads.jsonl');
    // Before the chains are read: a chain goes on meanwhile and may never be shorter than what was told of it.
    writeFileSync(heads, SERVICES.map((service) => askService(shared, service, ['audit', 'heads'])).join(''));
    process.exitCode = Math.max(...asked.map((service) => runServiceCommand(shared, service, ['audit', heads])));
  } finally {
    rmSync(folder, { recursive: true });
  }
  say(process.exitCode === 0 ? 'Every chain is as it was written.' : 'NOT every chain is as it was written.');
});
