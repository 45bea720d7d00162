// Reads one company for one request: every read carries the viewer's scope, and what is asked one by one is read together,
// so that a list of any length costs a fixed number of statements.
import DataLoader from 'dataloader';
import { badInput, forbidden } from '#kernel/faults.js';
import { parseId } from '#kernel/ids.js';
import { municipalitiesOf } from '#kernel/authority.js';
import { authorityOn, type Registers } from '#kernel/registers.js';
import { lastQuarterEnd } from '#shell/figures/reference-dates.js';
import { MAX_PAGE, pageOf, pageRequest, type Page } from '#shell/pagination.js';
import type { ShellRequest } from '#shell/service-definition.js';
import { countedMonthEnds, labourYears, type LabourYears, measureOf, roundedSum } from '../domain/labour-years.js';
import {
  employmentAccess, exactnessFor, mayReadCells, mayReadPersons, mayReadPositions, maySeeMunicipality, placementScope, readsShares, statisticsScope, type CompanyFacts, type EmploymentAccess,
} from '../domain/policy.js';
import { periodOf } from '../domain/employment-statistics.js';
import type { Suspension } from '../domain/placement-status.js';
import { referenceDates } from '../domain/reference-dates.js';
import type { Cell, Employment, Freshness, LabourPosition, Placement, SupervisionCapacity, SwDimension } from '../model.js';
import type { CompanySystem, EmploymentFilter, PlacementFilter, Rows, Slice, StatisticsAnswer, StatisticsQuestion, Tx, WorkplaceFilter } from '../port.js';
import type { SwStatisticsFilterInput } from './filters.type.js';
import { EmploymentView, PlacementView, WorkplaceView } from './views.js';

export interface ReaderParts {
  readonly code: string;
  readonly company: CompanyFacts;
  readonly registers: Registers;
  readonly system: CompanySystem;
  /** Local ids of the employments shared with a body. */
  sharedWith(tx: Tx, body: string): Promise<readonly string[]>;
  suspensionsOf(tx: Tx, agreements: readonly string[]): Promise<ReadonlyMap<string, readonly Suspension[]>>;
}

type InterruptedPlacement = Placement & { readonly suspensions: readonly Suspension[] };

interface PageInput {
  readonly first?: number | null;
  readonly after?: string | null;
}

export class CompanyReader {
  private readonly municipalities: readonly string[];
  private accessed: Promise<EmploymentAccess> | null = null;
  private freshnessRead: Promise<Freshness> | null = null;
  private readonly workplaceLoader = new DataLoader<string, WorkplaceView | null>((ids) => this.loadWorkplaces(ids));
  private readonly employmentLoader = new DataLoader<string, EmploymentView | null>((ids) => this.loadEmployments(ids));
  private readonly placementLoader = new DataLoader<string, PlacementView | null>((ids) => this.loadPlacements(ids));

  constructor(
    private readonly parts: ReaderParts,
    private readonly request: ShellRequest,
  ) {
    this.municipalities = municipalitiesOf(authorityOn(parts.registers, request.businessDate), request.viewer.body);
  }

  /** Local id of a federation id of this company and kind, or null for anything else. */
  localId(id: string, kind: 'C' | 'W' | 'E' | 'P'): string | null {
    const parsed = parseId(id);
    return parsed && parsed.owner === this.parts.code && parsed.kind === kind ? parsed.local : null;
  }

  workplace(local: string | null): Promise<WorkplaceView | null> {
    return local === null ? Promise.resolve(null) : this.workplaceLoader.load(local);
  }

  employment(local: string | null): Promise<EmploymentView | null> {
    return local === null ? Promise.resolve(null) : this.employmentLoader.load(local);
  }

  placement(local: string | null): Promise<PlacementView | null> {
    return local === null ? Promise.resolve(null) : this.placementLoader.load(local);
  }

  workplaces(filter: WorkplaceFilter, page: PageInput): Promise<Page<WorkplaceView>> {
    const read = (tx: Tx, slice: Slice) => this.parts.system.workplaces(tx, filter, slice);
    return this.list('W', page, read, (row) => new WorkplaceView(this.parts.code, row, this.parts.registers));
  }

