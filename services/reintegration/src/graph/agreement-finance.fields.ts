/** The money of an agreement, of every version of its terms, and what today's registers would make of it. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { policy } from '#shell/field-policy-directives.js';
import type { Agreement, TermsVersion } from '../domain/agreement.js';
import { advancesLeft, differences, financeOf } from '../domain/agreement-finance.js';
import { dayOf } from '../domain/client-dates.js';
import type { FinanceFacts } from '../domain/finance-facts.js';
import { inForceOn } from '../domain/indication.js';
import { isFinanceParty } from '../domain/policy.js';
import { TERMINAL_STATES } from '../domain/state-machine.js';
import { AgreementFinanceType, financeView, FinanceRecalculation } from './agreement-finance.type.js';
import type { AgreementContext } from './agreement-context.js';
import { AgreementType } from './agreement.type.js';
import { Terms } from './terms.type.js';

const FOR_WHOM = 'For the residence authority, the formal employer, the placing company and the worker. Null for others, and where the category is not known.';

@Resolver(() => AgreementType)
export class AgreementFinanceFields {
  @FieldResolver(() => AgreementFinanceType, { nullable: true, description: `Of the terms on the table, before anybody signs. ${FOR_WHOM}` })
  @Directive(policy('finance'))
  finance(@Root() agreement: Agreement, @Ctx() context: AgreementContext): AgreementFinanceType | null {
    return financeOfVersion(agreement, agreement.current, context);
  }

  @FieldResolver(() => FinanceRecalculation, { nullable: true, description: 'Null when the registers of today make nothing else of it.' })
  @Directive(policy('finance'))
  async financeRecalculation(@Root() agreement: Agreement, @Ctx() context: AgreementContext): Promise<FinanceRecalculation | null> {
    const { facts, terms, proposedAt } = agreement.current;
    if (!isFinanceParty(agreement, context.viewer) || TERMINAL_STATES.includes(agreement.state)) return null;
    const { directory, businessDate } = context;
    const { parameters } = directory.registers;
    const kept = financeOf(terms, facts, parameters, dayOf(proposedAt));
    const now = financeOf(terms, { ...facts, finance: await factsNow(agreement, context) }, parameters, businessDate);
    if (!kept || !now) return null;
    const changed = differences(kept, now);
    return changed.length === 0 ? null : { differences: changed, advancesLeft: advancesLeft(kept, now, businessDate), finance: financeView(now, directory.registers) };
  }
}

@Resolver(() => Terms)
export class TermsFinanceField {
  @FieldResolver(() => AgreementFinanceType, { nullable: true, description: `Of this version, with the facts that were kept with it. ${FOR_WHOM}` })
  @Directive(policy('finance'))
  finance(@Root() { of }: Terms, @Ctx() context: AgreementContext): AgreementFinanceType | null {
    return financeOfVersion(of.agreement, of.version, context);
  }
}

/** By the parameters of the day on which the terms were proposed (domain brief 8.4 row 19). */
function financeOfVersion(agreement: Agreement, { terms, facts, proposedAt }: TermsVersion, { viewer, directory }: AgreementContext): AgreementFinanceType | null {
  if (!isFinanceParty(agreement, viewer)) return null;
  const finance = financeOf(terms, facts, directory.registers.parameters, dayOf(proposedAt));
  return finance && financeView(finance, directory.registers);
}

/** As far as the viewer reads the registers. */
async function factsNow({ person, current: { facts } }: Agreement, { directory, businessDate }: AgreementContext): Promise<FinanceFacts> {
  const [indications, moves] = await Promise.all([directory.loaders.indications.load(person), directory.loaders.moves.load(person)]);
  const latest = inForceOn(indications, businessDate) ?? indications.at(-1);
  const known = [facts.residence.municipality, ...(facts.employment.payingMunicipality === null ? [] : [facts.employment.payingMunicipality])];
  const municipalities = [...new Set([...known, ...moves.flatMap(({ from, to }) => [from, to])])].sort();
  return { category: latest?.category ?? null, moves: moves.map(({ on, from, to }) => ({ on, from, to })), municipalities: await directory.finance.published(municipalities) };
}
