/** Aggregates over all bodies: summed first, suppressed once. No field of a person is behind them. */
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { badInput, forbidden } from '#kernel/faults.js';
import type { Viewer } from '#kernel/viewer.js';
import { cost, requiresScope } from '#shell/field-policy-directives.js';
import { StatisticsTable } from '#shell/value-types.js';
import { maySeeAggregates } from '../domain/directory-policy.js';
import { type Cell, disclose, DISCLOSURE_RULE, sumCells } from '#kernel/disclosure.js';
import type { AskedCompany } from '../domain/workplace-search.js';
import type { DirectoryContext } from './directory.context.js';
import { sourceStatus } from './source-status.js';
import { SwDimension, SwStatisticsFilter, TrajectoryDimension, TrajectoryStatisticsFilter } from './statistics.type.js';

/** More dimensions than this describe a person rather than a group. */
const MAX_DIMENSIONS = 3;
/** Each company counts all its workers. */
const EVERY_COMPANY = 100;
const OWN_FIGURES = 50;

@Resolver()
export class StatisticsQueries {
  @Query(() => StatisticsTable, { description: 'Workers employed on a day, over all companies.' })
  @Directive(requiresScope('statistics:read'))
  @Directive(cost(EVERY_COMPANY))
  async swStatistics(
    @Arg('by', () => [SwDimension]) by: SwDimension[],
    @Arg('where', () => SwStatisticsFilter, { nullable: true }) where: SwStatisticsFilter | null,
    @Ctx() context: DirectoryContext,
  ): Promise<StatisticsTable> {
    checkQuestion(context.viewer, by);
    const company = where?.company ?? null;
    if (company !== null && !context.directory.companies.companyStub(company)) throw badInput('Dit bedrijf staat niet in het register.');
    const filter = { on: where?.on ?? null, company, municipality: where?.municipality ?? null, workForm: where?.workForm ?? null };
    const answers = await context.directory.questions.cells(by, filter);
    const cells = answers.flatMap((answer) => answer.rows);
    return table(by, cells, answers.map(({ rows: _rows, ...source }) => source), context);
  }

  @Query(() => StatisticsTable)
  @Directive(requiresScope('statistics:read'))
  @Directive(cost(OWN_FIGURES))
  async trajectoryStatistics(
    @Arg('by', () => [TrajectoryDimension]) by: TrajectoryDimension[],
    @Arg('where', () => TrajectoryStatisticsFilter, { nullable: true }) where: TrajectoryStatisticsFilter | null,
    @Ctx() context: DirectoryContext,
  ): Promise<StatisticsTable> {
    checkQuestion(context.viewer, by);
    const filter = { year: where?.year ?? null, municipality: where?.municipality ?? null, instrument: where?.instrument ?? null };
    const cells = await context.directory.reads.trajectoryCells(by, filter);
    return table(by, cells, [{ body: context.directory.registers.ownBody, answered: true, asOf: startOf(context.businessDate) }], context);
  }
}

function checkQuestion(viewer: Viewer, by: readonly string[]): void {
  if (!maySeeAggregates(viewer)) throw forbidden();
  if (by.length === 0 || by.length > MAX_DIMENSIONS) throw badInput(`Vraag een tot ${MAX_DIMENSIONS} dimensies.`);
  if (new Set(by).size < by.length) throw badInput('Noem elke dimensie eenmaal.');
}

/** As old as the oldest answer in it. */
function table(by: readonly string[], cells: readonly Cell[], asked: readonly AskedCompany[], { directory, businessDate }: DirectoryContext): StatisticsTable {
  const { rows, suppressed } = disclose(sumCells(cells));
  const ages = asked.flatMap((one) => (one.asOf === null ? [] : [one.asOf])).sort();
  return {
    dimensions: [...by],
    rows: rows.map((row) => ({ ...row, key: [...row.key], measures: [] })),
    suppressed,
    rule: DISCLOSURE_RULE,
    asOf: ages[0] ?? startOf(businessDate),
    sources: asked.map((one) => sourceStatus(one, directory)),
  };
}

function startOf(date: string): string {
  return `${date}T00:00:00.000Z`;
}
