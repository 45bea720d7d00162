/** Aggregates over all bodies, of days and quarters that have passed: summed first, suppressed once. No field of a person is behind them. */
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { DISCLOSURE_RULE, type ShownTable } from '#kernel/disclosure.js';
import type { Selection } from '#kernel/disclosure/publish.js';
import { badInput, forbidden } from '#kernel/faults.js';
import type { Viewer } from '#kernel/viewer.js';
import { cost, requiresScope } from '#shell/field-policy-directives.js';
import { checkQuestion } from '#shell/figures/figures.js';
import { isQuarterEnd, lastQuarterEnd } from '#shell/figures/reference-dates.js';
import { StatisticsTable } from '#shell/value-types.js';
import { maySeeAggregates } from '../domain/directory-policy.js';
import { selectionOf, SW_SHAPE, TRAJECTORY_SHAPE } from '../domain/figures.js';
import type { AskedCompany } from '../domain/workplace-search.js';
import type { DirectoryContext } from './directory.context.js';
import { sourceStatus } from './source-status.js';
import { cellsByPeriod, periodTables } from './sw-periods.js';
import { SwDimension, SwStatisticsFilter, TrajectoryDimension, TrajectoryStatisticsFilter } from './statistics.type.js';

const COUNTED_ON = 'Geteld is op het laatste kwartaaleinde.';
const COUNTED_UNTIL = 'Geteld is tot en met het laatste volle kwartaal.';

/** Each company counts all its workers. */
const EVERY_COMPANY = 100;
const OWN_FIGURES = 50;

@Resolver()
export class StatisticsQueries {
  @Query(() => StatisticsTable, { description: 'Workers employed at the end of a quarter, over all companies.' })
  @Directive(requiresScope('statistics:read'))
  @Directive(cost(EVERY_COMPANY))
  async swStatistics(
    @Arg('by', () => [SwDimension]) by: SwDimension[],
    @Arg('where', () => SwStatisticsFilter, { nullable: true }) where: SwStatisticsFilter | null,
    @Ctx() context: DirectoryContext,
  ): Promise<StatisticsTable> {
    const company = where?.company ?? null;
    if (company !== null && !context.directory.companies.companyStub(company)) throw badInput('Dit bedrijf staat niet in het register.');
    const selection = selectionOf({ COMPANY: company, MUNICIPALITY: where?.municipality, WORK_FORM: where?.workForm });
    checkFigures(context.viewer, by, by.filter((one) => one !== SwDimension.PERIOD), selection, SW_SHAPE);
    const on = referenceDate(where?.on ?? null, context.businessDate);
    const answers = await cellsByPeriod(context, by, on);
    const shown = await periodTables(context, { by, where: selection, on }, answers.flatMap((answer) => answer.rows));
    return table(by, shown, answers.map(({ rows: _rows, ...source }) => source), COUNTED_ON, context);
  }

  @Query(() => StatisticsTable)
  @Directive(requiresScope('statistics:read'))
  @Directive(cost(OWN_FIGURES))
  async trajectoryStatistics(
    @Arg('by', () => [TrajectoryDimension]) by: TrajectoryDimension[],
    @Arg('where', () => TrajectoryStatisticsFilter, { nullable: true }) where: TrajectoryStatisticsFilter | null,
    @Ctx() context: DirectoryContext,
  ): Promise<StatisticsTable> {
    const selection = selectionOf({ YEAR: where?.year, MUNICIPALITY: where?.municipality, INSTRUMENT: where?.instrument });
    checkFigures(context.viewer, by, by, selection, TRAJECTORY_SHAPE);
    const { viewer, businessDate, directory } = context;
    const on = lastQuarterEnd(businessDate);
    const cells = await directory.reads.trajectoryCells(on);
    const shown = await directory.figures.table({ viewer, businessDate, topic: 'trajectories', referenceDate: on, shape: TRAJECTORY_SHAPE, cells, by, where: selection });
    return table(by, shown, [{ body: directory.registers.ownBody, answered: true, asOf: startOf(businessDate) }], COUNTED_UNTIL, context);
  }
}

/** `counted`: the dimensions of the population, without the periods. */
function checkFigures(viewer: Viewer, by: readonly string[], counted: readonly string[], where: Selection, shape: typeof SW_SHAPE): void {
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
function table(by: readonly string[], { rows, suppressed }: ShownTable, asked: readonly AskedCompany[], counted: string, { directory, businessDate }: DirectoryContext): StatisticsTable {
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

function startOf(date: string): string {
  return `${date}T00:00:00.000Z`;
}
