// Between services only: what a company supplies to the half-yearly statistics, in the codes of the regulation.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import type { ContractStatistics, EmploymentStatistics, FormStatistics } from '../model.js';
import type { StatisticsAnswer } from '../port.js';

const NULLABLE = { nullable: true };
const EMPLOYMENTS = policy('employments');

@ObjectType('SwContractStatistics')
@Directive('@shareable')
@Directive('@inaccessible')
@Directive(EMPLOYMENTS)
export class ContractStatisticsType implements ContractStatistics {
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, NULLABLE) until!: string | null;
  @Field(() => DecimalScalar, NULLABLE) hoursPerWeek!: string | null;
  @Field(() => Int, NULLABLE) paidPercentage!: number | null;
  @Field(() => Int, { nullable: true, description: '1 none, 2 individual, 3 in a group.' }) secondment!: 1 | 2 | 3 | null;
}

@ObjectType('SwSupervisedStatistics')
@Directive('@shareable')
@Directive('@inaccessible')
@Directive(EMPLOYMENTS)
export class SupervisedStatisticsType implements FormStatistics {
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, NULLABLE) until!: string | null;
  @Field(() => DecimalScalar, NULLABLE) hoursPerWeek!: string | null;
  @Field(() => Int, NULLABLE) paidPercentage!: number | null;
}

@ObjectType('SwEmploymentStatistics')
@Directive('@shareable')
@Directive('@inaccessible')
@Directive(EMPLOYMENTS)
export class EmploymentStatisticsType implements EmploymentStatistics {
  @Field(() => ID) person!: string;
  @Field(() => ID, NULLABLE) payingMunicipality!: string | null;
  @Field(() => ContractStatisticsType, NULLABLE) contract!: ContractStatisticsType | null;
  @Field(() => SupervisedStatisticsType, NULLABLE) supervised!: SupervisedStatisticsType | null;
  @Field(() => Int, NULLABLE) leavingReason!: number | null;
  @Field(() => Int, NULLABLE) destination!: number | null;
}

@ObjectType('SwStatisticsDelivery')
@Directive('@shareable')
@Directive('@inaccessible')
@Directive(EMPLOYMENTS)
export class StatisticsDeliveryType implements StatisticsAnswer {
  @Field(() => Boolean, { description: 'False: the data of this company do not describe the last day of the half-year.' }) known!: boolean;
  @Field(() => [EmploymentStatisticsType]) @Directive(usually(200)) employments!: readonly EmploymentStatisticsType[];
}
