/** A person by his pseudonym, and who acts for him. Every other field is resolved within the viewer's scope (person.fields). */
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { formatId } from '#kernel/ids.js';
import { policy } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { PageInfo, PersonName } from '#shell/value-types.js';
import type { RepresentativeFacts } from '../domain/facts.js';
import { RepresentativeKindEnum } from './enums.js';
import { REGISTER } from './register.js';

@ObjectType('Person')
@Directive('@key(fields: "id")')
@Directive(policy('persons'))
export class PersonType {
  @Field(() => ID, { description: 'Pseudonym; the same at every body.' }) id!: string;
}

@ObjectType()
@Directive(policy('persons'))
export class PersonConnection {
  @Field(() => [PersonType]) nodes!: PersonType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

@ObjectType('Representative')
@Directive('@key(fields: "id")')
@Directive(policy('representation'))
export class RepresentativeType {
  @Field(() => ID) id!: string;
  @Field(() => RepresentativeKindEnum) kind!: string;
  @Field(() => PersonName, { nullable: true }) @Directive(policy('names')) name!: PersonName | null;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The last day.' }) until!: string | null;
}

export function representativeType(facts: RepresentativeFacts): RepresentativeType {
  const { kind, from, until } = facts;
  return { id: formatId({ owner: REGISTER, kind: 'R', local: facts.number }), kind, name: { full: facts.name }, from, until };
}
