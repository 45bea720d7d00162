/**
 * Workers counted at one quarter end, or by half-year. Each day is a population of its own, asked whole of every company whatever
 * was selected, so that a selection is protected like the table it is cut from.
 */
import { byKey, type Cell, type ShownRow, type ShownTable } from '#kernel/disclosure.js';
import type { Selection } from '#kernel/disclosure/publish.js';
import type { CompanyAnswer } from '../domain/directory-ports.js';
import { SW_CELL_DIMENSIONS, SW_SHAPE } from '../domain/figures.js';
import type { DirectoryContext } from './directory.context.js';
import { SwDimension } from './statistics.type.js';

export interface SwQuestion {
  readonly by: readonly SwDimension[];
  readonly where: Selection;
  /** Counted on this day; by period up to this day. */
  readonly on: string;
}

/** Keys: the period, then the dimensions of the shape. */
export function cellsByPeriod({ directory }: DirectoryContext, by: readonly SwDimension[], on: string): Promise<readonly CompanyAnswer<Cell>[]> {
  const period = by.includes(SwDimension.PERIOD) ? [SwDimension.PERIOD] : [];
  return directory.questions.cells([...period, ...SW_CELL_DIMENSIONS], { on, company: null, municipality: null, workForm: null });
}

export async function periodTables(context: DirectoryContext, asked: SwQuestion, cells: readonly Cell[]): Promise<ShownTable> {
  const place = asked.by.indexOf(SwDimension.PERIOD);
  if (place < 0) return oneDay(context, asked, asked.on, cells);
  const rows: ShownRow[] = [];
  for (const period of [...new Set(cells.map(({ key }) => key[0] ?? ''))].sort()) {
    const own = cells.filter(({ key }) => key[0] === period).map(({ key, count }) => ({ key: key.slice(1), count }));
    const table = await oneDay(context, asked, lastDayOf(period), own);
    rows.push(...table.rows.map((row) => ({ ...row, key: [...row.key.slice(0, place), period, ...row.key.slice(place)] })));
  }
  return { rows: rows.sort(byKey), suppressed: rows.filter((row) => row.suppressed).length };
}

function oneDay({ viewer, businessDate, directory }: DirectoryContext, { by, where }: SwQuestion, referenceDate: string, cells: readonly Cell[]): Promise<ShownTable> {
  const counted = by.filter((one) => one !== SwDimension.PERIOD);
  return directory.figures.table({ viewer, businessDate, topic: 'workers', referenceDate, shape: SW_SHAPE, cells, by: counted, where });
}

/** Of a half-year as the companies name it: '2013-2'. */
function lastDayOf(period: string): string {
  return `${period.slice(0, 4)}-${period.endsWith('-1') ? '06-30' : '12-31'}`;
}
