/** The companies by name: answered from the partner register, so also when a company is down. */
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { notFound } from '#kernel/faults.js';
import { AUTHENTICATED, usually } from '#shell/field-policy-directives.js';
import type { CompanyStub } from './company-directory.js';
import type { DirectoryContext } from './directory.context.js';
import { SwCompany } from './directory.types.js';

@Resolver()
export class DirectoryQueries {
  @Query(() => [SwCompany], { nullable: 'items' })
  @Directive(AUTHENTICATED)
  @Directive(usually(3))
  swCompanies(@Ctx() { directory }: DirectoryContext): CompanyStub[] {
    return directory.companies.companies();
  }

  @Query(() => SwCompany, { nullable: true, description: 'By code: "leiden".' })
  @Directive(AUTHENTICATED)
  swCompany(@Arg('code', () => ID) code: string, @Ctx() { directory }: DirectoryContext): CompanyStub {
    const company = directory.companies.companyStub(code);
    if (!company) throw notFound();
    return company;
  }
}
