/**
 * How long applications take: decided applications counted by up to four dimensions, with the median and the 90th percentile of net
 * days (without suspension, Awb 4:15) and gross days. An application belongs to the quarter and year in which it was decided.
 */
import { Big } from 'big.js';
import { type Cell, DISCLOSURE_RULE, MEASURE_DENOMINATOR, type ShownRow, type ShownTable, THRESHOLD } from '#kernel/disclosure.js';
import type { CubeShape } from '#kernel/disclosure/lattice.js';
import type { Selection } from '#kernel/disclosure/publish.js';
import { elapsedDays, type TermFacts } from '#law/terms/decision-term.js';

export type ApplicationDimension = 'MUNICIPALITY' | 'QUARTER' | 'KIND' | 'DECISION';
/** YEAR is no dimension of the answer, but a selection by year is one. */
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

/** Every table of decided applications; the kind and the outcome say something of the person who applied. */
export const HANDLING_SHAPE: CubeShape = {
  dimensions: ['MUNICIPALITY', 'YEAR', 'QUARTER', 'KIND', 'DECISION'] satisfies CubeDimension[],
  personal: ['KIND', 'DECISION'] satisfies CubeDimension[],
  coarser: { QUARTER: 'YEAR' },
  depth: 3,
};

export const HANDLING_RULE =
  'Geteld zijn aanvragen met een besluit, in het kwartaal van het besluit, tot en met het laatste volle kwartaal, in gemeenten met ten minste ' +
  `${THRESHOLD} van die aanvragen. Bruto dagen: kalenderdagen van ontvangst tot besluit; ` +
  `netto dagen: zonder opschorting (Awb art. 4:15). ${DISCLOSURE_RULE}`;

const VALUE_OF: Record<CubeDimension, (application: DecidedApplication) => string> = {
  MUNICIPALITY: (one) => one.municipality,
  KIND: (one) => one.kind,
  DECISION: (one) => one.decision,
  YEAR: (one) => one.decidedOn.slice(0, 4),
  QUARTER: (one) => `${one.decidedOn.slice(0, 4)}-Q${Math.ceil(Number(one.decidedOn.slice(5, 7)) / 3)}`,
};

/**
 * The population: decided up to the reference date, because what is still being decided would change the figures from day to day;
 * and without municipalities that have so few that all of it is hidden: a total with them in it would cost other cells.
 */
export function countedApplications(applications: readonly DecidedApplication[], referenceDate: string): DecidedApplication[] {
  const decided = applications.filter((one) => one.decidedOn <= referenceDate);
  const counts = new Map<string, number>();
  for (const { municipality } of decided) counts.set(municipality, (counts.get(municipality) ?? 0) + 1);
  return decided.filter(({ municipality }) => (counts.get(municipality) ?? 0) >= THRESHOLD);
}

export function handlingCells(applications: readonly DecidedApplication[]): Cell[] {
  return applications.map((one) => ({ key: HANDLING_SHAPE.dimensions.map((dimension) => valueOf(one, dimension)), count: 1 }));
}

export function handlingSelection({ year, municipality, kind }: StatisticsSelection): Selection {
  const chosen = { YEAR: year ? String(year) : null, MUNICIPALITY: municipality, KIND: kind };
  return Object.fromEntries(Object.entries(chosen).flatMap(([dimension, value]) => (value ? [[dimension, value]] : [])));
}

/** The shown rows with their measures; `applications` are those behind the table. */
export function handlingRows(table: ShownTable & { readonly present: boolean }, applications: readonly DecidedApplication[], by: readonly ApplicationDimension[], where: Selection): HandlingRow[] {
  // Medians of the present day beside counts of before would tell what changed.
  if (!table.present) return table.rows.map((row) => ({ ...row, key: [...row.key], measures: [] }));
  const behind = new Map<string, DecidedApplication[]>();
  for (const one of applications.filter((each) => Object.entries(where).every(([dimension, value]) => valueOf(each, dimension) === value))) {
    const name = JSON.stringify(by.map((dimension) => valueOf(one, dimension)));
    const found = behind.get(name);
    if (found) found.push(one);
    else behind.set(name, [one]);
  }
  return table.rows.map((row) => ({ ...row, key: [...row.key], measures: shownMeasures(row, behind.get(JSON.stringify(row.key)) ?? []) }));
}

function valueOf(application: DecidedApplication, dimension: string): string {
  return VALUE_OF[dimension as CubeDimension](application);
}

function shownMeasures(row: ShownRow, applications: readonly DecidedApplication[]): HandlingRow['measures'] {
  return row.suppressed || applications.length < MEASURE_DENOMINATOR ? [] : measuresOf(applications);
}

function measuresOf(applications: readonly DecidedApplication[]): HandlingRow['measures'] {
  const terms = applications.map((one) => elapsedDays(one, one.decidedOn));
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
