/** The only wiring of this service: the directory, the negotiation and the coordinator. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { instantOn } from '#kernel/business-date.js';
import { appendAudit } from '#shell/audit/append.js';
import { Figures } from '#shell/figures/figures.js';
import { QuestionLedger } from '#shell/figures/question-ledger.js';
import { CommandReused, onceOnly } from '#shell/inbox.js';
import { enqueue } from '#shell/outbox.js';
import type { ServiceDefinition, ServiceParts, ShellRequest, Wired } from '#shell/service-definition.js';
import type { CommandServices } from './commands/command.js';
import { holdStatus, type HoldStatusParts } from './commands/hold-status.js';
import { Coordinator } from './coordinator/coordinator.js';
import { HttpCompanyCommands, serviceOf } from './coordinator/company-commands.js';
import { Lease } from './coordinator/lease.js';
import { coordinatorWorkers, stuckReport } from './coordinator/worker.js';
import { DirectoryAlternatives } from './directory-facts.js';
import {
  directoryCommands, directoryEntities, directoryImports, directoryMigrations, directoryOrphans, directoryParts, directoryReport, directoryResolvers,
} from './directory.js';
import type { AuthorityRule } from './domain/parties.js';
import { agreementScope, offerScope } from './domain/policy.js';
import { exportsOf } from './exports/exports.js';
import type { AgreementContext } from './graph/agreement-context.js';
import { agreementLoaders } from './graph/agreement-loaders.js';
import { buildReintegrationSchema } from './graph/schema.js';
import { PROOF_VERBS } from './proof/verbs.js';
import { AgreementFacts } from './questions/agreement-facts.js';
import { BodySigner } from './signing/body-signer.js';
import { AcceptanceRow } from './store/acceptance.row.js';
import { AgreementHistoryRow } from './store/agreement-history.row.js';
import { agreementNews } from './store/agreement-news.js';
import { AgreementPartyRow } from './store/agreement-party.row.js';
import { AgreementReadStore } from './store/agreement-reads.js';
import { AgreementRow } from './store/agreement.row.js';
import { TypeormAgreements, type Messaging } from './store/agreement.store.js';
import { GroupOrderReadStore } from './store/group-order-reads.js';
import { TypeormGroupOrders } from './store/group-order.store.js';
import { CoordinatorAttempts } from './store/coordinator-attempts.store.js';
import { CoordinatorLeaseStore } from './store/coordinator-lease.store.js';
import { DateTasks } from './store/date-tasks.store.js';
import { AgreementRowSecurity1 } from './store/migrations/agreement-row-security.js';
import { AgreementTables2 } from './store/migrations/agreement-state-guard.js';
import { AgreementTables1 } from './store/migrations/agreement-tables.js';
import { AgreementTables4 } from './store/migrations/amendments.js';
import { CandidatePromises1 } from './store/migrations/candidate-promises.js';
import { CoordinatorTables1 } from './store/migrations/coordinator-tables.js';
import { AgreementTables3 } from './store/migrations/due-date-tables.js';
import { CategoryTasks } from './store/finance-tasks.store.js';
import { FinanceTables1 } from './store/migrations/finance-tables.js';
import { GroupOrderTables1 } from './store/migrations/group-order-tables.js';
import { NewsTables1 } from './store/migrations/news-tables.js';
import { OfferRow, OfferWorkplaceRow } from './store/offer.row.js';
import { OwnFactsStore } from './store/own-facts.store.js';
import { stepFaults } from './store/own-steps-audit.js';
import { TermsVersionRow } from './store/terms-version.row.js';
import { WaitingAgreementTasks } from './store/waiting-tasks.store.js';

const AGREEMENT_ENTITIES = [AgreementRow, TermsVersionRow, AgreementPartyRow, AcceptanceRow, AgreementHistoryRow, OfferRow, OfferWorkplaceRow];

/** Of a step that nobody asked for at that moment: the purpose for which the agreement was made. */
const PURPOSE_OF_STEPS = 'wsw';

const STANDS_DOWN = 'another process coordinates now; this one stands down and takes over when the lease is free: see the runbook, Two processes of reintegration';

export const reintegration: ServiceDefinition = {
  name: 'reintegration',
  entities: [...directoryEntities, ...AGREEMENT_ENTITIES],
  migrations: [...directoryMigrations, AgreementTables1, AgreementTables2, AgreementTables3, CoordinatorTables1, NewsTables1, AgreementTables4, AgreementRowSecurity1, FinanceTables1, GroupOrderTables1, CandidatePromises1],
  buildSchema: (registers) => buildReintegrationSchema(registers, directoryResolvers, directoryOrphans(registers)),
  wire,
  verbs: PROOF_VERBS,
};

