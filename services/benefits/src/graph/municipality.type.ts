/** Municipality and what holds there on a day. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { usually } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import type { ComparedPolicy } from '../domain/policy-comparison.js';
import type { MunicipalityFacts, PolicyFacts, RegionMembership } from '../domain/facts.js';

@ObjectType('Municipality', { description: 'Known by its CBS code, four digits.' })
@Directive('@key(fields: "code")')
export class MunicipalityType {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType({ description: 'Arbeidsmarktregio.' })
export class LabourMarketRegion {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType({ description: 'What one municipality decided on one parameter. No value: it decided nothing on it.' })
export class PolicyValue {
  @Field(() => String) parameter!: string;
  @Field(() => MunicipalityType, { nullable: true }) municipality!: MunicipalityType | null;
  @Field(() => String, { nullable: true }) value!: string | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => DateScalar, { nullable: true }) from!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day.' }) until!: string | null;
  @Field(() => String, { nullable: true }) councilDecision!: string | null;
}

@ObjectType({ description: 'One parameter, one value per municipality.' })
export class PolicyRow {
  @Field(() => String) parameter!: string;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => Boolean, { description: 'Whether the municipalities differ.' }) differs!: boolean;
  @Field(() => [PolicyValue]) @Directive(usually(12)) values!: PolicyValue[];
}

export type MunicipalityOf = (code: string) => MunicipalityFacts | null;

export function regionType(membership: RegionMembership | null): LabourMarketRegion | null {
  return membership && { code: membership.regionCode, name: membership.regionName };
}

export function policyValueType(policy: PolicyFacts, municipalityOf: MunicipalityOf): PolicyValue {
  const { parameter, value, unit, from, until, councilDecision } = policy;
  return { parameter, value, unit, from, until, councilDecision, municipality: municipalityOf(policy.municipality) };
}

export function policyRowType(row: ComparedPolicy, municipalityOf: MunicipalityOf): PolicyRow {
  const values = row.values.map(({ municipality, policy }) =>
    policy ? policyValueType(policy, municipalityOf) : { ...NO_VALUE, parameter: row.parameter, municipality: municipalityOf(municipality) },
  );
  return { parameter: row.parameter, unit: row.unit, differs: row.differs, values };
}

const NO_VALUE = { value: null, unit: null, from: null, until: null, councilDecision: null };
