/** Region and policy of a municipality, on a day or on the business date. */
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { usually } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { allInForce, inForce } from '../domain/facts.js';
import type { BenefitsContext } from './context.js';
import { LabourMarketRegion, MunicipalityType, PolicyValue, policyValueType, regionType } from './municipality.type.js';

@Resolver(() => MunicipalityType)
export class MunicipalityFields {
  @FieldResolver(() => LabourMarketRegion, { nullable: true })
  async region(
    @Root() { code }: MunicipalityType,
    @Ctx() context: BenefitsContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ): Promise<LabourMarketRegion | null> {
    const memberships = (await context.loaders.regions()).get(code) ?? [];
    return regionType(inForce(memberships, on ?? context.reading.on));
  }

  @FieldResolver(() => [PolicyValue], { nullable: true })
  @Directive(usually(20))
  async policies(
    @Root() municipality: MunicipalityType,
    @Ctx() context: BenefitsContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ): Promise<PolicyValue[]> {
    const own = (await context.loaders.policies()).filter((one) => one.municipality === municipality.code);
    return allInForce(own, on ?? context.reading.on).map((one) => policyValueType(one, () => municipality));
  }
}
