/** Where the copies of benefits and debt trajectories come from, which municipality is responsible, and the terms of debt help. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { usually } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { Source } from '#shell/value-types.js';
import { debtDecisionOf, firstConversationOf } from '../domain/debt-terms.js';
import { BenefitType, DebtDecision, DebtTrajectoryType } from './benefit.type.js';
import { sourceOf, type BenefitsContext } from './context.js';
import { municipalityOf } from './municipality.reference.js';
import { MunicipalityType } from './municipality.type.js';
import { MovedDay } from './term.type.js';

@Resolver(() => BenefitType)
export class BenefitFields {
  @FieldResolver(() => Source)
  source(@Root() _benefit: BenefitType, @Ctx() context: BenefitsContext): Promise<Source> {
    return sourceOf(context, 'benefits');
  }
}

@Resolver(() => DebtTrajectoryType)
export class DebtTrajectoryFields {
  @FieldResolver(() => MunicipalityType)
  municipality(@Root() { facts }: DebtTrajectoryType, @Ctx() context: BenefitsContext): Promise<MunicipalityType> {
    return municipalityOf(context, facts.municipality);
  }

  @FieldResolver(() => DateScalar, { description: 'Wgs art. 4.' })
  firstConversationDueOn(@Root() { facts }: DebtTrajectoryType, @Ctx() { parameters }: BenefitsContext): string {
    return firstConversationOf(facts, parameters).lastDay;
  }

  @FieldResolver(() => [DateScalar], { description: 'The working days of Wgs art. 4 lid 2, one by one; empty where the four weeks of lid 1 hold.' })
  @Directive(usually(3))
  firstConversationWorkingDays(@Root() { facts }: DebtTrajectoryType, @Ctx() { parameters }: BenefitsContext): readonly string[] {
    return firstConversationOf(facts, parameters).counted;
  }

  @FieldResolver(() => [MovedDay], { description: 'Days that do not count, and days by which the first conversation moved.' })
  @Directive(usually(4))
  firstConversationMovedDays(@Root() { facts }: DebtTrajectoryType, @Ctx() { parameters }: BenefitsContext): readonly MovedDay[] {
    return firstConversationOf(facts, parameters).moved;
  }

  @FieldResolver(() => DebtDecision, { description: 'Plan or refusal: Wgs art. 4a, before 2021 Awb art. 4:13.' })
  async decision(@Root() { facts }: DebtTrajectoryType, @Ctx() { loaders, parameters }: BenefitsContext): Promise<DebtDecision> {
    const { article, weeks, capped, term } = debtDecisionOf(facts, await loaders.policies(), parameters);
    return { article, weeks, capped, dueOn: term?.lastDay ?? null, movedDays: term?.moved ?? [] };
  }

  @FieldResolver(() => Source)
  source(@Root() _trajectory: DebtTrajectoryType, @Ctx() context: BenefitsContext): Promise<Source> {
    return sourceOf(context, 'debt-trajectories');
  }
}
