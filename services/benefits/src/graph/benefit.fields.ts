/** Where the copies of benefits and debt trajectories come from, and which municipality is responsible. */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Source } from '#shell/value-types.js';
import { BenefitType, DebtTrajectoryType } from './benefit.type.js';
import { sourceOf, type BenefitsContext } from './context.js';
import { municipalityOf } from './municipality.reference.js';
import { MunicipalityType } from './municipality.type.js';

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
  municipality(@Root() { municipalityCode }: DebtTrajectoryType, @Ctx() context: BenefitsContext): Promise<MunicipalityType> {
    return municipalityOf(context, municipalityCode);
  }

  @FieldResolver(() => Source)
  source(@Root() _trajectory: DebtTrajectoryType, @Ctx() context: BenefitsContext): Promise<Source> {
    return sourceOf(context, 'debt-trajectories');
  }
}
