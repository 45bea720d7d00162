/** Agreements in groups, for those who make or judge policy; small groups are hidden, nobody is shown one by one. */
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import { badInput, forbidden } from '#kernel/faults.js';
import { cost, requiresScope } from '#shell/field-policy-directives.js';
import { StatisticsTable } from '#shell/value-types.js';
import type { AgreementDimension } from '../domain/agreement-reads.js';
import { maySeeAggregates } from '../domain/directory-policy.js';
import { disclose, DISCLOSURE_RULE, sumCells } from '#kernel/disclosure.js';
import type { AgreementContext } from './agreement-context.js';
import { AgreementDimensionEnum } from './agreement.enums.js';
import { sourceStatus } from './source-status.js';

const MAX_DIMENSIONS = 3;
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
    if (by.length === 0 || by.length > MAX_DIMENSIONS || new Set(by).size < by.length) throw badInput(`Vraag een tot ${MAX_DIMENSIONS} verschillende dimensies.`);
    const cells = await agreements.reads.cells(by, { year: where?.year ?? null, municipality: where?.municipality ?? null });
    const { rows, suppressed } = disclose(sumCells(cells));
    const asOf = `${businessDate}T00:00:00.000Z`;
    return {
      dimensions: [...by],
      rows: rows.map((row) => ({ ...row, key: [...row.key], measures: [] })),
      suppressed,
      rule: DISCLOSURE_RULE,
      asOf,
      sources: [sourceStatus({ body: directory.registers.ownBody, answered: true, asOf }, directory)],
    };
  }
}
