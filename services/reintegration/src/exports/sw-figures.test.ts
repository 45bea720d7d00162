import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unavailable } from '#kernel/faults.js';
import { rightsOf } from '#kernel/field-policy.js';
import { createLogger } from '#kernel/log.js';
import { loadRegisters } from '#kernel/registers.js';
import { checkDefinitions } from '#shell/exports/check-definitions.js';
import type { ExportDefinition } from '#shell/exports/export-definition.js';
import { exportRequest } from '#shell/exports/export-request.js';
import { Figures } from '#shell/figures/figures.js';
import { QuestionLedger } from '#shell/figures/question-ledger.js';
import type { PartyClient, Question } from '#shell/party-client.js';
import type { ServiceDefinition, ServiceParts } from '#shell/service-definition.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { testLog } from '#shell/testing/test-log.js';
import { directoryEntities, directoryMigrations, directoryParts } from '../directory.js';
import { swFigures } from './sw-figures.js';

const registers = loadRegisters();
const definition: ServiceDefinition = {
  name: 'reintegration', entities: directoryEntities, migrations: directoryMigrations, wire: () => ({ context: (request) => request }),
  buildSchema: () => Promise.reject(new Error('no schema here')),
};
const silent = new Set<string>();

function answerOf(service: string, { query }: Question): Promise<object> {
  if (silent.has(service) || !query.includes('cells')) return Promise.reject(unavailable(service));
  const code = service.replace(/^sw-/, '');
  const cells = [{ key: [code, 'INTERNAL', '0626', '45-54', 'MODERATE'], count: 43 }, { key: [code, 'INTERNAL', '0626', '45-54', 'SEVERE'], count: 4 }];
  return Promise.resolve({ _entities: [{ asOf: '2014-03-03T00:00:00.000Z', cells }] });
}

let database: TestDatabase;
let parts: ServiceParts;
let figures: ExportDefinition;
beforeAll(async () => {
  database = await testDatabase(definition);
  const parties = { ask: answerOf } as unknown as PartyClient;
  parts = { name: 'reintegration', body: 'werk-en-inkomen', registers, dataSource: database.dataSource, reads: database.reads, parties, log: testLog('reintegration'), logger: createLogger('test', 'silent') } as unknown as ServiceParts;
  const ledger = new Figures(new QuestionLedger(database.dataSource, 1_000));
  figures = swFigures((request, session) => {
    const asked = { ...request, session, rights: rightsOf(request.viewer, registers.purposes) };
    return { ...asked, directory: directoryParts(parts, ledger, asked) };
  });
});
beforeEach(() => silent.clear());
afterAll(() => database.drop());

async function fileOf(parameters: Record<string, string>): Promise<string> {
  const viewer = { subject: 'analyst', body: 'werk-en-inkomen', roles: ['ANALYST' as const], scopes: ['statistics:read' as const], purpose: 'statistiek' };
  const caller = { viewer, businessDate: '2014-03-03', requestId: 'r', deadline: Date.now() + 60_000, from: 'gateway' };
  let text = '';
  for await (const part of figures.run(exportRequest(parts, { caller, definition: figures, parameters, traceparent: undefined, ending: new AbortController().signal }))) text += part;
  return text;
}

describe('the export of published figures', () => {
  it('is a definition that a service can start with', () => {
    expect(() => checkDefinitions([figures], registers.purposes)).not.toThrow();
    expect(figures.fileName({ on: '2013-12-31' })).toBe('sw-statistiek-2013-12-31.csv');
  });

  it('is the table of the graph, rounded, and without small numbers or what gives them away', async () => {
    expect(await fileOf({ by: 'CATEGORY' })).toBe('category,count,suppressed\nMODERATE,130,false\nSEVERE,10,false\n');
    expect(await fileOf({ by: 'COMPANY,CATEGORY', company: 'leiden' })).toBe('company,category,count,suppressed\nleiden,MODERATE,,true\nleiden,SEVERE,,true\n');
  });

  it('of a day that is no quarter end, of too many dimensions, or of an unknown company is a mistake', async () => {
    for (const parameters of [{ on: '2013-12-30' }, { by: 'COMPANY,WORK_FORM,MUNICIPALITY,CATEGORY' }, { by: 'COMPANY,COMPANY' }, { company: 'elsewhere' }]) {
      await expect(fileOf(parameters as unknown as Record<string, string>)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('is not there while a company is silent, which is named', async () => {
    silent.add('sw-wassenaar');
    await expect(fileOf({})).rejects.toMatchObject({ code: 'UNAVAILABLE', extensions: { body: 'sw-wassenaar' } });
  });
});
