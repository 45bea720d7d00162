// The port: everything the common contract needs from one company, whatever its inner model (architecture section 4).
// Guarantee asked of every implementation: reads put the given scope in the SQL, and every guarded write decides a race
// in the database, so that two agreements never get one place (invariant I1). The conformance kit tests all of it.
import type { EntityManager } from 'typeorm';
import type {
  Cell, Employment, EmploymentStatistics, EmployerFacts, Freshness, LabourPosition, Placement, PlacementStatus, SupervisionCapacity, SwDimension, WorkForm, Workplace,
  WorkplaceStatus,
} from './model.js';

/**
 * Which rows about persons a viewer may see: a row is visible when `everything` holds or one of the lists names its person
 * (pseudonym), its paying municipality (CBS code) or its employment (local id). All empty and false: no row. A placement
 * without an own employment is visible only to `everything`.
 */
export interface RowScope {
  readonly everything: boolean;
  readonly persons: readonly string[];
  readonly payingMunicipalities: readonly string[];
  readonly employments: readonly string[];
}

/** Keyset page in the company's own stable id order: rows after the row with local id `after`. */
export interface Slice {
  readonly first: number;
  readonly after: string | null;
}

/** `rows`: at most first + 1 rows, the extra one only says that there is more. `totalCount`: all rows of scope and filter. */
export interface Rows<T> {
  readonly rows: readonly T[];
  readonly totalCount: number;
}

export interface WorkplaceFilter {
  readonly status?: WorkplaceStatus | null;
  readonly municipality?: string | null;
  /** The place offers at least / at most this many hours per week: hoursPerWeekMax >= minHours, hoursPerWeekMin <= maxHours. */
  readonly minHours?: string | null;
  readonly maxHours?: string | null;
}

export interface EmploymentFilter {
  readonly payingMunicipality?: string | null;
  readonly workForm?: WorkForm | null;
}

export interface PlacementFilter {
  /** As domain/placement-status.ts derives it on the business date, suspensions included; placementStatusSql() gives the same rule in SQL. */
  readonly status?: PlacementStatus | null;
  /** In force on this day, suspended or not. */
  readonly on?: string | null;
  /** Has a last day, before this day. */
  readonly endsBefore?: string | null;
  /** KvK number of the hirer (8 digits). */
  readonly employerKvk?: string | null;
  /** Paying municipality of the own employment. */
  readonly municipality?: string | null;
  readonly workForm?: WorkForm | null;
}

/** Workers employed on each date of `dates`, counted by `by`; PERIOD is the date's `period` label. */
export interface CellQuestion {
  readonly by: readonly SwDimension[];
  readonly dates: readonly { readonly period: string; readonly on: string }[];
  readonly municipality: string | null;
  readonly workForm: WorkForm | null;
}

/** Employments of these persons (pseudonyms) in one half-year (`20132`). */
export interface StatisticsQuestion {
  readonly halfYear: number;
  readonly persons: readonly string[];
}

/** `known` false: this company's data do not describe the last day of the half-year, so that nobody may build a delivery on them. */
export interface StatisticsAnswer {
  readonly known: boolean;
  /** By person and first day. */
  readonly employments: readonly EmploymentStatistics[];
}

export interface HoldRequest {
  readonly workplace: string;
  readonly agreement: string;
  readonly termsVersion: number;
  readonly from: string;
  readonly until: string | null;
  readonly hoursPerWeek: string;
  readonly function: string;
}

/** The agreement that has a place after the one that ends there: at once, as held or, when it was confirmed, as taken. */
export interface Successor extends HoldRequest {
  readonly confirmed: boolean;
}

/** TAKEN: held or taken by another agreement, occupied, or occupied by a running agreement's placement on `from`. */
export type HoldOutcome = { readonly held: true } | { readonly held: false; readonly reason: 'TAKEN' | 'CLOSED' | 'UNKNOWN' | 'CANCELLED' };

/** The company's own record of an agreement: its employment, its workplace, or both when it is both parties. */
export interface AgreedPlacement {
  readonly agreement: string;
  readonly employment: string | null;
  readonly workplace: string | null;
  readonly hirer: EmployerFacts | null;
  readonly function: string;
  readonly workForm: WorkForm;
  readonly hoursPerWeek: string;
  readonly secondmentFeePerHour: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface CompanySystem {
  // Reads. Ids come from outside and may be any text of the id grammar. Unknown ids and rows outside the scope are simply absent from the answer. One or two SELECTs each, however long the lists.
  workplacesByIds(em: EntityManager, ids: readonly string[]): Promise<readonly Workplace[]>;
  workplaces(em: EntityManager, filter: WorkplaceFilter, slice: Slice): Promise<Rows<Workplace>>;
  employmentsByIds(em: EntityManager, scope: RowScope, ids: readonly string[]): Promise<readonly Employment[]>;
  employments(em: EntityManager, scope: RowScope, filter: EmploymentFilter, slice: Slice): Promise<Rows<Employment>>;
  placementsByIds(em: EntityManager, scope: RowScope, ids: readonly string[]): Promise<readonly Placement[]>;
  placements(em: EntityManager, scope: RowScope, filter: PlacementFilter, slice: Slice, businessDate: string): Promise<Rows<Placement>>;
  freshness(em: EntityManager, businessDate: string): Promise<Freshness>;
  supervisionCapacity(em: EntityManager): Promise<SupervisionCapacity>;
  /** Positions on each month end; sumPositions() of store/figures.ts does the SQL for a company that can name its columns. */
  labourPositions(em: EntityManager, monthEnds: readonly string[]): Promise<readonly LabourPosition[]>;
  /** GROUP BY in SQL; countCells() of store/figures.ts does it for a company that can name its columns. Each key in the order of `by`. */
  cells(em: EntityManager, question: CellQuestion): Promise<readonly Cell[]>;
  /** employmentStatistics() of domain/employment-statistics.ts maps what a company holds. */
  statistics(em: EntityManager, scope: RowScope, question: StatisticsQuestion, businessDate: string): Promise<StatisticsAnswer>;

  // Writes. Called inside the command's transaction, under a lock on the workplace (store/workplace-lock.ts) and after the
  // contract looked at its tombstones: an implementation answers held, TAKEN, CLOSED or UNKNOWN, never CANCELLED.
  /** OPEN -> HELD by the agreement, by one guarded statement. Already held or taken by this agreement: held; later terms replace the held ones. */
  hold(em: EntityManager, hold: HoldRequest): Promise<HoldOutcome>;
  /** Undoes a hold of this agreement that was not confirmed; without one nothing changes. Answers the terms version that was held, or null. */
  release(em: EntityManager, workplace: string, agreement: string): Promise<number | null>;
  /** HELD by the agreement -> TAKEN by it; already TAKEN by it: true. Anything else: false, nothing changes. */
  take(em: EntityManager, workplace: string, agreement: string, termsVersion: number): Promise<boolean>;
  /** Local id of the place that this agreement has taken and not given up, or null. */
  takenPlace(em: EntityManager, agreement: string): Promise<string | null>;
  /** One row per agreement: inserts it, or completes the missing employment or workplace of the row that is there. */
  recordPlacement(em: EntityManager, placement: AgreedPlacement): Promise<void>;
  /**
   * Sets the last day of the agreement's placement (also one before its first day). The place that it had taken is free from the day
   * after or, with a successor, held or taken by that one in the same transaction. Unknown agreement: false.
   */
  endPlacement(em: EntityManager, agreement: string, endsOn: string, successor: Successor | null): Promise<boolean>;
}

/** A transaction of the company's database, for code that may not know the ORM. */
export type Tx = EntityManager;
