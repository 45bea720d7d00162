/** Agreements one by one and in lists, and what they add to a person and to a task. */
import { Arg, Args, Ctx, Directive, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { badInput, notFound } from '#kernel/faults.js';
import { isUuid } from '#kernel/ids.js';
import { filters, pageSize, policy, usually } from '#shell/field-policy-directives.js';
import { pageOf, pageRequest } from '#shell/pagination.js';
import { PageArgs } from '#shell/value-types.js';
import type { Agreement } from '../domain/agreement.js';
import type { AgreementState } from '../domain/state-machine.js';
import type { AgreementListQuestion } from '../domain/agreement-reads.js';
import type { Offer } from '../domain/offer.js';
import { scopeForAgreements, type AgreementContext } from './agreement-context.js';
import { AgreementStateEnum } from './agreement.enums.js';
import { AgreementConnection, AgreementType } from './agreement.type.js';
import { OfferType } from './offer.type.js';
import { Person } from './person.type.js';
import { Task } from './task.type.js';

@InputType()
export class AgreementFilter {
  @Field(() => [AgreementStateEnum], { nullable: true }) states?: AgreementState[] | null;
  @Field(() => ID, { nullable: true }) @Directive(filters('Agreement/person')) person?: string | null;
  @Field(() => ID, { nullable: true, description: 'A company that places or receives: its id or its code.' }) company?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'The terms on the table wait for the acceptance of the viewer\'s body.' }) waitingForMe?: boolean | null;
}

@Resolver()
export class AgreementQueries {
  @Query(() => AgreementType, { nullable: true })
  @Directive(policy('agreements'))
  async agreement(@Arg('id', () => ID) id: string, @Ctx() context: AgreementContext): Promise<Agreement> {
    scopeForAgreements(context);
    const agreement = isUuid(id) ? await context.agreements.loaders.agreements.load(id) : null;
    if (!agreement) throw notFound();
    return agreement;
  }

  @Query(() => AgreementConnection, { description: 'Newest first.' })
  @Directive(policy('agreements'))
  @Directive(pageSize(25))
  async agreements(
    @Arg('filter', () => AgreementFilter, { nullable: true }) filter: AgreementFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: AgreementContext,
  ) {
    const request = pageRequest(page, 1);
    const question = questionOf(filter, context);
    const after = request.after?.[0] ?? null;
    if (after !== null && !/^\d{1,18}$/.test(after)) throw badInput('Deze after is geen cursor van deze lijst.');
    const { reads } = context.agreements;
    const rows = await reads.page(question, after, request.first + 1);
    return pageOf(rows, request, await reads.count(question), (row) => [row.seq], (row) => row.agreement);
  }
}

function questionOf(filter: AgreementFilter | null, context: AgreementContext): AgreementListQuestion {
  return {
    scope: scopeForAgreements(context),
    states: filter?.states ?? null,
    person: filter?.person ?? null,
    company: filter?.company ? bodyOf(filter.company, context) : null,
    waitingFor: filter?.waitingForMe ? { body: context.viewer.body, on: context.businessDate } : null,
  };
}

function bodyOf(company: string, { directory }: AgreementContext): string {
  const stub = directory.companies.companyById(company) ?? directory.companies.companyStub(company);
  if (!stub) throw badInput('Dit bedrijf staat niet in het register.');
  return stub.body.id;
}

@Resolver(() => Person)
export class PersonAgreementFields {
  @FieldResolver(() => [OfferType], { nullable: true })
  @Directive(policy('offers'))
  @Directive(usually(3))
  offers(@Root() person: Person, @Ctx() { agreements }: AgreementContext): Promise<readonly Offer[]> {
    return agreements.loaders.offersOfPersons.load(person.id);
  }

  @FieldResolver(() => [AgreementType], { nullable: true, description: 'Newest first.' })
  @Directive(policy('agreements'))
  @Directive(usually(3))
  agreements(@Root() person: Person, @Ctx() { agreements }: AgreementContext): Promise<readonly Agreement[]> {
    return agreements.loaders.agreementsOfPersons.load(person.id);
  }
}

@Resolver(() => Task)
export class TaskAgreementField {
  @FieldResolver(() => AgreementType, { nullable: true })
  agreement(@Root() task: Task, @Ctx() { agreements }: AgreementContext): Promise<Agreement | null> | null {
    return task.agreementId === null ? null : agreements.loaders.agreements.load(task.agreementId);
  }
}
