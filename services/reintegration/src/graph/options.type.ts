/** Places for a worker and workers for a place, each with the reasons; there is no score. */
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { SourceStatus, WorkForm } from '#shell/value-types.js';
import { Workplace } from './directory.types.js';

const NULLABLE = { nullable: true };

@InputType()
export class WishesInput {
  @Field(() => DecimalScalar, NULLABLE) hoursPerWeek?: string | null;
  @Field(() => Int, NULLABLE) maxTravelKilometres?: number | null;
  @Field(() => [String], { nullable: true, description: 'Codes of the adaptation register; instead of those of the indication.' }) adaptations?: string[] | null;
  @Field(() => [String], NULLABLE) functions?: string[] | null;
  @Field(() => [WorkForm], NULLABLE) workForms?: WorkForm[] | null;
  @Field(() => DateScalar, NULLABLE) availableFrom?: string | null;
}

@ObjectType('MatchReason')
export class MatchReasonType {
  @Field(() => String, { description: 'HOURS, TRAVEL, ADAPTATIONS, SUPERVISION, FUNCTION, WORK_FORM or AVAILABLE_FROM.' }) code!: string;
  @Field(() => String) text!: string;
}

@ObjectType()
export class WorkplaceOption {
  @Field(() => Workplace, NULLABLE) workplace!: unknown;
  @Field(() => [MatchReasonType]) @Directive(usually(7)) fits!: readonly MatchReasonType[];
  @Field(() => [MatchReasonType]) @Directive(usually(7)) misses!: readonly MatchReasonType[];
  @Field(() => DecimalScalar, { nullable: true, description: 'One way.' }) travelKilometres!: string | null;
}

@ObjectType()
@Directive(policy('options'))
export class WorkplaceOptions {
  @Field(() => [WorkplaceOption]) options!: WorkplaceOption[];
  @Field(() => [SourceStatus]) @Directive(usually(4)) sources!: SourceStatus[];
}

@ObjectType()
export class CandidateOption {
  @Field(() => ID, { description: 'A random id, not the person id.' }) profile!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'As the company that employs the candidate answered; null for somebody on the waiting list.' }) hoursPerWeek!: string | null;
  @Field(() => [WorkForm], { description: 'What the indication makes possible.' }) workForms!: readonly WorkForm[];
  @Field(() => [MatchReasonType]) @Directive(usually(7)) fits!: readonly MatchReasonType[];
  @Field(() => [MatchReasonType]) @Directive(usually(7)) misses!: readonly MatchReasonType[];
  @Field(() => DecimalScalar, NULLABLE) travelKilometres!: string | null;
}

@ObjectType()
@Directive(policy('options'))
export class CandidateOptions {
  @Field(() => [CandidateOption]) options!: readonly CandidateOption[];
  @Field(() => [SourceStatus]) @Directive(usually(4)) sources!: SourceStatus[];
}
