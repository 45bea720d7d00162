/** Aggregates over all bodies, of days and quarters that have passed: summed first, suppressed once. No field of a person is behind them. */
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { cost, requiresScope } from '#shell/field-policy-directives.js';
import { lastQuarterEnd } from '#shell/figures/reference-dates.js';
import { StatisticsTable } from '#shell/value-types.js';
import { selectionOf, TRAJECTORY_SHAPE } from '../domain/figures.js';
import type { DirectoryContext } from './directory.context.js';
import { checkFigures, startOf, swTable, table } from './statistics-tables.js';
import { SwDimension, SwStatisticsFilter, TrajectoryDimension, TrajectoryStatisticsFilter } from './statistics.type.js';

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
    return swTable(context, by, where);
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
