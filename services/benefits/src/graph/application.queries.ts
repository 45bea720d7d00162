/** The worklist of applications, and how long applications take: over quarters that have passed, so that figures stand still. */
import { Arg, Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { badInput, forbidden } from '#kernel/faults.js';
import { addDays, earliest } from '#law/terms/calendar.js';
import { cost, pageSize, policy, requiresScope } from '#shell/field-policy-directives.js';
import { pageOf, pageRequest } from '#shell/pagination.js';
import { checkQuestion } from '#shell/figures/figures.js';
import { lastQuarterEnd } from '#shell/figures/reference-dates.js';
import { isCalendarDate } from '#shell/scalars.js';
import { PageArgs, StatisticsTable } from '#shell/value-types.js';
import { countedApplications, HANDLING_RULE, HANDLING_SHAPE, handlingCells, handlingRows, handlingSelection, type ApplicationDimension } from '../domain/application-statistics.js';
import { dueSoonDays } from '../domain/application-term.js';
import { maySeeFigures } from '../domain/policy.js';
import type { ApplicationListFilter } from '../domain/ports.js';
import { ApplicationConnection, applicationType } from './application.type.js';
import { instantOf, requirePurpose, type BenefitsContext } from './context.js';
import { ApplicationDimensionEnum } from './enums.js';
import { ApplicationFilter, ApplicationStatisticsFilter } from './filters.type.js';

/** Every decided application is read. */
const STATISTICS = 50;

@Resolver()
export class ApplicationQueries {
  @Query(() => ApplicationConnection, { description: 'Earliest due first.' })
  @Directive(policy('applications'))
  @Directive(pageSize(25))
  async applications(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: BenefitsContext,
    @Arg('filter', () => ApplicationFilter, { nullable: true }) filter?: ApplicationFilter | null,
  ): Promise<ApplicationConnection> {
    requirePurpose(context);
    const request = pageRequest(page, 2);
    if (request.after && !isCalendarDate(request.after[0] ?? '')) throw badInput('Deze after is geen cursor van deze lijst.');
    const { rows, totalCount } = await context.readers.files.applicationList(listFilter(filter ?? {}, context), request);
    return pageOf(rows, request, totalCount, ({ dueKey, number }) => [dueKey, number], applicationType);
  }

  @Query(() => StatisticsTable, { description: 'Decided applications with net and gross days, under disclosure control. No purpose needed: no person is in it.' })
  @Directive(requiresScope('statistics:read'))
  @Directive(cost(STATISTICS))
  async applicationStatistics(
    @Arg('by', () => [ApplicationDimensionEnum]) by: ApplicationDimension[],
    @Ctx() context: BenefitsContext,
    @Arg('where', () => ApplicationStatisticsFilter, { nullable: true }) where?: ApplicationStatisticsFilter | null,
  ): Promise<StatisticsTable> {
    if (!maySeeFigures(context.viewer)) throw forbidden();
    const selection = handlingSelection(where ?? {});
    checkQuestion(by, selection, HANDLING_SHAPE);
    const { viewer, businessDate } = context;
    const referenceDate = lastQuarterEnd(businessDate);
    const decided = countedApplications(await context.readers.files.decidedApplications(), referenceDate);
    const asked = { viewer, businessDate, topic: 'applications', referenceDate, shape: HANDLING_SHAPE, by, where: selection };
    const table = await context.figures.table({ ...asked, cells: handlingCells(decided) });
    const delivered = (await context.loaders.deliveries()).get('applications') ?? null;
    return {
      dimensions: [...by],
      rows: handlingRows(table, decided, by, selection),
      suppressed: table.suppressed,
      rule: HANDLING_RULE,
      asOf: instantOf(delivered ?? context.reading.on),
      sources: [{ body: context.body, answered: true, asOf: instantOf(delivered) }],
    };
  }
}

/** LATE and SOON as days: before the business date, or from it up to the last day of warning. */
function listFilter({ due, ...filter }: ApplicationFilter, { reading: { on }, parameters }: BenefitsContext): ApplicationListFilter {
  if (!due) return filter;
  const before = due === 'LATE' ? on : addDays(on, dueSoonDays(parameters, on) + 1);
  const dueBefore = filter.dueBefore ? earliest(before, filter.dueBefore) : before;
  return { ...filter, open: true, dueBefore, dueFrom: due === 'SOON' ? on : null };
}
