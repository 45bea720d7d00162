/** The only wiring of this service: the directory, the negotiation and the coordinator. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { instantOn } from '#kernel/business-date.js';
import { CommandReused, onceOnly } from '#shell/inbox.js';
import { enqueue } from '#shell/outbox.js';
import type { ServiceDefinition, ServiceParts, ShellRequest, Wired } from '#shell/service-definition.js';
import type { CommandServices } from './commands/command.js';
import { Coordinator } from './coordinator/coordinator.js';
import { HttpCompanyCommands, serviceOf } from './coordinator/company-commands.js';
import { coordinatorWorker } from './coordinator/worker.js';
import { DirectoryAlternatives } from './directory-facts.js';
import {
  directoryCommands, directoryEntities, directoryImports, directoryMigrations, directoryOrphans, directoryParts, directoryReport, directoryResolvers,
} from './directory.js';
import type { AuthorityRule } from './domain/parties.js';
import { agreementScope, offerScope } from './domain/policy.js';
import type { AgreementContext } from './graph/agreement-context.js';
import { agreementLoaders } from './graph/agreement-loaders.js';
import { buildReintegrationSchema } from './graph/schema.js';
import { AgreementFacts } from './questions/agreement-facts.js';
import { BodySigner } from './signing/body-signer.js';
import { AcceptanceRow } from './store/acceptance.row.js';
import { AgreementHistoryRow } from './store/agreement-history.row.js';
import { AgreementPartyRow } from './store/agreement-party.row.js';
import { AgreementReadStore } from './store/agreement-reads.js';
import { AgreementRow } from './store/agreement.row.js';
import { TypeormAgreements, type Messaging } from './store/agreement.store.js';
import { AgreementTables1 } from './store/migrations/agreement-tables.js';
import { OfferRow, OfferWorkplaceRow } from './store/offer.row.js';
import { OwnFactsStore } from './store/own-facts.store.js';
import { TermsVersionRow } from './store/terms-version.row.js';
import { WaitingAgreementTasks } from './store/waiting-tasks.store.js';

const AGREEMENT_ENTITIES = [AgreementRow, TermsVersionRow, AgreementPartyRow, AcceptanceRow, AgreementHistoryRow, OfferRow, OfferWorkplaceRow];

export const reintegration: ServiceDefinition = {
  name: 'reintegration',
  entities: [...directoryEntities, ...AGREEMENT_ENTITIES],
  migrations: [...directoryMigrations, AgreementTables1],
  buildSchema: (registers) => buildReintegrationSchema(registers, directoryResolvers, directoryOrphans(registers)),
  wire,
};

function wire(parts: ServiceParts): Wired {
  const { services, coordinator } = negotiation(parts);
  return {
    context: (request) => contextOf(parts, services, request),
    commands: directoryCommands(parts),
    workers: [coordinatorWorker(coordinator, parts.businessDate)],
    imports: directoryImports,
    report: () => directoryReport(parts),
  };
}

function contextOf(parts: ServiceParts, services: CommandServices, request: ShellRequest): AgreementContext {
  const scope = agreementScope(request.viewer);
  const reads = new AgreementReadStore(request.session);
  const directory = directoryParts(parts, request, [new WaitingAgreementTasks(request.session, scope)]);
  return { ...request, directory, agreements: { services, reads, loaders: agreementLoaders(reads, scope, offerScope(request.viewer)) } };
}

function negotiation(parts: ServiceParts): { services: CommandServices; coordinator: Coordinator } {
  const { registers, dataSource, logger, body, name } = parts;
  const store = new TypeormAgreements(dataSource, messaging(parts));
  const signer = new BodySigner({ service: name, body, key: parts.signer.key }, parts.settings.SCHAKEL_PARTY_KEYS_FILE, parts.parties, registers);
  const instant = (businessDate: string): string => instantOn(businessDate, new Date().toISOString());
  const coordinator = new Coordinator({
    store,
    signer,
    instant,
    companies: new HttpCompanyCommands(parts.parties, registers),
    stuck: (agreement, code) => logger.warn({ agreement, code }, 'an agreement does not come on; it is tried again'),
  });
  const services: CommandServices = {
    store,
    signer,
    instant,
    ownFacts: new OwnFactsStore(dataSource, body),
    bodies: new AgreementFacts(parts.parties, registers),
    alternatives: new DirectoryAlternatives(dataSource, parts.parties, registers),
    matrix: registers.authority satisfies readonly AuthorityRule[],
    adaptationCodes: new Set(registers.adaptations.map((one) => one.code)),
    companyCodes: new Set(registers.parties.flatMap((one) => (one.company ? [one.company.code] : []))),
    bodyName: (id) => registers.bodies.find((one) => one.id === id)?.name ?? id,
    newId: () => randomUUID(),
    settle: (id, on) => coordinator.settle(id, on),
  };
  return { services, coordinator };
}

function messaging({ registers }: ServiceParts): Messaging {
  return {
    onceOnly,
    isReused: (error) => error instanceof CommandReused,
    enqueue: (manager: EntityManager, { body, verb, payload }, businessDate) => enqueue(manager, { to: serviceOf(registers, body), verb, payload, businessDate }),
  };
}
