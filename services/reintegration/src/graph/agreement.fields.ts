/** Fields of an agreement that need the viewer, the directory or a loader. The root is the domain's agreement, already inside the viewer's scope. */
import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { pageSize, policy, usually } from '#shell/field-policy-directives.js';
import { pageOf, pageRequest } from '#shell/pagination.js';
import { DateScalar, DateTimeScalar } from '#shell/scalars.js';
import { Employer } from '#shell/value-types.js';
import type { Agreement } from '../domain/agreement.js';
import { availableActions, type AgreementAction } from '../domain/available-actions.js';
import { isInConfidence, maySeePerson, noteOnNo } from '../domain/policy.js';
import { stateAllows } from '../domain/standing.js';
import { viewerAsActor, type AgreementContext } from './agreement-context.js';
import { eventView, expiryOf, partiesView, workerView } from './agreement-views.js';
import { AgreementActionEnum } from './agreement.enums.js';
import { AgreementEventConnection, AgreementParty, AgreementType, WorkerStep } from './agreement.type.js';
import type { CompanyStub, OwnedStub } from './company-directory.js';
import { SwCompany, SwEmployment, Workplace } from './directory.types.js';
import { Person } from './person.type.js';
import { Terms, termsView } from './terms.type.js';

const NULLABLE = { nullable: true };

@ArgsType()
class HistoryArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string;
}

@Resolver(() => AgreementType)
export class AgreementFields {
  @FieldResolver(() => Person, { nullable: true, description: 'For the residence authority, the placing company and the worker; others know the profile.' })
  @Directive(policy('persons'))
  person(@Root() agreement: Agreement, @Ctx() { viewer }: AgreementContext): Person | null {
    return maySeePerson(agreement, viewer) ? { id: agreement.person } : null;
  }

  @FieldResolver(() => SwEmployment, NULLABLE)
  employment(@Root() { current }: Agreement, @Ctx() { directory }: AgreementContext): OwnedStub | null {
    return directory.companies.employmentStub(current.terms.employment);
  }

  @FieldResolver(() => SwCompany, NULLABLE)
  placingCompany(@Root() { current }: Agreement, @Ctx() { directory }: AgreementContext): CompanyStub | null {
    return directory.companies.companyOfBody(current.terms.placingBody);
  }

  @FieldResolver(() => SwCompany, NULLABLE)
  receivingCompany(@Root() { current }: Agreement, @Ctx() { directory }: AgreementContext): CompanyStub | null {
    return directory.companies.companyOfBody(current.terms.receivingBody);
  }

  @FieldResolver(() => Workplace, NULLABLE)
  workplace(@Root() { current }: Agreement, @Ctx() { directory }: AgreementContext): OwnedStub | null {
    return directory.companies.workplaceStub(current.terms.workplace);
  }

  @FieldResolver(() => Employer, NULLABLE)
  hirer(@Root() { current: { terms, facts } }: Agreement): Employer | null {
    const { hirer } = terms;
    if (hirer === null) return null;
    const atOwnPlace = hirer.id === facts.workplace.employer?.id;
    return { ...hirer, kvkNumber: /^kvk:(\d{8})$/.exec(hirer.id)?.[1] ?? null, postcodeArea: atOwnPlace ? facts.workplace.postcodeArea : null };
  }

  @FieldResolver(() => AgreementType, { nullable: true, description: 'The running agreement that this one replaces when it starts.' })
  amends(@Root() { amends }: Agreement, @Ctx() { agreements }: AgreementContext): Promise<Agreement | null> | null {
    return amends === null ? null : agreements.loaders.agreements.load(amends);
  }

  @FieldResolver(() => Terms)
  terms(@Root() agreement: Agreement, @Ctx() { directory }: AgreementContext): Terms {
    return termsView(agreement, agreement.current, directory);
  }

  @FieldResolver(() => [Terms], { description: 'Every version, oldest first.' })
  @Directive(usually(4))
  async termsHistory(@Root() agreement: Agreement, @Ctx() { directory, agreements }: AgreementContext): Promise<Terms[]> {
    return (await agreements.loaders.terms.load(agreement.id)).map((version) => termsView(agreement, version, directory));
  }

  @FieldResolver(() => [AgreementParty])
  @Directive(usually(4))
  parties(@Root() agreement: Agreement, @Ctx() { directory, agreements, businessDate }: AgreementContext): AgreementParty[] {
    return partiesView(agreement, directory.registers, agreements.services.matrix, businessDate);
  }

  @FieldResolver(() => WorkerStep, NULLABLE)
  worker(@Root() agreement: Agreement, @Ctx() { directory, viewer }: AgreementContext): WorkerStep | null {
    return workerView(agreement, directory.registers, isInConfidence(agreement, viewer), noteOnNo(agreement, viewer));
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'Until when the terms on the table can be answered; null when nothing is to be answered any more.' })
  expiresAt(@Root() agreement: Agreement): string | null {
    return expiryOf(agreement);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'Last day, when somebody ended it or an amendment replaced it; else the terms say how long it runs.' })
  endsOn(@Root() { endsOn }: Agreement): string | null {
    return endsOn;
  }

  @FieldResolver(() => [AgreementActionEnum], { description: 'What this viewer may do now; asked of the functions that refuse.' })
  async availableActions(@Root() agreement: Agreement, @Ctx() context: AgreementContext): Promise<AgreementAction[]> {
    const running = stateAllows('END', agreement) === null;
    const live = running ? await context.agreements.loaders.liveAmendments.load(agreement.id) : null;
    return availableActions(agreement, viewerAsActor(context), live);
  }

  @FieldResolver(() => AgreementEventConnection, NULLABLE)
  @Directive(pageSize(50))
  async history(@Root() { id }: Agreement, @Args(() => HistoryArgs) args: HistoryArgs, @Ctx() { directory, agreements }: AgreementContext): Promise<AgreementEventConnection> {
    const request = pageRequest(args, 1);
    const all = await agreements.loaders.histories.load(id);
    const rest = all.filter((entry) => entry.revision > Number(request.after?.[0] ?? 0));
    return pageOf(rest, request, all.length, (entry) => [String(entry.revision)], (entry) => eventView(entry, directory.registers));
  }
}