function wire(parts: ServiceParts): Wired {
  const { services, coordinator, lease, leaseRow, attempts } = negotiation(parts);
  const figures = new Figures(new QuestionLedger(parts.dataSource, parts.settings.SCHAKEL_FIGURES_BUDGET));
  return {
    context: (request) => contextOf(parts, services, figures, request),
    commands: { ...directoryCommands(parts), 'hold-status': (command) => holdStatus(holdStatusParts(parts, services), command) },
    streams: { 'agreement-news': (after, ending) => agreementNews(parts.dataSource, after, ending) },
    workers: coordinatorWorkers(coordinator, lease, attempts, parts.businessDate, parts.logger),
    imports: directoryImports,
    exports: exportsOf(parts, (request, session) => contextOf(parts, services, figures, { ...request, session })),
    report: async () => `${await directoryReport(parts)}\n${stuckReport(await attempts.all())}`,
    epoch: () => leaseRow.current(),
    async close() {
      await coordinator.close();
      await lease.free();
    },
    auditFaults: stepFaults,
  };
}

function holdStatusParts({ registers, businessDate: today }: ServiceParts, { store, instant }: CommandServices): HoldStatusParts {
  const companyOf = (service: string) => registers.parties.find((one) => one.service === service && one.company !== undefined)?.body ?? null;
  return { store, instant, today, companyOf };
}

function contextOf(parts: ServiceParts, services: CommandServices, figures: Figures, request: ShellRequest): AgreementContext {
  const scope = agreementScope(request.viewer);
  const reads = new AgreementReadStore(request.session);
  const groupOrders = new GroupOrderReadStore(request.session);
  const directory = directoryParts(parts, figures, request, [new WaitingAgreementTasks(request.session, scope), new DateTasks(request.session, scope), new CategoryTasks(request.session, scope)]);
  return { ...request, directory, agreements: { services, reads, groupOrders, loaders: agreementLoaders(reads, groupOrders, scope, offerScope(request.viewer)) } };
}

interface Negotiation {
  readonly services: CommandServices;
  readonly coordinator: Coordinator;
  readonly lease: Lease;
  readonly leaseRow: CoordinatorLeaseStore;
  readonly attempts: CoordinatorAttempts;
}

function negotiation(parts: ServiceParts): Negotiation {
  const { registers, dataSource, logger, body, name } = parts;
  const leaseRow = new CoordinatorLeaseStore(dataSource, randomUUID());
  const lease = new Lease(leaseRow, (epoch) => logger.error({ event: 'stand-down', epoch }, STANDS_DOWN));
  const attempts = new CoordinatorAttempts(dataSource, leaseRow);
  const store = new TypeormAgreements(dataSource, messaging(parts), leaseRow);
  const ownKey = { service: name, body, key: parts.signer.key };
  const signer = new BodySigner(ownKey, parts.settings.SCHAKEL_PARTY_KEYS_FILE, parts.parties, registers, () => leaseRow.current());
  const coordinator = new Coordinator({
    store,
    signer,
    lease,
    instant,
    companies: new HttpCompanyCommands(parts.parties, registers),
    failed: (agreement, code, epoch) => attempts.failed(agreement, code, epoch),
    stuck: (agreement, code) => logger.warn({ agreement, code }, 'an agreement does not come on; it is tried again'),
  });
  const services = commandServices(parts, { store, signer, settle: (id, on) => coordinator.settle(id, on) });
  return { services, coordinator, lease, leaseRow, attempts };
}

function instant(businessDate: string): string {
  return instantOn(businessDate, new Date().toISOString());
}

function commandServices(parts: ServiceParts, own: Pick<CommandServices, 'store' | 'signer' | 'settle'>): CommandServices {
  const { registers, dataSource, body, parties } = parts;
  return {
    ...own,
    instant,
    groupOrders: new TypeormGroupOrders(dataSource, messaging(parts)),
    ownFacts: new OwnFactsStore(dataSource, body),
    bodies: new AgreementFacts(parties, registers),
    alternatives: new DirectoryAlternatives(dataSource, parties, registers),
    matrix: registers.authority satisfies readonly AuthorityRule[],
    disputes: registers.labourDisputes,
    representation: registers.representation,
    adaptationCodes: new Set(registers.adaptations.map((one) => one.code)),
    companyCodes: new Set(registers.parties.flatMap((one) => (one.company ? [one.company.code] : []))),
    bodyName: (id) => registers.bodies.find((one) => one.id === id)?.name ?? id,
    newId: () => randomUUID(),
  };
}

function messaging({ registers, log, name }: ServiceParts): Messaging {
  return {
    onceOnly,
    isReused: (error) => error instanceof CommandReused,
    appendAudit,
    logProcessing: (manager, done, persons) => log.write(manager, { ...done, from: done.viewer ? 'gateway' : name, purpose: PURPOSE_OF_STEPS }, persons),
    enqueue: (manager: EntityManager, { body, verb, payload }, businessDate) => enqueue(manager, { to: serviceOf(registers, body), verb, payload, businessDate }),
  };
}
