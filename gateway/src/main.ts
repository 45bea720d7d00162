/**
 * `gateway` serves the federation; `gateway --supergraph FILE` serves any other supergraph, with the Schakel profile off;
 * `gateway --settings` prints which settings it knows.
 */
import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { runUntilSignal, type Running } from '#kernel/lifecycle.js';
import { describeSettings, readSettings, SettingsError } from '#kernel/settings.js';
import { plainSettingsSchema, schakelSettingsSchema, type PlainSettings } from './settings.js';
import { startPlain, startSchakel, type RunningGateway } from './start.js';
import { startWorkers } from './workers/start-workers.js';

async function main(): Promise<void> {
  const { supergraph, settings: wanted } = parseArgs({ options: { supergraph: { type: 'string' }, settings: { type: 'boolean' } } }).values;
  if (wanted) return void process.stdout.write(`${JSON.stringify({ serve: describeSettings(schakelSettingsSchema) })}\n`);
  if (supergraph === undefined) {
    const settings = readSettings(schakelSettingsSchema, process.env);
    return runUntilSignal(() => running(settings, () => startSchakel(settings)));
  }
  const settings = readSettings(plainSettingsSchema, process.env);
  return runUntilSignal(() => running(settings, () => startPlain(settings, supergraph)));
}

/** Of several processes this is the one above, or one of them. Who is told to stop leaves nobody without an answer. */
async function running(settings: PlainSettings, start: () => Promise<RunningGateway>): Promise<Running> {
  if (settings.SCHAKEL_WORKERS > 1 && cluster.isPrimary) return startWorkers(settings);
  const gateway = await start();
  return { stop: () => gateway.drain().then(() => gateway.stop()) };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exit(error instanceof SettingsError ? 2 : 1);
});
