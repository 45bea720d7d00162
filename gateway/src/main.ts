/**
 * `gateway` serves the federation; `gateway --supergraph FILE` serves any other supergraph, with the Schakel profile off;
 * `gateway --settings` prints which settings it knows.
 */
import { parseArgs } from 'node:util';
import { runUntilSignal } from '#kernel/lifecycle.js';
import { describeSettings, readSettings, SettingsError } from '#kernel/settings.js';
import { plainSettingsSchema, schakelSettingsSchema } from './settings.js';
import { startPlain, startSchakel } from './start.js';

async function main(): Promise<void> {
  const { supergraph, settings: wanted } = parseArgs({ options: { supergraph: { type: 'string' }, settings: { type: 'boolean' } } }).values;
  if (wanted) return void process.stdout.write(`${JSON.stringify({ serve: describeSettings(schakelSettingsSchema) })}\n`);
  if (supergraph === undefined) {
    const settings = readSettings(schakelSettingsSchema, process.env);
    return runUntilSignal(() => startSchakel(settings));
  }
  const settings = readSettings(plainSettingsSchema, process.env);
  return runUntilSignal(() => startPlain(settings, supergraph));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exit(error instanceof SettingsError ? 2 : 1);
});
