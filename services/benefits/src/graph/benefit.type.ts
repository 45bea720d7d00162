/** Benefits and debt trajectories, as the existing systems have them. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { formatId } from '#kernel/ids.js';
import { policy } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { firstConversationDueOn } from '../domain/debt-term.js';
import type { BenefitFacts, DebtTrajectoryFacts } from '../domain/facts.js';
import { BenefitSchemeEnum, BenefitStatusEnum, DebtPhaseEnum } from './enums.js';
import { REGISTER } from './register.js';

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
  @Field(() => DateScalar, { description: 'Wgs art. 4.' }) firstConversationDueOn!: string;
  @Field(() => DebtPhaseEnum) phase!: string;
  @Field(() => DateScalar, { nullable: true }) from!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day.' }) until!: string | null;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  /** Not in the schema: CBS code of the responsible municipality. */
  municipalityCode!: string;
}

export function benefitType({ number, scheme, status, from, until, monthlyAmount }: BenefitFacts): BenefitType {
  return { id: formatId({ owner: REGISTER, kind: 'B', local: number }), scheme, status, from, until, monthlyAmount };
}

export function debtTrajectoryType(facts: DebtTrajectoryFacts): DebtTrajectoryType {
  const { appliedOn, threatened, phase, from, until, outcome } = facts;
  return {
    id: formatId({ owner: REGISTER, kind: 'D', local: facts.number }),
    municipalityCode: facts.municipality,
    firstConversationDueOn: firstConversationDueOn(appliedOn, threatened),
    ...{ appliedOn, threatened, phase, from, until, outcome },
  };
}
