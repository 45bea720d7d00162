/** What lists and figures can be narrowed to. */
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { filters } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { type ApplicationDue, ApplicationDueEnum, ApplicationKindEnum } from './enums.js';

@InputType()
export class ClientFilter {
  @Field(() => ID, { nullable: true, description: 'Lives there on the business date.' }) @Directive(filters('Person/residence')) municipality?: string | null;
  @Field(() => String, { nullable: true, description: 'The beginning of any word of the name.' }) @Directive(filters('Person/name')) search?: string | null;
}

@InputType()
export class ApplicationFilter {
  @Field(() => ID, { nullable: true }) municipality?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Without a decision.' }) open?: boolean | null;
  @Field(() => DateScalar, { nullable: true }) dueBefore?: string | null;
  @Field(() => ApplicationDueEnum, { nullable: true, description: 'Without a decision, by the last day on the business date.' }) due?: ApplicationDue | null;
}

@InputType()
export class ApplicationStatisticsFilter {
  @Field(() => Int, { nullable: true, description: 'Year of the decision.' }) year?: number | null;
  @Field(() => ID, { nullable: true }) municipality?: string | null;
  @Field(() => ApplicationKindEnum, { nullable: true }) kind?: string | null;
}
