/** What municipalities may expect to realise of their minimum of labour years, as the graph shows it. */
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { usually } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { BodyType, SourceStatus } from '#shell/value-types.js';

const NULLABLE = { nullable: true };

@ObjectType()
export class CompanyLabourYears {
  @Field(() => BodyType, NULLABLE) company!: BodyType | null;
  @Field(() => DecimalScalar) toDate!: string;
  @Field(() => DecimalScalar) expected!: string;
}

@ObjectType()
export class MunicipalLabourYearForecast {
  @Field(() => ID, { description: 'CBS code.' }) municipality!: string;
  @Field(() => BodyType, NULLABLE) body!: BodyType | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'As published; null when it was not delivered.' }) minimum!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'EUR.' }) stateGrant!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'As accounted for.' }) realised!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Counted so far; null where the sum is too small for this viewer.' }) toDate!: string | null;
  @Field(() => DecimalScalar, NULLABLE) expected!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Expected less minimum; negative is a deficit.' }) surplus!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'EUR that the state would take back (Wsw art. 9 lid 1).' }) clawback!: string | null;
  @Field(() => [CompanyLabourYears], { nullable: true, description: 'Null where one of the parts is too small for this viewer.' }) @Directive(usually(3)) companies!: CompanyLabourYears[] | null;
}

@ObjectType({ description: 'Two colleges that could shift minimum labour years between them; both would ask the minister. A proposal, nothing more.' })
export class ShiftCandidateType {
  @Field(() => BodyType, { nullable: true, description: 'Falls short of its minimum.' }) giver!: BodyType | null;
  @Field(() => BodyType, { nullable: true, description: 'Expects more than its minimum.' }) taker!: BodyType | null;
  @Field(() => DecimalScalar) labourYears!: string;
}

@ObjectType()
export class LabourYearForecast {
  @Field(() => Int) year!: number;
  @Field(() => DateScalar, { description: 'The last day that was counted.' }) countedUntil!: string;
  @Field(() => Boolean, { description: 'Every company answered; else the expectations are too low, and nothing is set beside the minimum.' }) complete!: boolean;
  @Field(() => String) ruleSet!: string;
  @Field(() => String) ruleSetText!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Last day for a joint request to shift, the one before 1 September (Besluit art. 16 lid 7); null when no law shifts.' }) shiftRequestDueOn!: string | null;
  @Field(() => [MunicipalLabourYearForecast], { description: 'Those for whose residents the viewer\'s body answers.' }) @Directive(usually(5)) municipalities!: MunicipalLabourYearForecast[];
  @Field(() => [ShiftCandidateType]) @Directive(usually(2)) shiftCandidates!: ShiftCandidateType[];
  @Field(() => [SourceStatus]) @Directive(usually(3)) sources!: SourceStatus[];
  @Field(() => String, { description: 'How it was counted, and what is not shown.' }) rule!: string;
}
