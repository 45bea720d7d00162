// One sw company as a service: the common contract around the company's own system. This is the wiring; what differs per
// company comes in through CompanyDefinition.
import type { MigrationInterface } from 'typeorm';
import type { ImportFormat } from '#shell/import/format.js';
import type { ServiceDefinition, ServiceParts, ShellRequest, Wired } from '#shell/service-definition.js';
import { commandHandlers } from './commands/handlers.js';
import { HoldWatch } from './commands/hold-watch.js';
import type { CommandParts } from './commands/parts.js';
import { DIRECTORY } from './directory.js';
import { CompanyReader } from './graph/reader.js';
import { buildCompanySchema } from './graph/schema.js';
import type { SwContext } from './graph/context.js';
import type { CompanySystem } from './port.js';
import { ContractRowSecurity1 } from './store/contract-row-security.js';
import { ContractTables1 } from './store/contract-tables.js';
import { ContractTables2 } from './store/contract-tables-2.js';
import { sharedWith } from './store/shares.store.js';
import { suspensionsOf } from './store/suspensions.store.js';

export interface CompanyDefinition {
  /** Company code: `leiden`. The service and its body are called `sw-<code>`. */
  readonly code: string;
  /** The company's own TypeORM rows. */
  readonly entities: ServiceDefinition['entities'];
  /** The company's own migrations; the contract's tables come before them. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly system: CompanySystem;
  readonly imports: readonly ImportFormat[];
  /** Lines of the reconciliation report beyond the import counts, such as discrepancies. */
  report?(parts: ServiceParts): Promise<string>;
}

export function companyService(definition: CompanyDefinition): ServiceDefinition {
  return {
    name: `sw-${definition.code}`,
    entities: definition.entities,
    migrations: [ContractTables1, ContractTables2, ContractRowSecurity1, ...definition.migrations],
    buildSchema: () => buildCompanySchema(definition.code),
    wire: (parts) => wireCompany(definition, parts),
  };
}

function wireCompany(definition: CompanyDefinition, parts: ServiceParts): Wired {
  const { code, system, imports, report } = definition;
  const company = { body: parts.body, directory: DIRECTORY };
  const reader = (request: ShellRequest) => new CompanyReader({ code, company, registers: parts.registers, system, sharedWith, suspensionsOf }, request);
  const commandParts = commandPartsOf(definition, parts);
  return {
    context: (request): SwContext => ({ ...request, sw: reader(request) }),
    askers: [DIRECTORY],
    commands: commandHandlers(commandParts),
    workers: [new HoldWatch(commandParts, parts.parties, parts.logger)],
    imports,
    ...(report ? { report: () => report(parts) } : {}),
  };
}

function commandPartsOf({ code, system }: CompanyDefinition, parts: ServiceParts): CommandParts {
  return {
    code,
    company: { body: parts.body, directory: DIRECTORY },
    system,
    authority: parts.registers.authority,
    log: parts.log,
    envelopeKey: parts.settings.SCHAKEL_ENVELOPE_KEY,
    serviceName: parts.name,
    signingKey: parts.signer.key,
    keyThumbprint: parts.signer.thumbprint,
    holdAskSeconds: parts.settings.SCHAKEL_HOLD_ASK_SECONDS,
    transaction: (work) => parts.dataSource.transaction(work),
    now: () => new Date(),
  };
}
