/** A person as this subgraph knows him: an id to which fields are added. Name, number and residence are another body's. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { policy } from '#shell/field-policy-directives.js';

/** A pseudonym: 43 characters base64url. */
export const PERSON_ID = /^[\w-]{43}$/;

@ObjectType()
@Directive('@key(fields: "id")')
@Directive(policy('persons'))
export class Person {
  @Field(() => ID) id!: string;
}
