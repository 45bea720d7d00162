/** The terms of one version as the graph shows them. */
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { usually } from '#shell/field-policy-directives.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '#shell/scalars.js';
import { Adaptation, BodyType, WorkForm } from '#shell/value-types.js';
import type { Agreement, TermsVersion } from '../domain/agreement.js';
import type { PartyRole } from '../domain/party.js';
import type { CanonicalTerms, CostKind, SubsidyKind } from '../domain/terms.js';
import { CostKindEnum, PartyRoleEnum, SubsidyKindEnum } from './agreement.enums.js';
import type { DirectoryParts } from './directory.context.js';

const NULLABLE = { nullable: true };
const LEGAL_GROUND: Record<SubsidyKind, string> = { WSW_ARTICLE_7: 'Wsw art. 7', WAGE_COST: 'Participatiewet art. 10d' };

@ObjectType()
export class CostBearer {
  @Field(() => CostKindEnum) cost!: CostKind;
  @Field(() => BodyType, NULLABLE) body!: BodyType | null;
}

@ObjectType()
export class Trial {
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar) until!: string;
}

@ObjectType()
export class Transport {
  @Field(() => PartyRoleEnum, NULLABLE) arrangedBy!: PartyRole | null;
  @Field(() => DecimalScalar, NULLABLE) costPerWeek!: string | null;
}

@ObjectType()
export class Subsidy {
  @Field(() => SubsidyKindEnum) kind!: SubsidyKind;
  @Field(() => String) legalGround!: string;
}

@ObjectType()
export class Terms {
  @Field(() => Int) version!: number;
  @Field(() => String, { description: 'SHA-256 of the canonical terms (RFC 8785), in hexadecimal; what an acceptance names.' }) hash!: string;
  @Field(() => BodyType) proposedBy!: BodyType;
  @Field(() => DateTimeScalar) proposedAt!: string;
  @Field(() => WorkForm) workForm!: WorkForm;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, NULLABLE) until!: string | null;
  @Field(() => DecimalScalar) hoursPerWeek!: string;
  @Field(() => String) function!: string;
  @Field(() => String, { nullable: true }) location!: string | null;
  @Field(() => [Adaptation], NULLABLE) @Directive(usually(3)) adaptations!: Adaptation[] | null;
  @Field(() => DecimalScalar, NULLABLE) supervisionHoursPerWeek!: string | null;
  @Field(() => String, NULLABLE) supervisor!: string | null;
  @Field(() => DecimalScalar, NULLABLE) secondmentFeePerHour!: string | null;
  @Field(() => DecimalScalar, NULLABLE) wagePercentage!: string | null;
  @Field(() => [CostBearer]) @Directive(usually(3)) costBearers!: CostBearer[];
  @Field(() => Trial, NULLABLE) trial!: Trial | null;
  @Field(() => Int, NULLABLE) noticeMonths!: number | null;
  @Field(() => [DateScalar]) reviewDates!: string[];
  @Field(() => Boolean) returnGuarantee!: boolean;
  @Field(() => Transport, NULLABLE) transport!: Transport | null;
  @Field(() => Subsidy, NULLABLE) subsidy!: Subsidy | null;
  /** Of the field `finance` (agreement-finance.fields.ts). */
  of!: { readonly agreement: Agreement; readonly version: TermsVersion };
}

export function termsView(agreement: Agreement, version: TermsVersion, { registers }: DirectoryParts): Terms {
  const { number, hash, proposedBy, proposedAt, terms } = version;
  const body = (id: string) => registers.body(id);
  const proposer = body(proposedBy);
  if (!proposer) throw new Error('terms were proposed by a body that the partner register does not know');
  const { workForm, from, until, hoursPerWeek, function: work, location, supervisionHoursPerWeek, secondmentFeePerHour, wagePercentage } = terms;
  return {
    of: { agreement, version },
    version: number, hash, proposedBy: proposer, proposedAt,
    workForm, from, until, hoursPerWeek, function: work, location, supervisionHoursPerWeek, secondmentFeePerHour, wagePercentage,
    supervisor: null,
    adaptations: terms.adaptations.map((code) => ({ code, text: registers.adaptationText(code) })),
    costBearers: terms.costBearers.map((bearer) => ({ cost: bearer.cost, body: body(bearer.body) })),
    ...detailsOf(terms),
  };
}

function detailsOf({ trialUntil, from, noticeMonths, reviewDates, returnGuarantee, transport, subsidy }: CanonicalTerms): Pick<Terms, 'trial' | 'noticeMonths' | 'reviewDates' | 'returnGuarantee' | 'transport' | 'subsidy'> {
  return {
    trial: trialUntil === null ? null : { from, until: trialUntil },
    subsidy: subsidy === null ? null : { kind: subsidy, legalGround: LEGAL_GROUND[subsidy] },
    noticeMonths,
    reviewDates: [...reviewDates],
    returnGuarantee,
    transport,
  };
}
