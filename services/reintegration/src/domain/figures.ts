// Guarantees: what the directory counts, by which dimensions, and which of them say something about the persons counted.
// Regeling statistiek Wsw; docs/decisions/0020-one-population-all-tables.md. The first dimensions make the tables that are spared longest.
import type { CubeShape } from '#kernel/disclosure/lattice.js';
import type { Selection } from '#kernel/disclosure/publish.js';
import type { AgreementDimension } from './agreement-reads.js';
import type { SwDimension, TrajectoryDimension } from './directory-ports.js';

/** More dimensions than this describe a person rather than a group. */
const DEPTH = 3;

/** PERIOD is no dimension: each half-year is a population of its own. */
export type SwCellDimension = Exclude<SwDimension, 'PERIOD'>;
export const SW_CELL_DIMENSIONS = ['COMPANY', 'WORK_FORM', 'MUNICIPALITY', 'AGE_BAND', 'CATEGORY'] as const satisfies readonly SwCellDimension[];
export const SW_SHAPE: CubeShape = { dimensions: SW_CELL_DIMENSIONS, personal: ['WORK_FORM', 'AGE_BAND', 'CATEGORY'] satisfies SwCellDimension[], depth: DEPTH };

export type TrajectoryCellDimension = TrajectoryDimension | 'YEAR';
export const TRAJECTORY_CELL_DIMENSIONS = ['MUNICIPALITY', 'YEAR', 'QUARTER', 'INSTRUMENT', 'OUTCOME', 'PROVIDER_KIND'] as const satisfies readonly TrajectoryCellDimension[];
export const TRAJECTORY_SHAPE: CubeShape = {
  dimensions: TRAJECTORY_CELL_DIMENSIONS,
  personal: ['INSTRUMENT', 'OUTCOME'] satisfies TrajectoryCellDimension[],
  coarser: { QUARTER: 'YEAR' },
  depth: DEPTH,
};

export type AgreementCellDimension = AgreementDimension | 'YEAR';
export const AGREEMENT_CELL_DIMENSIONS = ['STATE', 'YEAR', 'QUARTER', 'WORK_FORM', 'PLACING_COMPANY', 'RECEIVING_COMPANY', 'MUNICIPALITY'] as const satisfies readonly AgreementCellDimension[];
export const AGREEMENT_SHAPE: CubeShape = {
  dimensions: AGREEMENT_CELL_DIMENSIONS,
  personal: ['STATE', 'WORK_FORM'] satisfies AgreementCellDimension[],
  coarser: { QUARTER: 'YEAR' },
  depth: DEPTH,
};

/** What is chosen, by dimension; nothing chosen is everybody. */
export function selectionOf(chosen: Readonly<Record<string, string | number | null | undefined>>): Selection {
  return Object.fromEntries(Object.entries(chosen).flatMap(([dimension, value]) => (value === null || value === undefined ? [] : [[dimension, String(value)]])));
}
