/**
 * `gateway` serves the federation; `gateway --supergraph FILE` serves any other supergraph, with the Schakel profile off;
 * `gateway --settings` prints which settings it knows.
 */
import { parseArgs } from 'node:util';
import { runUntilSignal, type Running } from '#kernel/lifecycle.js';
import { describeSettings, readSettings, SettingsError } from '#kernel/settings.js';
import { plainSettingsSchema, schakelSettingsSchema } from './settings.js';
import { startPlain, startSchakel, type RunningGateway } from './start.js';

async function main(): Promise<void> {
  const { supergraph, settings: wanted } = parseArgs({ options: { supergraph: { type: 'string' }, settings: { type: 'boolean' } } }).values;
  if (wanted) return void process.stdout.write(`${JSON.stringify({ serve: describeSettings(schakelSettingsSchema) })}\n`);
  if (supergraph === undefined) {
    const settings = readSettings(schakelSettingsSchema, process.env);
    return runUntilSignal(() => withGoodbye(startSchakel(settings)));
  }
  const settings = readSettings(plainSettingsSchema, process.env);
  return runUntilSignal(() => withGoodbye(startPlain(settings, supergraph)));
}

/** Who is told to stop leaves nobody without an answer. */
async function withGoodbye(starting: Promise<RunningGateway>): Promise<Running> {
  const gateway = await starting;
  return { stop: () => gateway.drain().then(() => gateway.stop()) };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exit(error instanceof SettingsError ? 2 : 1);
});
