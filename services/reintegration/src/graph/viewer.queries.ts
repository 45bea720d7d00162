/** `me` and the business date. */
import { Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { Purpose } from '#kernel/registers.js';
import type { Role } from '#kernel/viewer.js';
import { AUTHENTICATED } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import type { DirectoryContext } from './directory.context.js';
import { ViewerType } from './viewer.type.js';

@Resolver()
export class ViewerQueries {
  @Query(() => ViewerType)
  @Directive(AUTHENTICATED)
  me(@Ctx() { viewer, directory }: DirectoryContext): ViewerType {
    const { purposes, onBehalfOf, mandates } = directory.registers;
    const opened = purposes.map((purpose) => ({ ...purpose, fields: fieldsOf(purpose, viewer.roles) }));
    return { subject: viewer.subject, body: directory.registers.body(viewer.body), roles: viewer.roles, purposes: opened, onBehalfOf, mandates };
  }

  @Query(() => DateScalar, { description: 'A setting of the deployment: the day for which every rule is chosen.' })
  @Directive(AUTHENTICATED)
  businessDate(@Ctx() { businessDate }: DirectoryContext): string {
    return businessDate;
  }
}

function fieldsOf(purpose: Purpose, roles: readonly Role[]): string[] {
  return [...new Set(roles.flatMap((role) => purpose.fields[role] ?? []))];
}
