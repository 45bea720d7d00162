/**
 * The fields of a person that this register answers. Each is null for a viewer outside whose scope the person is, whichever way the
 * person came into the answer: found here, or referred to by another service.
 */
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { HiddenField } from '#kernel/faults.js';
import { BsnScalar, DateScalar } from '#shell/scalars.js';
import { PersonName } from '#shell/value-types.js';
import { allInForce, inForce } from '../domain/facts.js';
import { maySeeDebts } from '../domain/policy.js';
import { ApplicationType, applicationType } from './application.type.js';
import { BenefitType, benefitType, DebtTrajectoryType, debtTrajectoryType } from './benefit.type.js';
import type { BenefitsContext } from './context.js';
import { MunicipalityType } from './municipality.type.js';
import { PersonType, RepresentativeType, representativeType } from './person.type.js';

@Resolver(() => PersonType)
export class PersonFields {
  @FieldResolver(() => BsnScalar, { nullable: true })
  async bsn(@Root() { id }: PersonType, @Ctx() { loaders }: BenefitsContext): Promise<string | null> {
    return (await loaders.person.load(id))?.bsn ?? null;
  }

  @FieldResolver(() => PersonName, { nullable: true })
  async name(@Root() { id }: PersonType, @Ctx() { loaders }: BenefitsContext): Promise<PersonName | null> {
    const person = await loaders.person.load(id);
    return person && { full: person.name };
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async birthDate(@Root() { id }: PersonType, @Ctx() { loaders }: BenefitsContext): Promise<string | null> {
    return (await loaders.person.load(id))?.birthDate ?? null;
  }

  @FieldResolver(() => MunicipalityType, { nullable: true })
  async residence(
    @Root() { id }: PersonType,
    @Ctx() { loaders, reading }: BenefitsContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ): Promise<MunicipalityType | null> {
    const home = inForce(await loaders.residences.load(id), on ?? reading.on);
    return home && ((await loaders.municipalities()).get(home.municipality) ?? null);
  }

  @FieldResolver(() => [RepresentativeType], { nullable: true, description: 'Who acts for this person on the business date.' })
  representatives(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<RepresentativeType[] | null> {
    return ifVisible(person, context, async () => {
      const all = await context.loaders.representativesOf.load(person.id);
      return allInForce(all, context.reading.on).map(representativeType);
    });
  }

  @FieldResolver(() => [ApplicationType], { nullable: true })
  applications(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<ApplicationType[] | null> {
    return ifVisible(person, context, async () => (await context.loaders.applicationsOf.load(person.id)).map(applicationType));
  }

  @FieldResolver(() => [BenefitType], { nullable: true })
  benefits(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<BenefitType[] | null> {
    return ifVisible(person, context, async () => (await context.loaders.benefits.load(person.id)).map(benefitType));
  }

  @FieldResolver(() => [DebtTrajectoryType], { nullable: true, description: 'Only for debt help (purpose schuldhulp) and the person himself.' })
  debtTrajectories(@Root() person: PersonType, @Ctx() context: BenefitsContext): Promise<DebtTrajectoryType[] | null> {
    return ifVisible(person, context, async () => {
      if (!maySeeDebts(context.viewer)) throw new HiddenField('Schulden zijn alleen in te zien met de doelbinding schuldhulp.');
      return (await context.loaders.debtTrajectories.load(person.id)).map(debtTrajectoryType);
    });
  }
}

/** An empty list says that there is nothing; null says nothing. */
async function ifVisible<T>({ id }: PersonType, { loaders }: BenefitsContext, read: () => Promise<T>): Promise<T | null> {
  return (await loaders.person.load(id)) ? read() : null;
}
