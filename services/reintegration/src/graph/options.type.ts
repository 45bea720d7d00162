/** Places for a worker and workers for a place, each with the reasons; there is no score. */
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { SourceStatus, WorkForm } from '#shell/value-types.js';
import { type ContractKind, CONTRACT_KINDS, type Transport, TRANSPORTS } from '../domain/matching.js';
import { Workplace } from './directory.types.js';
import { enumOf } from './enum-of.js';

const NULLABLE = { nullable: true };

const TransportEnum = enumOf('TransportKind', TRANSPORTS);
const ContractKindEnum = enumOf('ContractKind', CONTRACT_KINDS);

@InputType()
export class WishesInput {
  @Field(() => DecimalScalar, NULLABLE) hoursPerWeek?: string | null;
  @Field(() => Int, NULLABLE) maxTravelKilometres?: number | null;
  @Field(() => Int, { nullable: true, description: 'One way.' }) maxTravelMinutes?: number | null;
  @Field(() => TransportEnum, { nullable: true, description: 'With which the time is estimated.' }) transport?: Transport | null;
  @Field(() => [String], { nullable: true, description: 'Codes of the adaptation register; instead of those of the indication.' }) adaptations?: string[] | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Personal supervision that the worker needs.' }) supervisionHoursPerWeek?: string | null;
  @Field(() => [String], NULLABLE) functions?: string[] | null;
  @Field(() => [WorkForm], { nullable: true, description: 'Without it those that the indication makes possible.' }) workForms?: WorkForm[] | null;
  @Field(() => ContractKindEnum, { nullable: true, description: 'With an ordinary employer.' }) contract?: ContractKind | null;
  @Field(() => DateScalar, NULLABLE) availableFrom?: string | null;
}

@ObjectType('MatchReason')
export class MatchReasonType {
  @Field(() => String, { description: 'HOURS, TRAVEL, TRAVEL_TIME, ADAPTATIONS, SUPERVISION, FUNCTION, WORK_FORM, CONTRACT or AVAILABLE_FROM.' }) code!: string;
  @Field(() => String) text!: string;
}

@ObjectType()
export class WorkplaceOption {
  @Field(() => Workplace, NULLABLE) workplace!: unknown;
  @Field(() => [MatchReasonType]) @Directive(usually(9)) fits!: readonly MatchReasonType[];
  @Field(() => [MatchReasonType]) @Directive(usually(9)) misses!: readonly MatchReasonType[];
  @Field(() => DecimalScalar, { nullable: true, description: 'One way.' }) travelKilometres!: string | null;
  @Field(() => String, { description: 'What decided between this one and the one before it.' }) whyHere!: string;
}

@ObjectType()
@Directive(policy('options'))
export class WorkplaceOptions {
  @Field(() => [WorkplaceOption]) options!: WorkplaceOption[];
  @Field(() => Boolean, { description: 'There are others that are not shown.' }) more!: boolean;
  @Field(() => String, { description: 'By what rule the list is ordered; there is no score.' }) order!: string;
  @Field(() => [SourceStatus]) @Directive(usually(4)) sources!: SourceStatus[];
}

@ObjectType()
export class CandidateOption {
  @Field(() => ID, { description: 'A random id, not the person id.' }) profile!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'As the company that employs the candidate answered; null for somebody on the waiting list.' }) hoursPerWeek!: string | null;
  @Field(() => [WorkForm], { description: 'What the indication makes possible.' }) workForms!: readonly WorkForm[];
  @Field(() => [MatchReasonType]) @Directive(usually(9)) fits!: readonly MatchReasonType[];
  @Field(() => [MatchReasonType]) @Directive(usually(9)) misses!: readonly MatchReasonType[];
  @Field(() => DecimalScalar, NULLABLE) travelKilometres!: string | null;
  @Field(() => String, { description: 'What decided between this one and the one before it.' }) whyHere!: string;
}

@ObjectType()
@Directive(policy('options'))
export class CandidateOptions {
  @Field(() => [CandidateOption]) options!: readonly CandidateOption[];
  @Field(() => Boolean, { description: 'There are others that are not shown.' }) more!: boolean;
  @Field(() => String, { description: 'By what rule the list is ordered; there is no score.' }) order!: string;
  @Field(() => [SourceStatus]) @Directive(usually(4)) sources!: SourceStatus[];
}
