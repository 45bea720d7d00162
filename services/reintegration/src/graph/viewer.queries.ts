/** `me` and the business date. */
import { Ctx, Directive, Query, Resolver } from 'type-graphql';
import { AUTHENTICATED } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import type { DirectoryContext } from './directory.context.js';
import { ViewerType } from './viewer.type.js';

@Resolver()
export class ViewerQueries {
  @Query(() => ViewerType)
  @Directive(AUTHENTICATED)
  me(@Ctx() { viewer, directory }: DirectoryContext): ViewerType {
    const { purposes, onBehalfOf } = directory.registers;
    return { subject: viewer.subject, body: directory.registers.body(viewer.body), roles: viewer.roles, purposes, onBehalfOf };
  }

  @Query(() => DateScalar, { description: 'A setting of the deployment: the day for which every rule is chosen.' })
  @Directive(AUTHENTICATED)
  businessDate(@Ctx() { businessDate }: DirectoryContext): string {
    return businessDate;
  }
}
