/** The wiring of this service; nothing else knows both the stores and the graph. */
import { bodyById } from '#kernel/registers.js';
import { equatedDays } from '#law/terms/holidays.js';
import { Figures } from '#shell/figures/figures.js';
import { QuestionLedger } from '#shell/figures/question-ledger.js';
import type { ServiceDefinition, ServiceParts, ShellRequest, Wired } from '#shell/service-definition.js';
import type { Reading } from './domain/ports.js';
import { debtDeliveryScope, maySeeDebts, maySeeFigures, personScope } from './domain/policy.js';
import type { BenefitsContext } from './graph/context.js';
import { createLoaders } from './graph/loaders.js';
import { buildSchema } from './graph/schema.js';
import { FORMATS } from './imports/formats.js';
import { ApplicationRow, SuspensionRow } from './store/application.row.js';
import { BenefitRow, DebtTrajectoryRow } from './store/benefit.row.js';
import { DebtDeliveryStore } from './store/debt-delivery.store.js';
import { FileStore } from './store/file.store.js';
import { ApplicationTerms1 } from './store/migrations/application-terms.js';
import { BenefitsRegister1 } from './store/migrations/benefits-register-1.js';
import { BenefitsRowSecurity1 } from './store/migrations/benefits-row-security.js';
import { BenefitsRowSecurity2 } from './store/migrations/benefits-row-security-2.js';
import { OpenApplications1 } from './store/migrations/open-applications.js';
import { DebtDelivery1 } from './store/migrations/debt-delivery.js';
import { DeliveryRow, MunicipalityRow, PolicyValueRow, RegionMembershipRow } from './store/municipality.row.js';
import { MunicipalityStore } from './store/municipality.store.js';
import { PersonRow, RepresentativeRow, ResidenceRow } from './store/person.row.js';
import { PersonStore } from './store/person.store.js';
import { registerReport } from './store/report.store.js';

export const benefitsService: ServiceDefinition = {
  name: 'benefits',
  entities: [
    MunicipalityRow,
    RegionMembershipRow,
    PolicyValueRow,
    DeliveryRow,
    PersonRow,
    ResidenceRow,
    RepresentativeRow,
    ApplicationRow,
    SuspensionRow,
    BenefitRow,
    DebtTrajectoryRow,
  ],
  migrations: [BenefitsRegister1, BenefitsRowSecurity1, ApplicationTerms1, DebtDelivery1, BenefitsRowSecurity2, OpenApplications1],
  buildSchema,
  wire,
};

function wire(parts: ServiceParts): Wired {
  const figures = new Figures(new QuestionLedger(parts.dataSource, parts.settings.SCHAKEL_FIGURES_BUDGET));
  return {
    context: (request) => contextOf(parts, figures, request),
    askers: ['reintegration'],
    imports: FORMATS,
    report: () => registerReport(parts.dataSource),
  };
}

function contextOf(parts: ServiceParts, figures: Figures, request: ShellRequest): BenefitsContext {
  const { session, viewer, businessDate: on } = request;
  const policy = { mandates: parts.registers.authority, purposes: parts.registers.purposes };
  const reading: Reading = { scope: personScope(viewer, policy, on), figures: maySeeFigures(viewer), debts: maySeeDebts(viewer), debtDeliveries: debtDeliveryScope(viewer, policy, on), on };
  const files = new FileStore(session, reading, equatedDays(parts.registers.parameters));
  const readers = { persons: new PersonStore(session, reading), files, debtDeliveries: new DebtDeliveryStore(session, reading), municipalities: new MunicipalityStore(session) };
  const body = bodyById(parts.registers, parts.body);
  return { ...request, reading, parameters: parts.registers.parameters, readers, loaders: createLoaders(readers), figures, body, pseudonym: parts.pseudonym };
}
