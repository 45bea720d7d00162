/** The question of the body that delivers debt help to the CBS (DDAS): the trajectories of one responsible municipality, page by page. Wgs art. 8: no other body is answered. */
import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { badInput, forbidden } from '#kernel/faults.js';
import { policy } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import type { BenefitsContext } from './context.js';
import { DebtHelpType } from './debt-delivery.type.js';

const LARGEST_PAGE = 200;

@Resolver()
export class DebtDeliveryQueries {
  @Query(() => [DebtHelpType], { nullable: true, description: 'Ran on a day of the period, by number; those after `after`.' })
  @Directive('@inaccessible')
  @Directive(policy('debt-delivery'))
  @Directive(`@listSize(assumedSize: ${LARGEST_PAGE}, slicingArguments: ["first"], requireOneSlicingArgument: false)`)
  async debtHelp(
    @Ctx() context: BenefitsContext,
    @Arg('municipality', () => String) municipality: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('until', () => DateScalar) until: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<readonly DebtHelpType[]> {
    if (first < 1 || first > LARGEST_PAGE) throw badInput(`first moet van 1 tot en met ${LARGEST_PAGE} zijn.`);
    if (!context.reading.debtDeliveries.includes(municipality)) throw forbidden('Voor deze gemeente levert uw organisatie niet.');
    return (await context.readers.debtDeliveries.debtHelp({ municipality, from, until }, { first, after: after ?? null })).map(toType);
  }
}

function toType(facts: Awaited<ReturnType<BenefitsContext['readers']['debtDeliveries']['debtHelp']>>[number]): DebtHelpType {
  return { ...facts, clients: [...facts.clients], periods: [...facts.periods], debts: [...facts.debts] };
}
