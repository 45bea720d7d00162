/** An offer to a worker as the graph shows it, and its fields. */
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { BodyType } from '#shell/value-types.js';
import type { InformChannel, Offer, WorkerChoice } from '../domain/offer.js';
import type { AgreementContext } from './agreement-context.js';
import { InformChannelEnum, WorkerChoiceEnum } from './agreement.enums.js';
import { RepresentativeStub } from './agreement.type.js';
import type { OwnedStub } from './company-directory.js';
import { Workplace } from './directory.types.js';
import { Person } from './person.type.js';

const NULLABLE = { nullable: true };

@ObjectType('Offer', { description: 'Places that a worker was shown, and what he chose.' })
@Directive(policy('offers'))
export class OfferType {
  @Field(() => ID) id!: string;
  @Field(() => DateScalar) recordedOn!: string;
  @Field(() => InformChannelEnum) channel!: InformChannel;
  @Field(() => WorkerChoiceEnum, NULLABLE) choice!: WorkerChoice | null;
  @Field(() => DateScalar, NULLABLE) chosenOn!: string | null;
}

@Resolver(() => OfferType)
export class OfferFields {
  @FieldResolver(() => Person, NULLABLE)
  @Directive(policy('persons'))
  person(@Root() offer: Offer): Person {
    return { id: offer.person };
  }

  @FieldResolver(() => BodyType)
  recordedBy(@Root() offer: Offer, @Ctx() { directory }: AgreementContext): BodyType | null {
    return directory.registers.body(offer.recordedBy);
  }

  @FieldResolver(() => [Workplace], { nullable: 'itemsAndList' })
  @Directive(usually(5))
  workplaces(@Root() offer: Offer, @Ctx() { directory }: AgreementContext): (OwnedStub | null)[] {
    return offer.workplaces.map((id) => directory.companies.workplaceStub(id));
  }

  @FieldResolver(() => Workplace, NULLABLE)
  chosen(@Root() offer: Offer, @Ctx() { directory }: AgreementContext): OwnedStub | null {
    return offer.chosen === null ? null : directory.companies.workplaceStub(offer.chosen);
  }

  @FieldResolver(() => RepresentativeStub, NULLABLE)
  @Directive(policy('representation'))
  representative(@Root() offer: Offer): RepresentativeStub | null {
    return offer.representative === null ? null : { id: offer.representative };
  }
}
