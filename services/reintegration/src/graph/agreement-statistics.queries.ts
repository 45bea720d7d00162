/** Agreements in groups, for those who make or judge policy: of quarters that have passed; small groups are hidden, nobody is shown one by one. */
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import { DISCLOSURE_RULE } from '#kernel/disclosure.js';
import { badInput, forbidden } from '#kernel/faults.js';
import { cost, requiresScope } from '#shell/field-policy-directives.js';
import { checkQuestion } from '#shell/figures/figures.js';
import { lastQuarterEnd } from '#shell/figures/reference-dates.js';
import { StatisticsTable } from '#shell/value-types.js';
import type { AgreementDimension } from '../domain/agreement-reads.js';
import { maySeeAggregates } from '../domain/directory-policy.js';
import { AGREEMENT_SHAPE, selectionOf } from '../domain/figures.js';
import type { AgreementContext } from './agreement-context.js';
import { AgreementDimensionEnum } from './agreement.enums.js';
import { sourceStatus } from './source-status.js';

const OWN_FIGURES = 50;

@InputType()
export class AgreementStatisticsFilter {
  @Field(() => Int, { nullable: true, description: 'Year in which the work begins.' }) year?: number | null;
  @Field(() => ID, { nullable: true, description: 'Residence, CBS code.' }) municipality?: string | null;
}

@Resolver()
export class AgreementStatisticsQueries {
  @Query(() => StatisticsTable)
  @Directive(requiresScope('statistics:read'))
  @Directive(cost(OWN_FIGURES))
  async agreementStatistics(
    @Arg('by', () => [AgreementDimensionEnum]) by: AgreementDimension[],
    @Arg('where', () => AgreementStatisticsFilter, { nullable: true }) where: AgreementStatisticsFilter | null,
    @Ctx() { viewer, businessDate, agreements, directory }: AgreementContext,
  ): Promise<StatisticsTable> {
    if (!maySeeAggregates(viewer)) throw forbidden();
    if (by.length === 0) throw badInput('Vraag ten minste een dimensie.');
    const selection = selectionOf({ YEAR: where?.year, MUNICIPALITY: where?.municipality });
    checkQuestion(by, selection, AGREEMENT_SHAPE);
    const referenceDate = lastQuarterEnd(businessDate);
    const cells = await agreements.reads.cells(referenceDate);
    const { rows, suppressed } = await directory.figures.table({ viewer, businessDate, topic: 'agreements', referenceDate, shape: AGREEMENT_SHAPE, cells, by, where: selection });
    const asOf = `${businessDate}T00:00:00.000Z`;
    return {
      dimensions: [...by],
      rows: rows.map((row) => ({ ...row, key: [...row.key], measures: [] })),
      suppressed,
      rule: `Geteld zijn afspraken waarvan het werk begon tot en met het laatste volle kwartaal. ${DISCLOSURE_RULE}`,
      asOf,
      sources: [sourceStatus({ body: directory.registers.ownBody, answered: true, asOf }, directory)],
    };
  }
}
