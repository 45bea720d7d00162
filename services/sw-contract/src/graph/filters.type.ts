// Filters of the three lists and of the statistics cells, the same at every company: differing input types would be
// intersected silently when the graph is composed.
import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { WorkForm } from '#shell/value-types.js';
import { PlacementStatus, WorkplaceStatus } from './enums.js';

@InputType('PlacementFilter')
export class PlacementFilterInput {
  @Field(() => PlacementStatus, { nullable: true }) status?: PlacementStatus | null;
  @Field(() => DateScalar, { nullable: true, description: 'In force on this day.' }) on?: string | null;
  @Field(() => DateScalar, { nullable: true }) endsBefore?: string | null;
  @Field(() => ID, { nullable: true, description: 'The hirer: kvk:<8 digits>.' }) employer?: string | null;
  @Field(() => ID, { nullable: true, description: 'The paying municipality of the employment, CBS code.' }) municipality?: string | null;
  @Field(() => WorkForm, { nullable: true }) workForm?: WorkForm | null;
}

@InputType('WorkplaceFilter')
export class WorkplaceFilterInput {
  @Field(() => WorkplaceStatus, { nullable: true }) status?: WorkplaceStatus | null;
  @Field(() => ID, { nullable: true, description: 'Where the place is, CBS code.' }) municipality?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The place offers at least these hours a week.' }) minHours?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The place asks at most these hours a week.' }) maxHours?: string | null;
}

@InputType('EmploymentFilter')
export class EmploymentFilterInput {
  @Field(() => ID, { nullable: true, description: 'CBS code.' }) payingMunicipality?: string | null;
  @Field(() => WorkForm, { nullable: true }) workForm?: WorkForm | null;
}

@InputType('SwStatisticsFilter')
export class SwStatisticsFilterInput {
  @Field(() => DateScalar, { nullable: true, description: 'The end of a quarter that has passed; without it the last one.' }) on?: string | null;
  @Field(() => ID, { nullable: true, description: 'Company code.' }) company?: string | null;
  @Field(() => ID, { nullable: true, description: 'The paying municipality, CBS code.' }) municipality?: string | null;
  @Field(() => WorkForm, { nullable: true }) workForm?: WorkForm | null;
}
