/** Terms as a negotiator fills them in. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { WorkForm } from '#shell/value-types.js';
import type { TermsWish } from '../commands/gather-facts.js';
import type { PartyRole } from '../domain/party.js';
import type { SubsidyKind } from '../domain/terms.js';
import { PartyRoleEnum, SubsidyKindEnum } from './agreement.enums.js';

const NULLABLE = { nullable: true };

@InputType()
export class TermsInput {
  @Field(() => WorkForm) workForm!: WorkForm;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; open-ended without it.' }) until?: string | null;
  @Field(() => DecimalScalar) hoursPerWeek!: string;
  @Field(() => ID, { nullable: true, description: '`kvk:<number>`; without it the employer of the workplace.' }) hirer?: string | null;
  @Field(() => String, NULLABLE) function?: string | null;
  @Field(() => String, NULLABLE) location?: string | null;
  @Field(() => [String], { nullable: true, description: 'Codes of the adaptation register; without it those that the indication advises.' }) adaptations?: string[] | null;
  @Field(() => DecimalScalar, NULLABLE) supervisionHoursPerWeek?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Euros; every secondment has one (Wsw art. 5).' }) secondmentFeePerHour?: string | null;
  @Field(() => DecimalScalar, NULLABLE) wagePercentage?: string | null;
  @Field(() => Int, NULLABLE) noticeMonths?: number | null;
  @Field(() => DateScalar, NULLABLE) trialUntil?: string | null;
  @Field(() => Boolean, NULLABLE) returnGuarantee?: boolean | null;
  @Field(() => PartyRoleEnum, NULLABLE) transportArrangedBy?: PartyRole | null;
  @Field(() => DecimalScalar, NULLABLE) transportCostPerWeek?: string | null;
  @Field(() => SubsidyKindEnum, NULLABLE) subsidy?: SubsidyKind | null;
}

/** What was left out is null, so that a repeat with the same content is the same command. */
export function wishOf(input: TermsInput): TermsWish {
  return {
    workForm: input.workForm,
    from: input.from,
    until: input.until ?? null,
    hoursPerWeek: input.hoursPerWeek,
    hirer: input.hirer ?? null,
    function: input.function ?? null,
    location: input.location ?? null,
    adaptations: input.adaptations ?? null,
    supervisionHoursPerWeek: input.supervisionHoursPerWeek ?? null,
    secondmentFeePerHour: input.secondmentFeePerHour ?? null,
    wagePercentage: input.wagePercentage ?? null,
    noticeMonths: input.noticeMonths ?? null,
    trialUntil: input.trialUntil ?? null,
    returnGuarantee: input.returnGuarantee ?? null,
    transportArrangedBy: input.transportArrangedBy ?? null,
    transportCostPerWeek: input.transportCostPerWeek ?? null,
    subsidy: input.subsidy ?? null,
  };
}
