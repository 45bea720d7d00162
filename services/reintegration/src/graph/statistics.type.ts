/** The dimensions and filters by which workers and trajectories are counted. */
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateScalar } from '#shell/scalars.js';
import { WorkForm } from '#shell/value-types.js';

export const SwDimension = {
  COMPANY: 'COMPANY',
  MUNICIPALITY: 'MUNICIPALITY',
  PERIOD: 'PERIOD',
  WORK_FORM: 'WORK_FORM',
  CATEGORY: 'CATEGORY',
  AGE_BAND: 'AGE_BAND',
} as const;
export type SwDimension = keyof typeof SwDimension;
registerEnumType(SwDimension, { name: 'SwDimension' });

export const TrajectoryDimension = {
  MUNICIPALITY: 'MUNICIPALITY',
  QUARTER: 'QUARTER',
  INSTRUMENT: 'INSTRUMENT',
  OUTCOME: 'OUTCOME',
  PROVIDER_KIND: 'PROVIDER_KIND',
} as const;
export type TrajectoryDimension = keyof typeof TrajectoryDimension;
registerEnumType(TrajectoryDimension, { name: 'TrajectoryDimension' });

/** The same here as at every company: differing input types would be intersected silently when the graph is composed. */
@InputType('SwStatisticsFilter')
export class SwStatisticsFilter {
  @Field(() => DateScalar, { nullable: true, description: 'The end of a quarter that has passed; without it the last one.' }) on?: string | null;
  @Field(() => ID, { nullable: true, description: 'Company code.' }) company?: string | null;
  @Field(() => ID, { nullable: true, description: 'The paying municipality, CBS code.' }) municipality?: string | null;
  @Field(() => WorkForm, { nullable: true }) workForm?: WorkForm | null;
}

@InputType('TrajectoryStatisticsFilter')
export class TrajectoryStatisticsFilter {
  @Field(() => Int, { nullable: true, description: 'Year in which the trajectory began.' }) year?: number | null;
  @Field(() => ID, { nullable: true, description: 'CBS code.' }) municipality?: string | null;
  @Field(() => String, { nullable: true }) instrument?: string | null;
}
