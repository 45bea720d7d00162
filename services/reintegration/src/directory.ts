/**
 * The directory half of this service, wired: companies, pointer index, indications, options, statistics, tasks, `me`.
 * service.ts includes these lists; the negotiation half reads the directory through `directoryFacts`.
 */
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#kernel/viewer.js';
import { municipalitiesOf } from '#kernel/authority.js';
import { authorityOn, type Body, bodyById, type Registers } from '#kernel/registers.js';
import { onceOnly } from '#shell/inbox.js';
import type { Figures } from '#shell/figures/figures.js';
import type { ImportFormat } from '#shell/import/format.js';
import type { CommandHandler, ServiceParts, ShellRequest } from '#shell/service-definition.js';
import { announceEmployments, type PointerIndex } from './commands/announce-employments.js';
import { mandatesOf, personScope, principalsOf } from './domain/directory-policy.js';
import type { TaskSource } from './domain/directory-ports.js';
import { travelBetween, travelLimitsOn, travelTimeOn } from './domain/travel.js';
import type { SearchGround } from './domain/workplace-search.js';
import { CompanyDirectory } from './graph/company-directory.js';
import type { DirectoryParts, DirectoryRegisters } from './graph/directory.context.js';
import { directoryLoaders } from './graph/directory-loaders.js';
import { DirectoryQueries } from './graph/directory.queries.js';
import { stubClasses } from './graph/directory.types.js';
import { ForecastQueries } from './graph/forecast.queries.js';
import { OptionsQueries } from './graph/options.queries.js';
import { PersonFields } from './graph/person.fields.js';
import { StatisticsQueries } from './graph/statistics.queries.js';
import { PersonAccessLog } from './graph/access-log.fields.js';
import { TaskQueries } from './graph/task.queries.js';
import { ViewerQueries } from './graph/viewer.queries.js';
import { employersFormat } from './imports/employers.js';
import { indicationsFormat } from './imports/indications.js';
import { municipalFinanceFormat } from './imports/municipal-finance.js';
import { residenceMovesFormat } from './imports/residence-moves.js';
import { trajectoriesFormat } from './imports/trajectories.js';
import { askAccesses } from './questions/ask-accesses.js';
import { companiesOf } from './questions/ask-company.js';
import { companyQuestions, withinPatience } from './questions/company-questions.js';
import { directoryReads } from './store/directory-reads.js';
import { EmployerRow } from './store/employer.row.js';
import { EmploymentPointerRow } from './store/employment-pointer.row.js';
import { reconcileCompanies, storePointers } from './store/employment-pointer.store.js';
import { FinanceReadStore } from './store/finance-reads.store.js';
import { MunicipalFinanceTasks } from './store/finance-tasks.store.js';
import { IndicationRow } from './store/indication.row.js';
import { DirectoryRowSecurity1 } from './store/migrations/directory-row-security.js';
import { DirectoryTables1 } from './store/migrations/directory-tables.js';
import { ReindicationTasks } from './store/reindication-tasks.store.js';
import { TrajectoryRow } from './store/trajectory.row.js';

export const directoryResolvers = [DirectoryQueries, PersonFields, OptionsQueries, StatisticsQueries, ForecastQueries, TaskQueries, ViewerQueries, PersonAccessLog] as const;
export const directoryEntities = [IndicationRow, TrajectoryRow, EmployerRow, EmploymentPointerRow] as const;
export const directoryMigrations = [DirectoryTables1, DirectoryRowSecurity1] as const;
/** In the order of import. */
export const directoryImports: readonly ImportFormat[] = [employersFormat, indicationsFormat, trajectoriesFormat, municipalFinanceFormat, residenceMovesFormat];

/** The stub types of every company of the register, which no resolver names. */
export function directoryOrphans(registers: Registers): (new () => object)[] {
  return companiesOf(registers.parties).flatMap((party) => stubClasses(party.company.code));
}

/** `moreTasks`: the sources of tasks of the negotiation half, made for the same request. */
export function directoryParts(parts: ServiceParts, figures: Figures, request: ShellRequest, moreTasks: readonly TaskSource[] = []): DirectoryParts {
  const { registers } = parts;
  const scope = personScope(request.viewer, authorityOn(registers, request.businessDate), request.businessDate);
  const reads = directoryReads(request.session);
  const finance = new FinanceReadStore(request.session);
  return {
    companies: lookUp(registers).companies,
    scope,
    reads,
    loaders: directoryLoaders(reads, finance, scope),
    finance,
    questions: companyQuestions(parts.parties, registers, request),
    accessesAt: (service, person, page) => askAccesses(parts.parties, service, withinPatience(request), person, page),
    figures,
    // Made when somebody searches: a figure that is missing on the date stops no other question.
    get ground() {
      return searchGround(registers, request.businessDate);
    },
    tasks: [new ReindicationTasks(request.session), new MunicipalFinanceTasks(finance, nameOfMunicipality(registers)), ...moreTasks],
    registers: registersFor(parts, request.viewer, request.businessDate),
  };
}

