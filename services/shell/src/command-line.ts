/** What every service process can do: serve, migrate, import, report, print its schema. */
import 'reflect-metadata';
import { businessDateSource } from '#kernel/business-date.js';
import { runUntilSignal } from '#kernel/lifecycle.js';
import { createLogger } from '#kernel/log.js';
import { PartySigner } from '#kernel/party-token.js';
import { pseudonymOf } from '#kernel/pseudonym.js';
import { loadRegisters, type Registers } from '#kernel/registers.js';
import { describeSettings, readSettings, SettingsError } from '#kernel/settings.js';
import { clientTls } from '#kernel/tls.js';
import { AnchorWorker, anchorCommands } from './audit/anchors.js';
import { auditCommand } from './audit/audit-command.js';
import { openDatabase, openReads, poolSizes } from './database.js';
import { onceDatabaseIsUp } from './database-waits.js';
import { printSubgraphSdl } from './graph-schema.js';
import { importReport } from './import/import-report.js';
import type { ImportFacts } from './import/format.js';
import { importFiles, UnknownFiles, type ImportResult } from './import/run-import.js';
import { UnreadableFile } from './import/unreadable-file.js';
import { OutboxWorker } from './outbox.js';
import { PartyClient } from './party-client.js';
import { ProcessingExporter } from './processing-log/export.js';
import { LogRetention } from './processing-log/forget.js';
import { AccessLinker } from './processing-log/link-accesses.js';
import { ProcessingLog } from './processing-log/processing-log.js';
import { buildServer } from './server.js';
import type { OwnVerb, ServiceDefinition, ServiceParts, Wired, Worker } from './service-definition.js';
import { migrateSettingsSchema, serviceSettingsSchema, type ServiceSettings } from './service-settings.js';
import { startWorkers } from './workers.js';

type Environment = Readonly<Record<string, string | undefined>>;

const USAGE = 'usage: main.js serve | migrate | import FILE... | report | audit [heads | FILE...] | schema | settings';

/** Entry of a service's main.ts. Faults of settings and of files end with exit code 2 and say what to mend. */
export async function runService(definition: ServiceDefinition, argv: readonly string[], environment: Environment): Promise<void> {
  const [verb = 'serve', ...files] = argv;
  try {
    if (verb === 'serve') await runUntilSignal(() => serve(definition, environment));
    else if (verb === 'migrate') await migrate(definition, environment);
    else if (verb === 'import') await importAll(definition, files, environment);
    else if (verb === 'report') await report(definition, environment);
    else if (verb === 'audit') await audit(definition, files, environment);
    else if (verb === 'schema') process.stdout.write(printSubgraphSdl(await definition.buildSchema(loadRegisters(environment['SCHAKEL_REGISTERS_DIR'] || undefined))));
    else if (verb === 'settings') process.stdout.write(`${JSON.stringify({ serve: describeSettings(serviceSettingsSchema), migrate: describeSettings(migrateSettingsSchema) })}\n`);
    else if (definition.verbs && Object.hasOwn(definition.verbs, verb)) await ownVerb(definition, definition.verbs[verb], files, environment);
    else fail([USAGE, ...Object.keys(definition.verbs ?? {})].join(' | '));
  } catch (error) {
    if (error instanceof SettingsError || error instanceof UnknownFiles || error instanceof UnreadableFile) return fail(`${definition.name}: ${error.message}`);
    // Through the log and not thrown on: a database error carries the values of the row that it refused.
    createLogger(definition.name, 'info').fatal({ err: error }, `${verb} failed`);
    process.exitCode = 1;
  }
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

async function serve(definition: ServiceDefinition, environment: Environment): Promise<{ stop(): Promise<void> }> {
  const { parts, wired } = await open(definition, environment);
  const workers = startWorkers([outboxOf(parts, wired), anchorWorker(parts), ...logWorkers(parts), ...(wired.workers ?? [])], parts.logger);
  const commands = { ...wired.commands, ...anchorCommands(parts.dataSource, parts.logger) };
  const server = await buildServer(parts, { ...wired, commands }, await definition.buildSchema(parts.registers));
  const { SCHAKEL_HOST: host, SCHAKEL_PORT: port } = parts.settings;
  await server.listen({ host, port });
  parts.logger.info({ host, port }, 'serving');
  return {
    async stop() {
      await server.close();
      await workers.stop();
      await wired.close?.();
      await close(parts);
    },
  };
}

function outboxOf(parts: ServiceParts, wired: Wired): OutboxWorker {
  return new OutboxWorker(parts.dataSource, parts.parties, parts.logger, wired.epoch?.bind(wired));
}

function logWorkers({ dataSource, logger, name, body, settings: { SCHAKEL_OTLP_URL: url, SCHAKEL_LOG_RETENTION_DAYS: days } }: ServiceParts): Worker[] {
  const exporter = url ? [new ProcessingExporter(dataSource, logger, { url, service: name, body })] : [];
  const retention = days ? [new LogRetention(dataSource, logger, days)] : [];
  return [new AccessLinker(dataSource, logger), ...exporter, ...retention];
}

async function migrate(definition: ServiceDefinition, environment: Environment): Promise<void> {
  const settings = readSettings(migrateSettingsSchema, environment);
  const dataSource = await openDatabase(definition, settings.SCHAKEL_DATABASE_OWNER_URL, 1);
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    process.stdout.write(`${definition.name}: ${applied.length} migrations applied\n`);
  } finally {
    await dataSource.destroy();
  }
}

