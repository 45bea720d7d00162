/** Value types that several subgraphs answer alike. All fields shareable: they have no owner, only an answerer. */
import { ArgsType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { usually } from './field-policy-directives.js';
import { DateTimeScalar, DecimalScalar } from './scalars.js';

export const BodyKind = {
  MUNICIPALITY: 'MUNICIPALITY',
  JOINT_ARRANGEMENT: 'JOINT_ARRANGEMENT',
  SW_COMPANY: 'SW_COMPANY',
  JOINT_SERVICE: 'JOINT_SERVICE',
  UWV: 'UWV',
} as const;
export type BodyKind = keyof typeof BodyKind;
registerEnumType(BodyKind, { name: 'BodyKind' });

export const WorkForm = {
  INTERNAL: 'INTERNAL',
  SECONDMENT_INDIVIDUAL: 'SECONDMENT_INDIVIDUAL',
  SECONDMENT_GROUP: 'SECONDMENT_GROUP',
  SUPERVISED_EMPLOYMENT: 'SUPERVISED_EMPLOYMENT',
  NEW_SHELTERED: 'NEW_SHELTERED',
} as const;
export type WorkForm = keyof typeof WorkForm;
registerEnumType(WorkForm, { name: 'WorkForm' });

@ObjectType('Body', { description: 'An organisation in the federation, with a system and an OIN of its own.' })
@Directive('@shareable')
export class BodyType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => BodyKind) kind!: BodyKind;
  @Field(() => String) oin!: string;
}

@ObjectType({ description: 'Where an answer comes from and how old it is.' })
@Directive('@shareable')
export class Source {
  @Field(() => BodyType, { nullable: true }) body!: BodyType | null;
  @Field(() => DateTimeScalar, { nullable: true }) asOf!: string | null;
  @Field(() => Boolean) fresh!: boolean;
}

@ObjectType()
@Directive('@shareable')
export class PersonName {
  @Field(() => String) full!: string;
}

@ObjectType({ description: 'Known by its KvK number; id `kvk:<number>`.' })
@Directive('@shareable')
export class Employer {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) kvkNumber!: string | null;
  @Field(() => String, { nullable: true }) postcodeArea!: string | null;
}

@ObjectType()
@Directive('@shareable')
export class Adaptation {
  @Field(() => String) code!: string;
  @Field(() => String) text!: string;
}

@ObjectType()
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType({ description: 'Which body was asked, whether it answered, and how old its data are.' })
@Directive('@shareable')
export class SourceStatus {
  @Field(() => BodyType) body!: BodyType;
  @Field(() => Boolean) answered!: boolean;
  @Field(() => DateTimeScalar, { nullable: true }) asOf!: string | null;
}

export const MeasureName = {
  MEDIAN_NET_DAYS: 'MEDIAN_NET_DAYS',
  P90_NET_DAYS: 'P90_NET_DAYS',
  MEDIAN_GROSS_DAYS: 'MEDIAN_GROSS_DAYS',
  P90_GROSS_DAYS: 'P90_GROSS_DAYS',
  HOURS_PER_WEEK: 'HOURS_PER_WEEK',
  LABOUR_YEARS: 'LABOUR_YEARS',
} as const;
export type MeasureName = keyof typeof MeasureName;
registerEnumType(MeasureName, { name: 'MeasureName' });

@ObjectType()
@Directive('@shareable')
export class Measure {
  @Field(() => MeasureName) name!: MeasureName;
  @Field(() => DecimalScalar, { nullable: true }) value!: string | null;
}

@ObjectType({ description: 'Count null and suppressed true where a cell is too small to publish or gives a small one away.' })
@Directive('@shareable')
export class StatisticsRow {
  @Field(() => [String]) key!: string[];
  @Field(() => Int, { nullable: true }) count!: number | null;
  @Field(() => Boolean) suppressed!: boolean;
  @Field(() => [Measure]) @Directive(usually(4)) measures!: Measure[];
}

@ObjectType()
@Directive('@shareable')
export class StatisticsTable {
  @Field(() => [String]) dimensions!: string[];
  @Field(() => [StatisticsRow]) @Directive(usually(100)) rows!: StatisticsRow[];
  @Field(() => Int) suppressed!: number;
  @Field(() => String) rule!: string;
  @Field(() => DateTimeScalar) asOf!: string;
  @Field(() => [SourceStatus]) @Directive(usually(4)) sources!: SourceStatus[];
}

/** `(first: Int = 25, after: String)`; 200 at most, refused above (see pagination). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string;
}