export function searchGround(registers: Registers, on: string): SearchGround {
  const texts = new Map(registers.adaptations.map(({ code, text }) => [code, text]));
  return {
    on,
    travel: travelBetween(registers.postcodeAreas, registers.parameters, on),
    travelMinutes: travelTimeOn(registers.parameters, on),
    adaptationText: (code) => lowerFirst(texts.get(code) ?? code),
    travelLimits: travelLimitsOn(registers.parameters, on),
  };
}

export function directoryCommands(parts: ServiceParts): Readonly<Record<string, CommandHandler>> {
  const index = pointerIndex(parts);
  return { 'announce-employments': (command) => announceEmployments(index, command) };
}

/** What the companies announced against what the index knows, one line per company; reconciled when it knows as many as the company says it has. */
export async function directoryReport(parts: ServiceParts): Promise<string> {
  const companies = companiesOf(parts.registers.parties).map((party) => party.body);
  const rows = await reconcileCompanies(parts.dataSource.manager, companies);
  const columns = (company: string, ...counts: string[]) => company.padEnd(28) + counts.map((count) => count.padStart(14)).join('');
  const header = columns('pointer index', 'announcements', 'announced', 'stated', 'known', 'reconciled', 'no indication');
  const lines = rows.map((row) => columns(row.company, String(row.announcements), String(row.announced), String(row.stated ?? '-'), String(row.known), row.stated === row.known ? 'yes' : 'NO', String(row.withoutIndication)));
  return [header, ...lines].join('\n');
}

function pointerIndex(parts: ServiceParts): PointerIndex {
  const companies = companiesOf(parts.registers.parties);
  return {
    companyOf(service) {
      const party = companies.find((one) => one.service === service);
      return party ? { body: party.body, code: party.company.code } : null;
    },
    onceOnly: (command, work) =>
      parts.dataSource.transaction(async (manager: EntityManager) => {
        const received = { commandId: command.id, actor: command.from, payload: command.payload, verb: 'announce-employments' };
        return (await onceOnly(manager, received, () => work({ storePointers: (pointers, stated) => storePointers(manager, pointers, stated) }))).outcome;
      }),
  };
}

interface Looked {
  readonly companies: CompanyDirectory;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly texts: ReadonlyMap<string, string>;
}

const lookedUp = new WeakMap<Registers, Looked>();

/** The registers of a country have hundreds of bodies: what every question looks up in them is made once. */
function lookUp(registers: Registers): Looked {
  const known = lookedUp.get(registers);
  if (known) return known;
  const made = { companies: new CompanyDirectory(registers), bodies: new Map(registers.bodies.map((one) => [one.id, one])), texts: new Map(registers.adaptations.map((one) => [one.code, one.text])) };
  lookedUp.set(registers, made);
  return made;
}

function registersFor({ registers, body, name }: ServiceParts, viewer: Viewer, on: string): DirectoryRegisters {
  const { bodies, texts } = lookUp(registers);
  return {
    ownBody: body,
    body: (id) => bodies.get(id) ?? null,
    adaptationText: (code) => texts.get(code) ?? code,
    knowsAdaptation: (code) => texts.has(code),
    parties: registers.parties,
    ownService: name,
    allPurposes: registers.purposes,
    parameters: registers.parameters,
    purposes: registers.purposes.filter((purpose) => purpose.roles.some((role) => viewer.roles.includes(role))),
    ownMunicipalities: municipalitiesOf(authorityOn(registers, on), viewer.body),
    // Told to the viewer about himself, and of a country long.
    get onBehalfOf() {
      return principalsOf(viewer.body, authorityOn(registers, on)).map((id) => bodyById(registers, id));
    },
    get mandates() {
      return mandatesOf(viewer, authorityOn(registers, on)).map(({ role, principal, basis, from, until }) => ({ role, onBehalfOf: bodyById(registers, principal), basis, from, until }));
    },
  };
}

/** Of a municipality outside the federation no name is known here. */
function nameOfMunicipality(registers: Registers): (code: string) => string {
  return (code) => registers.bodies.find(({ id }) => id === `gm-${code}`)?.name ?? `gemeente ${code}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
