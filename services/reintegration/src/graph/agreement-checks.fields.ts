/** What law and policy say of the terms on the table, for everybody who may read the agreement. */
import { Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { usually } from '#shell/field-policy-directives.js';
import type { Agreement } from '../domain/agreement.js';
import { checksOf } from '../domain/agreement-checks.js';
import { CHECK_KINDS, CHECK_LEVELS, type Check, type CheckKind, type CheckLevel } from '../domain/check.js';
import { isFinanceParty } from '../domain/policy.js';
import { refusalMessage, type RefusalCode } from '../domain/refusals.js';
import type { AgreementContext } from './agreement-context.js';
import { AgreementType } from './agreement.type.js';
import { RefusalCodeEnum } from './agreement.enums.js';
import { enumOf } from './enum-of.js';

const CheckLevelEnum = enumOf('CheckLevel', CHECK_LEVELS);
const CheckKindEnum = enumOf('CheckKind', CHECK_KINDS);

@ObjectType('AgreementCheck', { description: 'What a rule says of the terms.' })
export class CheckType {
  @Field(() => String, { description: 'Names the rule; more may come.' }) code!: string;
  @Field(() => String, { nullable: true, description: 'What it rests on, also where the figure is policy; null where it rests on no text.' }) article!: string | null;
  @Field(() => String, { description: 'In Dutch, without personal data.' }) text!: string;
  @Field(() => CheckKindEnum) kind!: CheckKind;
  @Field(() => CheckLevelEnum) level!: CheckLevel;
  @Field(() => RefusalCodeEnum, { nullable: true, description: 'Of a REFUSAL: what a command on these terms is refused with.' }) refusal!: RefusalCode | null;
}

@Resolver(() => AgreementType)
export class AgreementCheckFields {
  @FieldResolver(() => [CheckType], {
    description: 'Of the current terms and the facts kept with them, heaviest first. What stops them here also stops a command; whether the hours of other agreements leave room is asked by the command alone.',
  })
  @Directive(usually(15))
  checks(@Root() agreement: Agreement, @Ctx() { agreements, directory, businessDate, viewer }: AgreementContext): readonly CheckType[] {
    const { disputes, representation } = agreements.services;
    const checks = checksOf(agreement, { disputes, representation, parameters: directory.registers.parameters, on: businessDate });
    return isFinanceParty(agreement, viewer) ? checks : checks.map(withoutDates);
  }
}

/** Until when an indication holds is not for a receiving company, which hears that it does not suffice. */
function withoutDates(check: Check): Check {
  return check.refusal === 'INDICATION_EXPIRES' ? { ...check, text: refusalMessage({ refused: check.refusal, detail: null }) } : check;
}
