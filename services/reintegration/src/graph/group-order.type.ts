/** A hirer's order for several workers as the graph shows it; what needs loaders is in group-order.fields.ts. */
import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CHECK_OUTCOMES, type CheckOutcome } from '#law/agreement/check.js';
import type { DirectHire, PayRule } from '#law/agreement/supply-order.js';
import { policy } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { PageInfo } from '#shell/value-types.js';
import type { Agreement } from '../domain/agreement.js';
import { AgreementType } from './agreement.type.js';
import { Workplace } from './directory.types.js';
import { enumOf } from './enum-of.js';
import { isRefusal, RefusalType } from './refusal.type.js';

const NULLABLE = { nullable: true };
const CheckOutcomeEnum = enumOf('CheckOutcome', CHECK_OUTCOMES);
const PayRuleEnum = enumOf<PayRule>('PayRule', ['EQUAL', 'COLLECTIVE_AGREEMENT']);
const DirectHireEnum = enumOf<DirectHire>('DirectHire', ['FREE', 'FEE', 'HINDERED']);

@ObjectType('OrderCheck', { description: 'What one article asks, and whether it is so. HUMAN: the law leaves it to judgement.' })
export class OrderCheckType {
  @Field(() => String) article!: string;
  @Field(() => CheckOutcomeEnum) outcome!: CheckOutcome;
  @Field(() => String) text!: string;
}

@ObjectType('SupplyConditions', { description: 'What lender and hirer declared (Waadi); null: not declared.' })
export class SupplyConditionsType {
  @Field(() => PayRuleEnum, NULLABLE) pay!: PayRule | null;
  @Field(() => Boolean, NULLABLE) facilities!: boolean | null;
  @Field(() => Boolean, NULLABLE) vacanciesMadeKnown!: boolean | null;
  @Field(() => Boolean) feeFromWorker!: boolean;
  @Field(() => DirectHireEnum) directHire!: DirectHire;
  @Field(() => Boolean) strike!: boolean;
  @Field(() => DateScalar, NULLABLE) informationOn!: string | null;
}

@ObjectType()
@Directive(policy('agreements'))
export class GroupOrderPlace {
  @Field(() => Workplace, NULLABLE) workplace!: unknown;
  @Field(() => AgreementType, { nullable: true, description: 'Null for a place without an agreement that the viewer sees and that has not left.' }) agreement!: Agreement | null;
  @Field(() => [String], { description: 'Where the terms of this agreement differ from the order; they may, each worker has his own.' }) deviations!: readonly string[];
}

@ObjectType('GroupOrder', { description: 'One order of a hirer for several workers. Each agreement in it goes its own way.' })
@Directive(policy('agreements'))
export class GroupOrderType {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Expected by the next command.' }) version!: number;
}

@ObjectType()
@Directive(policy('agreements'))
export class GroupOrderConnection {
  @Field(() => [GroupOrderType]) nodes!: GroupOrderType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

@InputType()
export class GroupOrderFilter {
  @Field(() => ID, { nullable: true, description: '`kvk:<number>`.' }) hirer?: string | null;
}

@InputType()
export class SupplyConditionsInput {
  @Field(() => PayRuleEnum, { nullable: true, description: 'Waadi art. 8.' }) pay?: PayRule | null;
  @Field(() => Boolean, { nullable: true, description: 'Waadi art. 8a.' }) facilities?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Waadi art. 8b.' }) vacanciesMadeKnown?: boolean | null;
  @Field(() => Boolean, { description: 'Waadi art. 9.' }) feeFromWorker!: boolean;
  @Field(() => DirectHireEnum, { description: 'Waadi art. 9a.' }) directHire!: DirectHire;
  @Field(() => Boolean, { description: 'A strike or lock-out at the hirer: Waadi art. 10.' }) strike!: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'When the hirer gave qualifications and risks: Waadi art. 11.' }) informationOn?: string | null;
}

@InputType()
export class GroupOrderInput {
  @Field(() => ID, { description: '`kvk:<number>`.' }) hirer!: string;
  @Field(() => [ID], { description: 'Of the viewer\'s own company, at this hirer.' }) workplaces!: string[];
  @Field(() => Int, { description: 'How many workers are asked; at most as many as there are places.' }) workers!: number;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; open-ended without it.' }) until?: string | null;
  @Field(() => DecimalScalar, { description: 'Euros (Wsw art. 5).' }) feePerHour!: string;
  @Field(() => SupplyConditionsInput) conditions!: SupplyConditionsInput;
}

@InputType()
export class RecordGroupOrderInput {
  @Field(() => ID) commandId!: string;
  @Field(() => GroupOrderInput) order!: GroupOrderInput;
}

@InputType()
export class ChangeGroupOrderInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => GroupOrderInput, { description: 'The whole order as it is from now on.' }) order!: GroupOrderInput;
}

@InputType()
export class LinkToGroupOrderInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ID) agreement!: string;
}

export const GroupOrderResult = createUnionType({
  name: 'GroupOrderResult',
  types: () => [GroupOrderType, RefusalType] as const,
  resolveType: (value: object) => (isRefusal(value) ? 'Refusal' : 'GroupOrder'),
});
