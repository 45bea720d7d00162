/** A debt trajectory as the delivery to the CBS needs it: `DebtHelpFacts` in the graph. Only the body that makes the delivery reads it, none of it is in the public schema. */
import { Directive, Field, ObjectType } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { BsnScalar, DateScalar, DecimalScalar } from '#shell/scalars.js';
import type { DebtFacts, DebtHelpClient, DebtHelpFacts, DebtHelpPeriod } from '#law/ddas/facts.js';

const NONE_KNOWN = { nullable: true };

@ObjectType()
@Directive('@inaccessible')
export class DebtHelpClientType implements DebtHelpClient {
  @Field(() => String, { description: 'Pseudonym, for the log of processings of who asks.' }) person!: string;
  @Field(() => BsnScalar, { nullable: true }) bsn!: string;
  @Field(() => DateScalar) birthDate!: string;
}

@ObjectType()
@Directive('@inaccessible')
export class DebtHelpPeriodType {
  @Field(() => String) kind!: DebtHelpPeriod['kind'];
  @Field(() => DateScalar, NONE_KNOWN) from!: string | null;
  @Field(() => DateScalar, NONE_KNOWN) until!: string | null;
  @Field(() => DateScalar, NONE_KNOWN) askedOn!: string | null;
  @Field(() => DateScalar, NONE_KNOWN) approvedOn!: string | null;
}

@ObjectType()
@Directive('@inaccessible')
export class DebtType {
  @Field(() => DecimalScalar) amount!: string;
  @Field(() => DateScalar, NONE_KNOWN) assessedOn!: string | null;
  @Field(() => String) kind!: DebtFacts['kind'];
  @Field(() => Boolean) business!: boolean;
  @Field(() => Boolean) privateCreditor!: boolean;
  @Field(() => String, NONE_KNOWN) creditorName!: string | null;
  @Field(() => String, NONE_KNOWN) creditorChamberNumber!: string | null;
}

@ObjectType()
@Directive('@inaccessible')
@Directive(policy('debt-delivery'))
export class DebtHelpType implements DebtHelpFacts {
  @Field(() => String) number!: string;
  @Field(() => String) municipality!: string;
  @Field(() => [DebtHelpClientType]) @Directive(usually(1)) clients!: DebtHelpClientType[];
  @Field(() => DateScalar) appliedOn!: string;
  @Field(() => Boolean) threatened!: boolean;
  @Field(() => DateScalar, NONE_KNOWN) until!: string | null;
  @Field(() => [DebtHelpPeriodType]) @Directive(usually(5)) periods!: DebtHelpPeriodType[];
  @Field(() => DateScalar, NONE_KNOWN) decidedOn!: string | null;
  @Field(() => String, NONE_KNOWN) decision!: DebtHelpFacts['decision'];
  @Field(() => DateScalar, NONE_KNOWN) planOn!: string | null;
  @Field(() => DateScalar, NONE_KNOWN) settlementFiledOn!: string | null;
  @Field(() => DateScalar, NONE_KNOWN) settlementGrantedOn!: string | null;
  @Field(() => DateScalar, NONE_KNOWN) settlementRefusedOn!: string | null;
  @Field(() => DateScalar, NONE_KNOWN) settlementWithdrawnOn!: string | null;
  @Field(() => Boolean, NONE_KNOWN) forcedSettlement!: boolean | null;
  @Field(() => DateScalar, NONE_KNOWN) forcedSettlementAskedOn!: string | null;
  @Field(() => String, NONE_KNOWN) solution!: DebtHelpFacts['solution'];
  @Field(() => DecimalScalar, NONE_KNOWN) freeAmount!: string | null;
  @Field(() => DateScalar, NONE_KNOWN) outflowOn!: string | null;
  @Field(() => String, NONE_KNOWN) outflowReason!: DebtHelpFacts['outflowReason'];
  @Field(() => DecimalScalar, NONE_KNOWN) totalDebt!: string | null;
  @Field(() => [DebtType]) @Directive(usually(10)) debts!: DebtType[];
}
