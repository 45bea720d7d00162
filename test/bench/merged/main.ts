/**
 * What somebody would build who could put all data together: one PostgreSQL, one GraphQL server, SQL by hand. It verifies the same token, shows the same rows to the
 * same people, and commits a row per person before it answers. Run by the bench; settings by environment (`MERGED_*`).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, execute, type GraphQLFieldResolver, type GraphQLSchema, parse, validate } from 'graphql';
import { businessDateSource } from '#kernel/business-date.js';
import { runUntilSignal } from '#kernel/lifecycle.js';
import { loadRegisters } from '#kernel/registers.js';
import { inRepository } from '../../../local/paths.js';
import { agreements } from './agreements.js';
import { placements, swCompany } from './companies.js';
import type { Context, Merged } from './context.js';
import { applicationStatistics, swStatistics } from './figures.js';
import { workplaceOptions } from './options.js';
import { applications, person } from './person.js';
import { rules } from './rules.js';
import { openPool, Session } from './session.js';
import { type Authenticate, authenticator } from './viewer.js';
import type { Pool } from 'pg';

const ROOTS = { person, applications, swCompany, workplaceOptions, agreements, applicationStatistics, swStatistics };
const DOCUMENTS = 1_000;

interface Question {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

interface Parts {
  readonly schema: GraphQLSchema;
  readonly merged: Merged;
  readonly authenticate: Authenticate;
  readonly pool: Pool;
  readonly prepared: boolean;
  readonly documents: Map<string, DocumentNode>;
}

function schemaOf(): GraphQLSchema {
  const schema = buildSchema(readFileSync(inRepository('test', 'bench', 'merged', 'schema.graphql'), 'utf8'));
  const resolve = (type: string, field: string, by: unknown): void => {
    const found = schema.getType(type);
    if (found && 'getFields' in found) (found.getFields()[field] as { resolve?: GraphQLFieldResolver<unknown, Context> }).resolve = by as GraphQLFieldResolver<unknown, Context>;
  };
  for (const [field, by] of Object.entries(ROOTS)) resolve('Query', field, by);
  resolve('SwCompany', 'placements', placements);
  return schema;
}

function mergedOf(registersDir: string | undefined): Merged {
  const registers = loadRegisters(registersDir);
  const adaptations = new Map(registers.adaptations.map(({ code, text }) => [code, text]));
  const grounds = new Map<string, object & { on: string }>();
  const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
  const groundOf = (on: string): object & { on: string } => Object.assign({ on }, {
    travel: rules.travel.travelBetween(registers.postcodeAreas, registers.parameters, on),
    travelMinutes: rules.travel.travelTimeOn(registers.parameters, on),
    adaptationText: (code: string) => lower(adaptations.get(code) ?? code),
    travelLimits: rules.travel.travelLimitsOn(registers.parameters, on),
  });
  const ground = (on: string): object & { on: string } => {
    const found = grounds.get(on) ?? groundOf(on);
    grounds.set(on, found);
    return found;
  };
  return { registers, adaptations, ground, bodies: new Map(registers.bodies.map((one) => [one.id, one])) };
}

function documentOf({ schema, documents }: Parts, text: string): DocumentNode {
  const found = documents.get(text);
  if (found) return found;
  const document = parse(text);
  const [fault] = validate(schema, document);
  if (fault) throw fault;
  if (documents.size < DOCUMENTS) documents.set(text, document);
  return document;
}

async function bodyOf(request: IncomingMessage): Promise<Question> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Question;
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/readyz') return void response.end('ok');
  const asking = await parts.authenticate(request.headers.authorization, request.headers['x-doelbinding'] as string | undefined);
  if (!asking) return void response.writeHead(401).end();
  const { query, operationName, variables } = await bodyOf(request);
  const session = new Session(parts.pool, asking, operationName ?? 'query', parts.prepared);
  const context: Context = { ...parts.merged, session, asking };
  const result = await Promise.resolve(execute({ schema: parts.schema, document: documentOf(parts, query), contextValue: context, variableValues: variables ?? {}, operationName: operationName ?? null }));
  await session.close();
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'x-statements': String(session.statements) }).end(JSON.stringify(result));
}

async function serve(): Promise<{ stop(): Promise<void> }> {
  const setting = (name: string): string => process.env[`MERGED_${name}`] ?? '';
  const merged = mergedOf(setting('REGISTERS') || undefined);
  const authenticate = authenticator(setting('ISSUER'), merged.registers, businessDateSource(setting('BUSINESS_DATE')));
  const parts: Parts = { schema: schemaOf(), merged, authenticate, pool: openPool(setting('DATABASE_URL'), 16), prepared: setting('PREPARED') === 'on', documents: new Map() };
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(Number(setting('PORT')), '127.0.0.1', resolve));
  return {
    async stop() {
      server.closeAllConnections();
      server.close();
      await parts.pool.end();
    },
  };
}

await runUntilSignal(serve);
