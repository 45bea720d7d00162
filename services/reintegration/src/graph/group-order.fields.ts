/** Fields of an order that need the directory or a loader; the root is the domain's order, already inside the viewer's scope. */
import { Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { Employer } from '#shell/value-types.js';
import type { Agreement } from '../domain/agreement.js';
import { type GroupOrder, orderChecks, workersOf } from '../domain/group-order.js';
import { orderPlaces } from '../domain/group-order-places.js';
import type { AgreementContext } from './agreement-context.js';
import { AgreementType } from './agreement.type.js';
import type { CompanyStub } from './company-directory.js';
import { SwCompany } from './directory.types.js';
import { OrderCheckType, GroupOrderPlace, GroupOrderType, SupplyConditionsType } from './group-order.type.js';

const NULLABLE = { nullable: true };

@Resolver(() => GroupOrderType)
export class GroupOrderFields {
  @FieldResolver(() => Employer)
  hirer(@Root() { terms: { hirer } }: GroupOrder): Employer {
    return { ...hirer, kvkNumber: /^kvk:(\d{8})$/.exec(hirer.id)?.[1] ?? null, postcodeArea: null };
  }

  @FieldResolver(() => SwCompany, { nullable: true, description: 'Whose places they are, and who has the order.' })
  company(@Root() { company }: GroupOrder, @Ctx() { directory }: AgreementContext): CompanyStub | null {
    return directory.companies.companyOfBody(company);
  }

  @FieldResolver(() => Int, { description: 'How many workers the hirer asks.' })
  workers(@Root() { terms }: GroupOrder): number {
    return terms.workers;
  }

  @FieldResolver(() => Int, { description: 'For how many there is an agreement that has not left, of those that the viewer sees.' })
  async workersFound(@Root() order: GroupOrder, @Ctx() context: AgreementContext): Promise<number> {
    return workersOf(await agreementsOf(order, context));
  }

  @FieldResolver(() => DateScalar)
  from(@Root() { terms }: GroupOrder): string {
    return terms.from;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'Last day.' })
  until(@Root() { terms }: GroupOrder): string | null {
    return terms.until;
  }

  @FieldResolver(() => DecimalScalar)
  feePerHour(@Root() { terms }: GroupOrder): string {
    return terms.feePerHour;
  }

  @FieldResolver(() => SupplyConditionsType)
  conditions(@Root() { terms }: GroupOrder): SupplyConditionsType {
    return terms.conditions;
  }

  @FieldResolver(() => [OrderCheckType], { description: 'What the Waadi asks of this order, on the business date.' })
  @Directive(usually(7))
  checks(@Root() order: GroupOrder, @Ctx() { businessDate }: AgreementContext): readonly OrderCheckType[] {
    return orderChecks(order, businessDate);
  }

  @FieldResolver(() => [GroupOrderPlace], { nullable: true, description: 'Every agreement that the viewer sees, those that left too, and the places without one.' })
  @Directive(policy('agreements'))
  @Directive(usually(10))
  async places(@Root() order: GroupOrder, @Ctx() context: AgreementContext): Promise<GroupOrderPlace[]> {
    const places = orderPlaces(order.terms, await agreementsOf(order, context));
    return places.map(({ workplace, ...place }) => ({ ...place, workplace: context.directory.companies.workplaceStub(workplace) }));
  }
}

@Resolver(() => AgreementType)
export class AgreementGroupOrderField {
  @FieldResolver(() => GroupOrderType, { ...NULLABLE, description: 'The hirer\'s order to which this agreement belongs; not shown to the worker.' })
  @Directive(policy('agreements'))
  groupOrder(@Root() { id }: Agreement, @Ctx() { agreements }: AgreementContext): Promise<GroupOrder | null> {
    return agreements.loaders.groupOrdersOfAgreements.load(id);
  }
}

async function agreementsOf({ agreements }: GroupOrder, context: AgreementContext): Promise<Agreement[]> {
  const found = await context.agreements.loaders.agreements.loadMany(agreements);
  return found.flatMap((one) => {
    if (one instanceof Error) throw one;
    return one === null ? [] : [one];
  });
}
