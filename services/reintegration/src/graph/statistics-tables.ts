/** Published tables, the same for the graph and for the exports: checked, summed over all bodies, suppressed once. */
import { DISCLOSURE_RULE, type ShownTable } from '#kernel/disclosure.js';
import type { Selection } from '#kernel/disclosure/publish.js';
import { badInput, forbidden } from '#kernel/faults.js';
import type { Viewer } from '#kernel/viewer.js';
import { checkQuestion } from '#shell/figures/figures.js';
import { isQuarterEnd, lastQuarterEnd } from '#shell/figures/reference-dates.js';
import type { StatisticsTable } from '#shell/value-types.js';
import { maySeeAggregates } from '../domain/directory-policy.js';
import { selectionOf, SW_SHAPE } from '../domain/figures.js';
import type { AskedCompany } from '../domain/workplace-search.js';
import type { DirectoryContext } from './directory.context.js';
import { sourceStatus } from './source-status.js';
import { SwDimension, type SwStatisticsFilter } from './statistics.type.js';
import { cellsByPeriod, periodTables } from './sw-periods.js';

const COUNTED_ON = 'Geteld is op het laatste kwartaaleinde.';

/** Workers employed at the end of a quarter, over all companies. */
export async function swTable(context: DirectoryContext, by: readonly SwDimension[], where: SwStatisticsFilter | null): Promise<StatisticsTable> {
  const company = where?.company ?? null;
  if (company !== null && !context.directory.companies.companyStub(company)) throw badInput('Dit bedrijf staat niet in het register.');
  const selection = selectionOf({ COMPANY: company, MUNICIPALITY: where?.municipality, WORK_FORM: where?.workForm });
  checkFigures(context.viewer, by, by.filter((one) => one !== SwDimension.PERIOD), selection, SW_SHAPE);
  const on = referenceDate(where?.on ?? null, context.businessDate);
  const answers = await cellsByPeriod(context, by, on);
  const shown = await periodTables(context, { by, where: selection, on }, answers.flatMap((answer) => answer.rows));
  return table(by, shown, answers.map(({ rows: _rows, ...source }) => source), COUNTED_ON, context);
}

/** `counted`: the dimensions of the population, without the periods. */
export function checkFigures(viewer: Viewer, by: readonly string[], counted: readonly string[], where: Selection, shape: typeof SW_SHAPE): void {
  if (!maySeeAggregates(viewer)) throw forbidden();
  if (by.length === 0) throw badInput('Vraag ten minste een dimensie.');
  checkQuestion(counted, where, shape);
}

function referenceDate(on: string | null, businessDate: string): string {
  if (on === null) return lastQuarterEnd(businessDate);
  if (!isQuarterEnd(on) || on >= businessDate) throw badInput('Cijfers zijn er van elk kwartaaleinde dat voorbij is: 31 maart, 30 juni, 30 september en 31 december.');
  return on;
}

/** As old as the oldest answer in it. */
export function table(by: readonly string[], { rows, suppressed }: ShownTable, asked: readonly AskedCompany[], counted: string, { directory, businessDate }: DirectoryContext): StatisticsTable {
  const ages = asked.flatMap((one) => (one.asOf === null ? [] : [one.asOf])).sort();
  return {
    dimensions: [...by],
    rows: rows.map((row) => ({ ...row, key: [...row.key], measures: [] })),
    suppressed,
    rule: `${counted} ${DISCLOSURE_RULE}`,
    asOf: ages[0] ?? startOf(businessDate),
    sources: asked.map((one) => sourceStatus(one, directory)),
  };
}

export function startOf(date: string): string {
  return `${date}T00:00:00.000Z`;
}