  async employments(filter: EmploymentFilter, page: PageInput): Promise<Page<EmploymentView>> {
    this.requirePurpose();
    const access = await this.access();
    const read = async (tx: Tx, slice: Slice) => {
      const found = await this.parts.system.employments(tx, access.scope, filter, slice);
      this.request.session.processed(found.rows.slice(0, slice.first).map(({ person }) => person));
      return found;
    };
    return this.list('E', page, read, (row) => this.employmentView(access, row));
  }

  async placements(filter: PlacementFilter, page: PageInput): Promise<Page<PlacementView>> {
    this.requirePurpose();
    const date = this.request.businessDate;
    const read = async (tx: Tx, slice: Slice) => {
      const { rows, totalCount } = await this.parts.system.placements(tx, this.placementScope(), filter, slice, date);
      return { rows: await this.interrupted(tx, rows), totalCount };
    };
    const found = await this.list('P', page, read, (row) => this.placementView(row));
    await this.processedWorkers(found.nodes);
    return found;
  }

  freshness(): Promise<Freshness> {
    this.freshnessRead ??= this.request.session.together((tx) => this.parts.system.freshness(tx, this.request.businessDate));
    return this.freshnessRead;
  }

  supervisionCapacity(): Promise<SupervisionCapacity> {
    return this.request.session.together((tx) => this.parts.system.supervisionCapacity(tx));
  }

  /** Months that have not passed are not counted yet, nor is the quarter for who sees no exact sum. Null when the total is too small for this viewer, or the year has no measure. */
  async labourYears(year: number): Promise<LabourYears | null> {
    const exactness = exactnessFor(this.request.viewer, this.parts.company);
    const monthEnds = countedMonthEnds(year, exactness === 'ROUNDED' ? lastQuarterEnd(this.request.businessDate) : this.request.businessDate);
    const measure = measureOf(year, this.parts.registers.parameters);
    if (!measure) return null;
    const positions = await this.request.session.read((tx) => this.parts.system.labourPositions(tx, monthEnds));
    const figures = labourYears(year, monthEnds.length, positions, measure);
    const mine = figures.byMunicipality.filter(({ municipality }) => maySeeMunicipality(this.request.viewer, this.parts.company, this.municipalities, municipality));
    const total = exactness === 'ALL' ? figures.total : roundedSum(figures.total);
    const byMunicipality = mine.flatMap((one) => {
      const told = exactness === 'ROUNDED' ? roundedSum(one.total) : one.total;
      return told === null ? [] : [{ ...one, total: told }];
    });
    return total === null ? null : { ...figures, total, byMunicipality };
  }

  /** Unsuppressed; FORBIDDEN for everybody who is not another body's service. */
  async cells(by: readonly SwDimension[], where: SwStatisticsFilterInput): Promise<readonly Cell[]> {
    if (!mayReadCells(this.request)) throw forbidden();
    if (where.company && where.company !== this.parts.code) return [];
    const dates = referenceDates(by.includes('PERIOD'), where.on ?? null, this.request.businessDate);
    const question = { by, dates, municipality: where.municipality ?? null, workForm: where.workForm ?? null };
    return this.request.session.read((tx) => this.parts.system.cells(tx, question));
  }

  /** Exact, so that the directory can sum the companies before anything is rounded; FORBIDDEN for everybody else. */
  async labourPositions(year: number): Promise<readonly LabourPosition[]> {
    if (!mayReadPositions(this.request, this.parts.company)) throw forbidden();
    const monthEnds = countedMonthEnds(year, this.request.businessDate);
    const positions = await this.request.session.read((tx) => this.parts.system.labourPositions(tx, monthEnds));
    return positions.filter(({ municipality, workForm }) => this.municipalities.includes(municipality) && workForm !== 'NEW_SHELTERED');
  }

  /** The part of a half-yearly delivery that this company supplies; FORBIDDEN for everybody who is not making one. */
  async statistics(question: StatisticsQuestion): Promise<StatisticsAnswer> {
    const scope = statisticsScope(this.request, this.parts.company);
    if (scope === null) throw forbidden();
    if (periodOf(question.halfYear) === null || question.persons.length > MAX_PAGE) throw badInput('Vraag een halfjaar als 20132, en hoogstens 200 personen tegelijk.');
    const answer = await this.request.session.read((tx) => this.parts.system.statistics(tx, scope, question, this.request.businessDate));
    this.request.session.processed(answer.employments.map(({ person }) => person));
    return answer;
  }

