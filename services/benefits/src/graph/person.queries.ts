/** Persons, one or many, within the viewer's scope. Absent and hidden give the same answer, byte for byte. */
import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { badInput, notFound } from '#kernel/faults.js';
import { filters, pageSize, policy } from '#shell/field-policy-directives.js';
import { pageOf, pageRequest } from '#shell/pagination.js';
import { isSupervision } from '#shell/processing-log/accesses.js';
import { BsnScalar } from '#shell/scalars.js';
import { PageArgs } from '#shell/value-types.js';
import { requirePurpose, type BenefitsContext } from './context.js';
import { ClientFilter } from './filters.type.js';
import { PersonConnection, PersonType } from './person.type.js';

const LONGEST_SEARCH = 100;

@Resolver()
export class PersonQueries {
  @Query(() => PersonType, { nullable: true, description: 'By pseudonym.' })
  @Directive(policy('persons'))
  async person(@Arg('id', () => ID) id: string, @Ctx() context: BenefitsContext): Promise<PersonType> {
    requirePurpose(context);
    // Supervision is about the log of a person, which another service answers: an id in, the same id out, whether or not anybody has it.
    return isSupervision(context) ? { id } : visible(id, context);
  }

  @Query(() => PersonType, { nullable: true })
  @Directive(policy('persons', 'bsn'))
  async personByBsn(@Arg('bsn', () => BsnScalar) @Directive(filters('Person/bsn')) bsn: string, @Ctx() context: BenefitsContext): Promise<PersonType> {
    requirePurpose(context);
    return visible(context.pseudonym(bsn), context);
  }

  @Query(() => PersonConnection, { description: 'By name.' })
  @Directive(policy('persons'))
  @Directive(pageSize(25))
  async clients(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: BenefitsContext,
    @Arg('filter', () => ClientFilter, { nullable: true }) filter?: ClientFilter | null,
  ): Promise<PersonConnection> {
    requirePurpose(context);
    if ((filter?.search?.length ?? 0) > LONGEST_SEARCH) throw badInput(`search mag hoogstens ${LONGEST_SEARCH} tekens hebben.`);
    const request = pageRequest(page, 2);
    const { rows, totalCount } = await context.readers.persons.clients(filter ?? {}, request);
    for (const row of rows) context.loaders.person.prime(row.id, row);
    return pageOf(rows, request, totalCount, ({ name, id }) => [name, id], ({ id }) => ({ id }));
  }
}

async function visible(id: string, { loaders }: BenefitsContext): Promise<PersonType> {
  if (!(await loaders.person.load(id))) throw notFound();
  return { id };
}