async function importAll(definition: ServiceDefinition, files: readonly string[], environment: Environment): Promise<void> {
  if (files.length === 0) return fail(USAGE);
  const { parts, wired } = await open(definition, environment);
  const businessDate = parts.settings.SCHAKEL_BUSINESS_DATE ? parts.businessDate() : null;
  try {
    await importFiles(parts.dataSource, wired.imports ?? [], files, importFacts(parts), businessDate, (result) => process.stdout.write(`${definition.name}: ${describe(result)}\n`));
  } finally {
    await close(parts);
  }
}

function describe(result: ImportResult): string {
  const counts = `delivered ${result.delivered}, accepted ${result.accepted}, refused ${result.refused}, duplicates ${result.duplicates}`;
  const effect = result.known ? 'imported before, nothing changed' : `new ${result.inserted}, changed ${result.updated}, unchanged ${result.unchanged}`;
  return `${result.file}: ${counts} (${effect})`;
}

async function report(definition: ServiceDefinition, environment: Environment): Promise<void> {
  const { parts, wired } = await open(definition, environment);
  try {
    process.stdout.write(`${definition.name}\n${await importReport(parts.dataSource)}\n`);
    if (wired.report) process.stdout.write(`${await wired.report()}\n`);
  } finally {
    await close(parts);
  }
}

async function audit(definition: ServiceDefinition, args: readonly string[], environment: Environment): Promise<void> {
  const { parts, wired } = await open(definition, environment);
  try {
    const { text, clean } = await auditCommand({ name: definition.name, dataSource: parts.dataSource, more: wired.auditFaults }, args);
    process.stdout.write(text);
    if (!clean) process.exitCode = 1;
  } finally {
    await close(parts);
  }
}

async function ownVerb(definition: ServiceDefinition, run: OwnVerb | undefined, args: readonly string[], environment: Environment): Promise<void> {
  const opened: ServiceParts[] = [];
  const openOnce = async (): Promise<ServiceParts> => {
    const { parts } = await open(definition, environment);
    opened.push(parts);
    return parts;
  };
  try {
    const { text, ok } = (await run?.(args, environment, openOnce)) ?? { text: '', ok: false };
    process.stdout.write(text);
    if (!ok) process.exitCode = 1;
  } finally {
    for (const parts of opened) await close(parts);
  }
}

function anchorWorker({ name, dataSource, parties, settings }: ServiceParts): AnchorWorker {
  return new AnchorWorker(dataSource, parties, [...settings.SCHAKEL_PARTIES.keys()].filter((other) => other !== name));
}

async function open(definition: ServiceDefinition, environment: Environment): Promise<{ parts: ServiceParts; wired: Wired }> {
  const settings = readSettings(serviceSettingsSchema, environment);
  const registers = loadRegisters(settings.SCHAKEL_REGISTERS_DIR);
  const signer = await PartySigner.load(definition.name, settings.SCHAKEL_SERVICE_KEY_FILE);
  const sizes = poolSizes(settings.SCHAKEL_DATABASE_POOL);
  const parts: ServiceParts = {
    name: definition.name,
    body: ownBody(definition, registers),
    settings,
    registers,
    signer,
    dataSource: await onceDatabaseIsUp(() => openDatabase(definition, settings.SCHAKEL_DATABASE_URL, sizes.system)),
    reads: await openReads(definition, settings.SCHAKEL_DATABASE_URL, sizes.reads),
    logger: createLogger(definition.name, settings.SCHAKEL_LOG_LEVEL),
    log: processingLog(definition, settings, registers),
    parties: new PartyClient(signer, settings.SCHAKEL_PARTIES, registers, clientTls(settings)),
    pseudonym: (number) => pseudonymOf(required(settings, 'SCHAKEL_FEDERATION_KEY'), number),
    businessDate: settings.SCHAKEL_BUSINESS_DATE ? businessDateSource(settings.SCHAKEL_BUSINESS_DATE) : () => required(settings, 'SCHAKEL_BUSINESS_DATE'),
  };
  return { parts, wired: definition.wire(parts) };
}

function processingLog({ name: service }: ServiceDefinition, settings: ServiceSettings, registers: Registers): ProcessingLog {
  const { SCHAKEL_LOG_KEY: key, SCHAKEL_ACTIVITY_REGISTER: register, SCHAKEL_OTLP_URL: url } = settings;
  return new ProcessingLog({ service, key, register, exported: url !== undefined, registers });
}

async function close(parts: ServiceParts): Promise<void> {
  await parts.parties.close();
  await Promise.all([parts.reads.destroy(), parts.dataSource.destroy()]);
}

function ownBody(definition: ServiceDefinition, registers: Registers): string {
  const party = registers.parties.find((one) => one.service === definition.name);
  if (!party) throw new SettingsError([`the partner register has no service ${definition.name}`]);
  return party.body;
}

function required<K extends keyof ServiceSettings>(settings: ServiceSettings, name: K): NonNullable<ServiceSettings[K]> {
  const value = settings[name];
  if (value === undefined || value === null) throw new SettingsError([`${String(name)}: is required for this`]);
  return value;
}

function importFacts(parts: ServiceParts): ImportFacts {
  const municipalities = parts.registers.postcodeAreas.map((area) => area.municipality);
  const registered = parts.registers.bodies.filter((body) => body.kind === 'MUNICIPALITY').map((body) => body.id.replace('gm-', ''));
  return {
    pseudonym: parts.pseudonym,
    municipalities: new Set([...municipalities, ...registered]),
    adaptations: new Set(parts.registers.adaptations.map((one) => one.code)),
    bodies: new Set(parts.registers.bodies.map((body) => body.id)),
  };
}