  private access(): Promise<EmploymentAccess> {
    this.accessed ??= this.readAccess();
    return this.accessed;
  }

  private async readAccess(): Promise<EmploymentAccess> {
    const { company } = this.parts;
    const shared = readsShares(this.request, company) ? await this.request.session.together((tx) => this.parts.sharedWith(tx, this.request.viewer.body)) : [];
    return employmentAccess(this.request, company, this.municipalities, shared);
  }

  /** A list about workers says what for: an empty one would say that there are none. */
  private requirePurpose(): void {
    if (!mayReadPersons(this.request.viewer)) throw forbidden('Noem het doel van uw vraag (doelbinding): zonder doel ziet niemand persoonsgegevens.');
  }

  private placementScope() {
    return placementScope(this.request, this.parts.company, this.municipalities);
  }

  /** The cursor names its list: ids of different kinds look alike, and a page after another list's row would be a wrong page. */
  private async list<R extends { readonly id: string }, V>(kind: 'W' | 'E' | 'P', page: PageInput, read: (tx: Tx, slice: Slice) => Promise<Rows<R>>, view: (row: R) => V): Promise<Page<V>> {
    const request = pageRequest(page, 2);
    if (request.after && request.after[0] !== kind) throw badInput('Deze after is geen cursor van deze lijst.');
    const slice = { first: request.first, after: request.after?.[1] ?? null };
    const { rows, totalCount } = await this.request.session.together((tx) => read(tx, slice));
    return pageOf(rows, request, totalCount, (row) => [kind, row.id], view);
  }

  private async loadWorkplaces(ids: readonly string[]): Promise<(WorkplaceView | null)[]> {
    const rows = await this.request.session.together((tx) => this.parts.system.workplacesByIds(tx, ids));
    return inOrder(ids, rows, (row) => new WorkplaceView(this.parts.code, row, this.parts.registers));
  }

  private async loadEmployments(ids: readonly string[]): Promise<(EmploymentView | null)[]> {
    const access = await this.access();
    const rows = await this.request.session.together((tx) => this.parts.system.employmentsByIds(tx, access.scope, ids));
    this.request.session.processed(rows.map(({ person }) => person));
    return inOrder(ids, rows, (row) => this.employmentView(access, row));
  }

  private async loadPlacements(ids: readonly string[]): Promise<(PlacementView | null)[]> {
    const rows = await this.request.session.together(async (tx) => this.interrupted(tx, await this.parts.system.placementsByIds(tx, this.placementScope(), ids)));
    const placements = inOrder(ids, rows, (row) => this.placementView(row));
    await this.processedWorkers(placements.filter((one) => one !== null));
    return placements;
  }

  /** A placement is about a worker, whether or not he is asked for. Of another company's worker this company knows no person. */
  private async processedWorkers(placements: readonly PlacementView[]): Promise<void> {
    await Promise.all(placements.map(({ employmentId }) => this.employment(employmentId)));
  }

  private async interrupted(tx: Tx, rows: readonly Placement[]): Promise<InterruptedPlacement[]> {
    const suspensions = await this.parts.suspensionsOf(tx, rows.flatMap(({ agreement }) => agreement ?? []));
    return rows.map((row) => ({ ...row, suspensions: suspensions.get(row.agreement ?? '') ?? [] }));
  }

  private placementView(row: InterruptedPlacement): PlacementView {
    return new PlacementView(this.parts.code, row, row.suspensions, this.request.businessDate);
  }

  private employmentView(access: EmploymentAccess, row: Employment): EmploymentView {
    return new EmploymentView(this.parts.code, row, access.levelOf(row), this.parts.registers);
  }
}

function inOrder<R extends { readonly id: string }, V>(ids: readonly string[], rows: readonly R[], view: (row: R) => V): (V | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    return row === undefined ? null : view(row);
  });
}
