/** A body's own entries about one person, for the service that gathers those of all bodies; no client can ask for it. */
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { forbidden } from '#kernel/faults.js';
import { policy } from '../field-policy-directives.js';
import type { ShellRequest } from '../service-definition.js';
import { accessesOf, type Access, type Accesses } from './accesses.js';

@ObjectType('AccessRecord', { description: 'One entry of a body\'s access audit; only the directory reads it.' })
@Directive('@shareable')
@Directive('@inaccessible')
@Directive(policy('access-log'))
export class AccessRecord {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Microseconds since 1970.' }) at!: string;
  @Field(() => String) actor!: string;
  @Field(() => String) body!: string;
  @Field(() => [String]) roles!: readonly string[];
  @Field(() => String) activity!: string;
  @Field(() => String) action!: string;
  @Field(() => String) result!: string;
}

@ObjectType('AccessRecords', { description: 'A page of a body\'s access audit about one person, and how many entries there are.' })
@Directive('@shareable')
@Directive('@inaccessible')
@Directive(policy('access-log'))
export class AccessRecords {
  @Field(() => [AccessRecord]) rows!: readonly Access[];
  @Field(() => Int) total!: number;
}

@Resolver()
export class AccessQueries {
  @Query(() => AccessRecords, { nullable: true })
  @Directive('@shareable')
  @Directive('@inaccessible')
  @Directive(policy('access-log'))
  accessEntries(
    @Arg('person', () => ID) person: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() context: ShellRequest,
  ): Promise<Accesses> {
    if (context.from === 'gateway') throw forbidden();
    return accessesOf(context, person, { first, after });
  }
}
