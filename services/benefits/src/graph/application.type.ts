/** An application and its suspensions; its term is computed per question (application.fields). */
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { formatId } from '#kernel/ids.js';
import { policy } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { PageInfo } from '#shell/value-types.js';
import type { ApplicationFacts } from '../domain/facts.js';
import { ApplicationKindEnum, DecisionEnum } from './enums.js';
import { PersonType } from './person.type.js';
import { REGISTER } from './register.js';

@ObjectType('Application')
@Directive('@key(fields: "id")')
@Directive(policy('applications'))
export class ApplicationType {
  @Field(() => ID) id!: string;
  @Field(() => ApplicationKindEnum) kind!: string;
  @Field(() => PersonType, { nullable: true }) person!: PersonType | null;
  @Field(() => DateScalar) receivedOn!: string;
  @Field(() => DateScalar, { nullable: true }) decidedOn!: string | null;
  @Field(() => DecisionEnum, { nullable: true }) decision!: string | null;
  /** Not in the schema: what the fields are computed from. */
  facts!: ApplicationFacts;
}

@ObjectType()
@Directive(policy('applications'))
export class ApplicationConnection {
  @Field(() => [ApplicationType]) nodes!: ApplicationType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

@ObjectType({ description: 'Opschorting, Awb art. 4:15.' })
export class Suspension {
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which the term runs again; not suspended itself.' }) until!: string | null;
  @Field(() => String) reason!: string;
  @Field(() => String) legalGround!: string;
}

export function applicationType(facts: ApplicationFacts): ApplicationType {
  const { kind, receivedOn, decidedOn, decision } = facts;
  const id = formatId({ owner: REGISTER, kind: 'A', local: facts.number });
  return { id, kind, person: { id: facts.person }, receivedOn, decidedOn, decision, facts };
}
