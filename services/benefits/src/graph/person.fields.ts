/**
 * The fields of a person that this register answers. For a viewer outside whose scope the person is each is null with its own error,
 * whichever way the person came into the answer: found here, or referred to by another service. Absent and hidden are told alike.
 */
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { HiddenField } from '#kernel/faults.js';
import { policy, usually } from '#shell/field-policy-directives.js';
import { BsnScalar, DateScalar } from '#shell/scalars.js';
import { PersonName } from '#shell/value-types.js';
import { allInForce, inForce, type PersonFacts } from '../domain/facts.js';
import { maySeeDebts } from '../domain/policy.js';
import { ApplicationType, applicationType } from './application.type.js';
import { BenefitType, benefitType, DebtTrajectoryType, debtTrajectoryType } from './benefit.type.js';
import type { BenefitsContext } from './context.js';
import { MunicipalityType } from './municipality.type.js';
import { PersonType, RepresentativeType, representativeType } from './person.type.js';

@Resolver(() => PersonType)
export class PersonFields {
  @FieldResolver(() => BsnScalar, { nullable: true })
  @Directive(policy('bsn'))
  async bsn(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<string | null> {
    return (await visiblePerson(person, context))?.bsn ?? null;
  }

  @FieldResolver(() => PersonName, { nullable: true })
  @Directive(policy('names'))
  async name(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<PersonName | null> {
    const facts = await visiblePerson(person, context);
    return facts && { full: facts.name };
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  @Directive(policy('birth-date'))
  async birthDate(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<string | null> {
    return (await visiblePerson(person, context))?.birthDate ?? null;
  }

  @FieldResolver(() => MunicipalityType, { nullable: true })
  @Directive(policy('residence'))
  async residence(
    @Root() person: PersonType,
    @Ctx() context: BenefitsContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ): Promise<MunicipalityType | null> {
    const { loaders, reading } = context;
    const homes = await loaders.residences.load(person.id);
    // The homes are read within the same scope: one that is found needs no second look at the person.
    if (homes.length === 0) await visiblePerson(person, context);
    const home = inForce(homes, on ?? reading.on);
    return home && loaders.municipality.load(home.municipality);
  }

  @FieldResolver(() => [RepresentativeType], { nullable: true, description: 'Who acts for this person on the business date.' })
  @Directive(policy('representation'))
  @Directive(usually(2))
  representatives(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<RepresentativeType[] | null> {
    return ifVisible(person, context, async () => {
      const all = await context.loaders.representativesOf.load(person.id);
      return allInForce(all, context.reading.on).map(representativeType);
    });
  }

  @FieldResolver(() => [ApplicationType], { nullable: true })
  @Directive(policy('applications'))
  @Directive(usually(5))
  applications(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<ApplicationType[] | null> {
    return ifVisible(person, context, async () => (await context.loaders.applicationsOf.load(person.id)).map(applicationType));
  }

  @FieldResolver(() => [BenefitType], { nullable: true })
  @Directive(policy('benefits'))
  @Directive(usually(5))
  benefits(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<BenefitType[] | null> {
    return ifVisible(person, context, async () => (await context.loaders.benefits.load(person.id)).map(benefitType));
  }

  @FieldResolver(() => [DebtTrajectoryType], { nullable: true, description: 'Only for debt help (purpose schuldhulp) and the person himself.' })
  @Directive(policy('debts'))
  @Directive(usually(3))
  debtTrajectories(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<DebtTrajectoryType[] | null> {
    return ifVisible(person, context, async () => {
      if (!maySeeDebts(context.viewer)) throw new HiddenField('Schulden zijn alleen in te zien met de doelbinding schuldhulp.');
      return (await context.loaders.debtTrajectories.load(person.id)).map(debtTrajectoryType);
    });
  }
}

/** An empty list says that there is nothing; null says nothing. */
async function ifVisible<T>(person: PersonType, context: BenefitsContext, read: () => Promise<T>): Promise<T | null> {
  return (await visiblePerson(person, context)) ? read() : null;
}

/** The person, or the field is refused; null for a viewer who named no purpose, to whom the whole register is closed. */
async function visiblePerson({ id }: PersonType, { loaders, viewer }: BenefitsContext): Promise<PersonFacts | null> {
  const person = await loaders.person.load(id);
  if (!person && viewer.purpose !== null) throw new HiddenField();
  return person;
}
