/**
 * `gateway` serves the federation; `gateway --supergraph FILE` serves any other supergraph, with the Schakel profile off;
 * `gateway --settings` prints which settings it knows; `gateway --explain FILE` prints how an operation would be run (npm run plan).
 */
import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runUntilSignal, type Running } from '#kernel/lifecycle.js';
import { describeSettings, readSettings, SettingsError } from '#kernel/settings.js';
import { PLANNERS } from './engine/planning/planning-messages.js';
import { explain } from './explain/explain.js';
import { DEFAULT_SUPERGRAPH, plainSettingsSchema, schakelSettingsSchema, type PlainSettings } from './settings.js';
import { startPlain, startSchakel, type RunningGateway } from './start.js';
import { startWorkers } from './workers/start-workers.js';

const OPTIONS = {
  supergraph: { type: 'string' },
  settings: { type: 'boolean' },
  explain: { type: 'string' },
  planner: { type: 'string' },
  operation: { type: 'string' },
  variables: { type: 'string' },
} as const;

async function main(): Promise<void> {
  const { supergraph, settings: wanted, explain: file, ...how } = parseArgs({ options: OPTIONS }).values;
  if (wanted) return void process.stdout.write(`${JSON.stringify({ serve: describeSettings(schakelSettingsSchema) })}\n`);
  if (file !== undefined) return explained(file, supergraph, how);
  if (supergraph === undefined) {
    const settings = readSettings(schakelSettingsSchema, process.env);
    return runUntilSignal(() => running(settings, () => startSchakel(settings)));
  }
  const settings = readSettings(plainSettingsSchema, process.env);
  return runUntilSignal(() => running(settings, () => startPlain(settings, supergraph)));
}

interface How {
  readonly planner?: string | undefined;
  readonly operation?: string | undefined;
  readonly variables?: string | undefined;
}

async function explained(file: string, supergraph: string | undefined, { planner = 'auto', operation, variables = '{}' }: How): Promise<void> {
  const known = PLANNERS.find((one) => one === planner);
  if (!known) throw new Error(`--planner: one of ${PLANNERS.join(', ')}`);
  const given = z.record(z.string(), z.unknown()).parse(JSON.parse(variables));
  const text = await explain({ file, supergraph: supergraph ?? process.env['SCHAKEL_SUPERGRAPH'] ?? DEFAULT_SUPERGRAPH, planner: known, operation: operation ?? null, variables: given });
  process.stdout.write(text);
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
