/** Open data: municipalities and their policies beside one another. */
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { notFound } from '#kernel/faults.js';
import { AUTHENTICATED, usually } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { policyComparison } from '../domain/policy-comparison.js';
import type { BenefitsContext } from './context.js';
import { municipalityReference } from './municipality.reference.js';
import { MunicipalityType, PolicyRow, policyRowType } from './municipality.type.js';

@Resolver()
export class MunicipalityQueries {
  @Query(() => [MunicipalityType])
  @Directive(AUTHENTICATED)
  @Directive(usually(12))
  async municipalities(@Ctx() { loaders }: BenefitsContext): Promise<MunicipalityType[]> {
    return [...(await loaders.municipalities()).values()];
  }

  @Query(() => MunicipalityType, { nullable: true, description: 'By CBS code, four digits.' })
  @Directive(AUTHENTICATED)
  async municipality(@Arg('code', () => ID) code: string, @Ctx() context: BenefitsContext): Promise<MunicipalityType> {
    const municipality = await municipalityReference({ code }, context);
    if (!municipality) throw notFound();
    return municipality;
  }

  @Query(() => [PolicyRow], { description: 'One row per parameter, one value per municipality.' })
  @Directive(AUTHENTICATED)
  @Directive(usually(20))
  async policyComparison(@Ctx() { loaders, reading }: BenefitsContext, @Arg('on', () => DateScalar, { nullable: true }) on?: string | null): Promise<PolicyRow[]> {
    const known = await loaders.municipalities();
    return policyComparison(await loaders.policies(), on ?? reading.on).map((row) => policyRowType(row, (code) => known.get(code) ?? null));
  }
}
