/** A refusal is an answer: why not, about which agreement as it is now, and what else is possible. */
import { createUnionType, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { usually } from '#shell/field-policy-directives.js';
import type { CommandAnswer } from '../commands/answer.js';
import type { Agreement } from '../domain/agreement.js';
import type { Offer } from '../domain/offer.js';
import { refusalMessage, type RefusalCode } from '../domain/refusals.js';
import type { AgreementContext } from './agreement-context.js';
import { RefusalCodeEnum } from './agreement.enums.js';
import { AgreementType } from './agreement.type.js';
import type { OwnedStub } from './company-directory.js';
import { Workplace } from './directory.types.js';
import { OfferType } from './offer.type.js';

@ObjectType('Refusal', { description: 'A business reason why not; nothing has changed by the refused command.' })
export class RefusalType {
  @Field(() => RefusalCodeEnum) code!: RefusalCode;
  @Field(() => String) message!: string;
  agreementId!: string | null;
  workplaceIds!: readonly string[];
}

@Resolver(() => RefusalType)
export class RefusalFields {
  @FieldResolver(() => AgreementType, { nullable: true })
  agreement(@Root() { agreementId }: RefusalType, @Ctx() { agreements }: AgreementContext): Promise<Agreement | null> | null {
    return agreementId === null ? null : agreements.loaders.agreements.load(agreementId);
  }

  @FieldResolver(() => [Workplace], { nullable: 'itemsAndList', description: 'When the place is gone: at most three other open places.' })
  @Directive(usually(3))
  alternatives(@Root() { workplaceIds }: RefusalType, @Ctx() { directory }: AgreementContext): (OwnedStub | null)[] {
    return workplaceIds.map((id) => directory.companies.workplaceStub(id));
  }
}

export const isRefusal = (value: object): boolean => 'workplaceIds' in value;

export const AgreementResult = createUnionType({
  name: 'AgreementResult',
  types: () => [AgreementType, RefusalType] as const,
  resolveType: (value: object) => (isRefusal(value) ? 'Refusal' : 'Agreement'),
});

export const OfferResult = createUnionType({
  name: 'OfferResult',
  types: () => [OfferType, RefusalType] as const,
  resolveType: (value: object) => (isRefusal(value) ? 'Refusal' : 'Offer'),
});

/** The object as it is now, whenever the command was done. */
export async function agreementAnswer(answer: CommandAnswer, { agreements }: AgreementContext): Promise<Agreement | RefusalType> {
  agreements.loaders.forget();
  if (answer.kind === 'REFUSAL') return refusalView(answer);
  const agreement = answer.kind === 'AGREEMENT' ? await agreements.loaders.agreements.load(answer.id) : null;
  if (!agreement) throw new Error('the agreement of a command is not visible to its giver');
  return agreement;
}

export async function offerAnswer(answer: CommandAnswer, { agreements }: AgreementContext): Promise<Offer | RefusalType> {
  agreements.loaders.forget();
  if (answer.kind === 'REFUSAL') return refusalView(answer);
  const offer = answer.kind === 'OFFER' ? await agreements.loaders.offers.load(answer.id) : null;
  if (!offer) throw new Error('the offer of a command is not visible to its giver');
  return offer;
}

export function refusalView({ refused, agreement, alternatives }: Extract<CommandAnswer, { kind: 'REFUSAL' }>): RefusalType {
  return { code: refused.refused, message: refusalMessage(refused), agreementId: agreement, workplaceIds: alternatives };
}
