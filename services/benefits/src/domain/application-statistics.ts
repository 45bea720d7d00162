/**
 * How long applications take: decided applications counted by up to four dimensions, with the median and the 90th percentile of net
 * days (without suspension, Awb 4:15) and gross days. An application belongs to the quarter and year in which it was decided.
 */
import { Big } from 'big.js';
import { DISCLOSURE_RULE, roundedCount, suppressedCells, type Cell } from '#kernel/disclosure.js';
import { decisionTerm, type TermFacts } from './decision-term.js';

export type ApplicationDimension = 'MUNICIPALITY' | 'QUARTER' | 'KIND' | 'DECISION';
/** YEAR is no dimension of the answer, but a selection by year is protected like one. */
type CubeDimension = ApplicationDimension | 'YEAR';

/** One decided application, without a person. */
export interface DecidedApplication extends TermFacts {
  readonly municipality: string;
  readonly kind: string;
  readonly decidedOn: string;
  readonly decision: string;
}

export interface StatisticsSelection {
  readonly year?: number | null;
  readonly municipality?: string | null;
  readonly kind?: string | null;
}

export type DaysMeasure = 'MEDIAN_NET_DAYS' | 'P90_NET_DAYS' | 'MEDIAN_GROSS_DAYS' | 'P90_GROSS_DAYS';

export interface HandlingRow {
  readonly key: string[];
  readonly count: number | null;
  readonly suppressed: boolean;
  readonly measures: { name: DaysMeasure; value: string }[];
}

export interface HandlingTable {
  readonly dimensions: ApplicationDimension[];
  readonly rows: HandlingRow[];
  /** How many rows are suppressed. */
  readonly suppressed: number;
  readonly rule: string;
}

interface HandlingCell extends Cell {
  readonly applications: DecidedApplication[];
}

const RULE =
  'Geteld zijn aanvragen met een besluit, in het kwartaal van het besluit. Bruto dagen: kalenderdagen van ontvangst tot besluit; ' +
  `netto dagen: zonder opschorting (Awb art. 4:15). ${DISCLOSURE_RULE}`;

const VALUE_OF: Record<CubeDimension, (application: DecidedApplication) => string> = {
  MUNICIPALITY: (one) => one.municipality,
  KIND: (one) => one.kind,
  DECISION: (one) => one.decision,
  YEAR: (one) => one.decidedOn.slice(0, 4),
  QUARTER: (one) => `${one.decidedOn.slice(0, 4)}-Q${Math.ceil(Number(one.decidedOn.slice(5, 7)) / 3)}`,
};

/** `applications`: all of them, whatever the selection; the selection is cut out after the whole table was protected. */
export function handlingTable(applications: readonly DecidedApplication[], by: readonly ApplicationDimension[], where: StatisticsSelection): HandlingTable {
  const dimensions = [...new Set(by)];
  const cube = cubeDimensions(dimensions, where);
  const cells = cellsOf(applications, cube);
  const suppressed = suppressedCells(cells);
  const rows = cells
    .filter((cell) => isSelected(cell, cube, where))
    .map((cell) => rowOf(cell, dimensions.map((one) => cell.key[cube.indexOf(one)]!), suppressed.has(cell)))
    .toSorted((one, other) => (JSON.stringify(one.key) < JSON.stringify(other.key) ? -1 : 1));
  return { dimensions, rows, suppressed: rows.filter((row) => row.suppressed).length, rule: RULE };
}

function cubeDimensions(by: readonly ApplicationDimension[], where: StatisticsSelection): CubeDimension[] {
  const cube = new Set<CubeDimension>(by);
  if (where.municipality) cube.add('MUNICIPALITY');
  if (where.kind) cube.add('KIND');
  if (where.year || cube.has('QUARTER')) cube.add('YEAR');
  return [...cube];
}

function cellsOf(applications: readonly DecidedApplication[], cube: readonly CubeDimension[]): HandlingCell[] {
  const cells = new Map<string, { key: string[]; applications: DecidedApplication[] }>();
  for (const application of applications) {
    const key = cube.map((dimension) => VALUE_OF[dimension](application));
    const text = JSON.stringify(key);
    const cell = cells.get(text) ?? { key, applications: [] };
    cell.applications.push(application);
    cells.set(text, cell);
  }
  return [...cells.values()].map((cell) => ({ ...cell, count: cell.applications.length }));
}

function isSelected(cell: HandlingCell, cube: readonly CubeDimension[], where: StatisticsSelection): boolean {
  const value = (dimension: CubeDimension) => cell.key[cube.indexOf(dimension)];
  return (
    (!where.year || value('YEAR') === String(where.year)) &&
    (!where.municipality || value('MUNICIPALITY') === where.municipality) &&
    (!where.kind || value('KIND') === where.kind)
  );
}

function rowOf(cell: HandlingCell, key: string[], suppressed: boolean): HandlingRow {
  if (suppressed) return { key, count: null, suppressed, measures: [] };
  return { key, count: roundedCount(cell.count), suppressed, measures: measuresOf(cell.applications) };
}

function measuresOf(applications: readonly DecidedApplication[]): HandlingRow['measures'] {
  const terms = applications.map((one) => decisionTerm(one, one.decidedOn));
  const net = terms.map((term) => term.netDays).toSorted((one, other) => one - other);
  const gross = terms.map((term) => term.grossDays).toSorted((one, other) => one - other);
  return [
    { name: 'MEDIAN_NET_DAYS', value: median(net) },
    { name: 'P90_NET_DAYS', value: percentile(net, 90) },
    { name: 'MEDIAN_GROSS_DAYS', value: median(gross) },
    { name: 'P90_GROSS_DAYS', value: percentile(gross, 90) },
  ];
}

/** Of sorted numbers; the mean of the middle two when their number is even. */
export function median(sorted: readonly number[]): string {
  const middle = Math.floor(sorted.length / 2);
  const upper = new Big(sorted[middle] ?? 0);
  if (sorted.length % 2 === 1) return upper.toString();
  return upper.plus(sorted[middle - 1] ?? 0).div(2).toString();
}

/** Nearest rank: the smallest number that at least `percent` per cent do not exceed. */
export function percentile(sorted: readonly number[], percent: number): string {
  const rank = Math.ceil((sorted.length * percent) / 100);
  return String(sorted[Math.max(0, rank - 1)] ?? 0);
}
