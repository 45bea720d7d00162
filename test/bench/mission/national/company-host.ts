/**
 * Many companies in one process, each behind a port and on a database of its own, from the very code of a company's service: its doors, its read sessions, its row
 * policies, its log. Left out is what ninety processes would do beside answering, each on a machine of its own: outbox, links of the audit, watches over holds.
 * The companies come in a file (`HOST_FILE`); the addresses go to the parent over IPC.
 */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { runUntilSignal } from '#kernel/lifecycle.js';
import { createLogger } from '#kernel/log.js';
import { PartySigner } from '#kernel/party-token.js';
import { loadRegisters } from '#kernel/registers.js';
import { inRepository } from '../../../../local/paths.js';

export interface HostedCompany {
  readonly code: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface Definition {
  readonly name: string;
  readonly entities: readonly unknown[];
  buildSchema(registers: unknown): Promise<unknown>;
  wire(parts: unknown): unknown;
}

interface Server {
  listen(where: { host: string; port: number }): Promise<string>;
  readonly server: { address(): AddressInfo };
  close(): Promise<void>;
}

interface Destroyed {
  destroy(): Promise<void>;
}

interface Cell {
  readonly key: readonly string[];
  readonly count: number;
}

interface System {
  cells(manager: unknown, question: { readonly by: readonly string[] }): Promise<readonly Cell[]>;
}

interface Modules {
  readonly companyService: (definition: object) => Definition;
  readonly definition: Definition;
  readonly liveSystem: System;
  readonly openDatabase: (definition: Definition, url: string, pool: number) => Promise<Destroyed>;
  readonly openReads: (definition: Definition, url: string, pool: number) => Promise<Destroyed>;
  readonly buildServer: (parts: object, wired: unknown, schema: unknown) => Promise<Server>;
  readonly serviceSettingsSchema: { parse(value: unknown): Record<string, never> };
  readonly PartyClient: new (...given: unknown[]) => unknown;
  readonly ProcessingLog: new (facts: object) => unknown;
}

const MODEL = ['services', 'sw-zoetermeer-rijswijk', 'src'];
const MODULES: readonly (readonly string[])[] = [
  ['services', 'sw-contract', 'src', 'company-service.js'], [...MODEL, 'service.js'], [...MODEL, 'store', 'live-system.js'], ['services', 'shell', 'src', 'database.js'],
  ['services', 'shell', 'src', 'server.js'], ['services', 'shell', 'src', 'service-settings.js'], ['services', 'shell', 'src', 'party-client.js'], ['services', 'shell', 'src', 'processing-log', 'processing-log.js'],
];
/** Ninety companies share one PostgreSQL here. */
const READS = 3;

/** By path: a test imports no service, it runs one. */
async function modules(): Promise<Modules> {
  const loaded = await Promise.all(MODULES.map((path) => import(pathToFileURL(inRepository('dist', ...path)).href) as Promise<object>));
  return Object.assign({}, ...loaded) as Modules;
}

/** The counting names the company of the code that it was written for. */
function systemOf({ liveSystem }: Modules, code: string): object {
  const cells: System['cells'] = async (manager, question) => {
    const place = question.by.indexOf('COMPANY');
    const found = await liveSystem.cells(manager, question);
    return place < 0 ? found : found.map(({ key, count }) => ({ key: key.with(place, code), count }));
  };
  return { ...liveSystem, cells };
}

async function host(found: Modules, { code, environment }: HostedCompany): Promise<{ url: string; stop(): Promise<void> }> {
  const settings = found.serviceSettingsSchema.parse(environment);
  const definition = found.companyService({ code, entities: found.definition.entities, migrations: [], imports: [], system: systemOf(found, code) });
  const registers = loadRegisters(environment['SCHAKEL_REGISTERS_DIR']);
  const signer = await PartySigner.load(definition.name, settings['SCHAKEL_SERVICE_KEY_FILE'] as never);
  const [dataSource, reads] = [await found.openDatabase(definition, environment['SCHAKEL_DATABASE_URL'] ?? '', 1), await found.openReads(definition, environment['SCHAKEL_DATABASE_URL'] ?? '', READS)];
  const parts = {
    name: definition.name, body: `sw-${code}`, settings, registers, signer, dataSource, reads, logger: createLogger(definition.name, 'info'),
    log: new found.ProcessingLog({ service: definition.name, key: settings['SCHAKEL_LOG_KEY'], register: settings['SCHAKEL_ACTIVITY_REGISTER'], exported: false, registers }),
    parties: new found.PartyClient(signer, settings['SCHAKEL_PARTIES'], registers),
  };
  const server = await found.buildServer(parts, definition.wire(parts), await definition.buildSchema(registers));
  await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${server.server.address().port}`,
    async stop() {
      await server.close();
      await Promise.all([dataSource.destroy(), reads.destroy()]);
    },
  };
}

await runUntilSignal(async () => {
  const companies = JSON.parse(readFileSync(process.env['HOST_FILE'] ?? '', 'utf8')) as HostedCompany[];
  const found = await modules();
  const running: { code: string; url: string; stop(): Promise<void> }[] = [];
  for (const company of companies) running.push({ code: company.code, ...(await host(found, company)) });
  process.send?.({ addresses: Object.fromEntries(running.map(({ code, url }) => [code, url])) });
  return { stop: async () => void (await Promise.all(running.map((one) => one.stop()))) };
});
