// Things that other subgraphs answer: a company knows only their keys.
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { policy } from '#shell/field-policy-directives.js';

@ObjectType('Municipality')
@Directive('@key(fields: "code", resolvable: false)')
export class MunicipalityStub {
  @Field(() => ID) code!: string;
}

@ObjectType('Person')
@Directive('@key(fields: "id", resolvable: false)')
@Directive(policy('persons'))
export class PersonStub {
  @Field(() => ID) id!: string;
}

@ObjectType('Agreement')
@Directive('@key(fields: "id", resolvable: false)')
@Directive(policy('agreements'))
export class AgreementStub {
  @Field(() => ID) id!: string;
}
