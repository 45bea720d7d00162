/** What a service hands to the shell; everything a request needs is wired once, in the service's own service.ts. */
import type { GraphQLSchema } from 'graphql';
import type { DataSource, EntityManager, MigrationInterface } from 'typeorm';
import type { Rights } from '#kernel/field-policy.js';
import type { Logger } from '#kernel/log.js';
import type { PartySigner } from '#kernel/party-token.js';
import type { Registers } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';
import type { AuditFault } from './audit/chain-verifier.js';
import type { ExportDefinition } from './exports/export-definition.js';
import type { ImportFormat } from './import/format.js';
import type { PartyClient } from './party-client.js';
import type { ProcessingLog } from './processing-log/processing-log.js';
import type { ReadSession } from './read-session.js';
import type { ServiceSettings } from './service-settings.js';

type Constructor<T = object> = new (...args: never[]) => T;

export interface ServiceDefinition {
  /** Subgraph name, folder name and audience of tokens, all one. */
  readonly name: string;
  readonly entities: readonly Constructor[];
  /** In order; the shell puts its own tables in front. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  buildSchema(registers: Registers): Promise<GraphQLSchema>;
  wire(parts: ServiceParts): Wired;
  /** What only this service can be asked at the command line, by verb. */
  readonly verbs?: Readonly<Record<string, OwnVerb>>;
}

/** `open` gives the parts, with the database; without it nothing but the arguments and the environment is needed. Not `ok`: exit code 1. */
export type OwnVerb = (args: readonly string[], environment: Readonly<Record<string, string | undefined>>, open: () => Promise<ServiceParts>) => Promise<{ text: string; ok: boolean }>;

export interface ServiceParts {
  readonly name: string;
  /** Id of the body whose system this is. */
  readonly body: string;
  readonly settings: ServiceSettings;
  readonly registers: Registers;
  /** Behind the system door: for commands, workers, imports and reports. */
  readonly dataSource: DataSource;
  /** Without a door: for read sessions alone. */
  readonly reads: DataSource;
  readonly logger: Logger;
  /** Where every read and command writes whose data it touched. */
  readonly log: ProcessingLog;
  readonly parties: PartyClient;
  /** This service's own signing key (ES256, kid = service name). */
  readonly signer: PartySigner;
  /** Person id of a nine-digit number; a bug where the service was not given the federation key. */
  pseudonym(number: string): string;
  /** Only where SCHAKEL_BUSINESS_DATE is set (the coordinator); everybody else takes the date of the request. */
  businessDate(): string;
}

export interface Wired {
  /** The GraphQL context of one request. */
  context(request: ShellRequest): ShellRequest;
  /** Services that may ask questions here on behalf of a viewer, whom they name themselves; no other body's service may. */
  readonly askers?: readonly string[];
  /** POST /commands/<verb> */
  readonly commands?: Readonly<Record<string, CommandHandler>>;
  /** GET /streams/<name>?after=<number>, for the gateway alone. */
  readonly streams?: Readonly<Record<string, StreamHandler>>;
  /** GET /exports/<name>, for the gateway alone. */
  readonly exports?: readonly ExportDefinition[];
  readonly workers?: readonly Worker[];
  readonly imports?: readonly ImportFormat[];
  /** Lines of the reconciliation report beyond the import counts. */
  report?(): Promise<string>;
  /** The epoch that outgoing messages carry, asked at each delivery; a service without a coordinator has none. */
  epoch?(): Promise<number>;
  /** Run at a graceful stop, when requests and workers have ended and the database is still open. */
  close?(): Promise<void>;
  /** What the audit chain must agree with beyond the commands that came in. */
  auditFaults?(manager: EntityManager): Promise<readonly AuditFault[]>;
}

export interface ShellRequest {
  readonly viewer: Viewer;
  /** What he may for the purpose that he named: what the directives of the schema ask is held against it. */
  readonly rights: Rights;
  /** YYYY-MM-DD */
  readonly businessDate: string;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** `gateway`, or the name of the asking service. */
  readonly from: string;
  readonly ticket: string | undefined;
  readonly session: ReadSession;
}

export interface PartyCommand {
  /** Idempotency key, unique per sender. */
  readonly id: string;
  readonly from: string;
  /** As the path of the door named it. */
  readonly verb?: string;
  readonly payload: unknown;
  readonly epoch: number;
  readonly businessDate: string;
  readonly requestId: string;
  readonly viewer: Viewer | null;
}

/** Idempotent by (from, id): use `onceOnly`. Throws a Fault for a payload that is not understood. */
export type CommandHandler = (command: PartyCommand) => Promise<object>;

/** The lines from `after` on, then each as it comes, until `ending`. Whoever reads them comes back with the last one that he has. */
export type StreamHandler = (after: number, ending: AbortSignal) => AsyncIterable<object>;

export interface Worker {
  readonly name: string;
  readonly everyMs: number;
  runOnce(): Promise<void>;
}
