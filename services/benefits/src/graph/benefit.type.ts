/** Benefits and debt trajectories, as the existing systems have them. */
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { formatId } from '#kernel/ids.js';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import type { BenefitFacts, DebtTrajectoryFacts } from '../domain/facts.js';
import { BenefitSchemeEnum, BenefitStatusEnum, DebtPhaseEnum } from './enums.js';
import { REGISTER } from './register.js';
import { MovedDay } from './term.type.js';

@ObjectType('Benefit')
@Directive(policy('benefits'))
export class BenefitType {
  @Field(() => ID) id!: string;
  @Field(() => BenefitSchemeEnum) scheme!: string;
  @Field(() => BenefitStatusEnum) status!: string;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The last day.' }) until!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Euros per month.' }) monthlyAmount!: string | null;
}

@ObjectType('DebtTrajectory')
@Directive(policy('debts'))
export class DebtTrajectoryType {
  @Field(() => ID) id!: string;
  @Field(() => DateScalar) appliedOn!: string;
  @Field(() => Boolean, { description: 'A necessity of life is threatened, Wgs art. 4 lid 2.' }) threatened!: boolean;
  @Field(() => DebtPhaseEnum) phase!: string;
  @Field(() => DateScalar, { nullable: true }) from!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day.' }) until!: string | null;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  /** Not in the schema: what the fields are computed from. */
  facts!: DebtTrajectoryFacts;
}

@ObjectType({ description: 'The term for the decision on debt help.' })
@Directive(policy('debts'))
export class DebtDecision {
  @Field(() => String, { description: 'What sets the term.' }) article!: string;
  @Field(() => Int) weeks!: number;
  @Field(() => Boolean, { description: 'The ordinance gives more weeks than the law allows.' }) capped!: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'Null while the conversation from which it runs is still to be held.' }) dueOn!: string | null;
  @Field(() => [MovedDay]) @Directive(usually(2)) movedDays!: readonly MovedDay[];
}

export function benefitType({ number, scheme, status, from, until, monthlyAmount }: BenefitFacts): BenefitType {
  return { id: formatId({ owner: REGISTER, kind: 'B', local: number }), scheme, status, from, until, monthlyAmount };
}

export function debtTrajectoryType(facts: DebtTrajectoryFacts): DebtTrajectoryType {
  const { appliedOn, threatened, phase, from, until, outcome } = facts;
  return {
    id: formatId({ owner: REGISTER, kind: 'D', local: facts.number }),
    ...{ appliedOn, threatened, phase, from, until, outcome, facts },
  };
}
