// Guarantees: every cost that the terms name has a line that says which body bears or gets it, how much or by what rule, and by which article.
// Wsw arts 2, 5, 7, 8, 9 and 10; domain brief 8.2 (costBearers). An amount that no body gave here is a rule in words, not an estimate.
import { Big } from 'big.js';
import { residencyFee } from '#law/money/residency.js';
import { dutchDate, dutchNumber } from './dutch.js';
import type { TermsFacts } from './facts.js';
import type { FinanceFacts } from './finance-facts.js';
import { grantOf, type Residency } from './residency.js';
import type { CanonicalTerms, CostKind } from './terms.js';

export const COST_LINE_KINDS = ['WAGE', 'SUPERVISION', 'TRANSPORT', 'SECONDMENT_FEE', 'STATE_GRANT', 'RESIDENCY_FEE', 'SUBSIDY'] as const;
export type CostLineKind = (typeof COST_LINE_KINDS)[number];

export interface CostLine {
  readonly kind: CostLineKind;
  /** Body id. */
  readonly body: string;
  readonly direction: 'PAYS' | 'RECEIVES';
  /** Body id, where the other side is a body of the federation. */
  readonly counterparty: string | null;
  readonly amountPerYear: string | null;
  readonly amountPerMonth: string | null;
  readonly from: string;
  readonly until: string | null;
  /** Dutch. */
  readonly rule: string;
  readonly article: string | null;
}

export interface CostGround {
  readonly terms: CanonicalTerms;
  readonly facts: TermsFacts;
  readonly finance: FinanceFacts;
  readonly residency: Residency;
  /** Of the terms in a full year. */
  readonly labourYears: string;
  readonly weeksPerYear: string;
}

type Part = Pick<CostLine, 'body' | 'rule'> & Partial<CostLine>;

export function costLines(ground: CostGround): CostLine[] {
  const { terms } = ground;
  const line = (kind: CostLineKind, part: Part): CostLine => ({
    kind, direction: 'PAYS', counterparty: null, amountPerYear: null, article: null, from: terms.from, until: terms.until, ...part,
    amountPerMonth: part.amountPerYear ? perMonth(part.amountPerYear) : null,
  });
  return [
    ...terms.costBearers.map(({ cost, body }) => line(cost, { body, ...OF_BEARER[cost](ground) })),
    ...secondmentFee(ground).map((part) => line('SECONDMENT_FEE', part)),
    ...stateGrant(ground).map((part) => line('STATE_GRANT', part)),
    ...afterMove(ground.residency).map((part) => line(ground.residency.outcome === 'STEPS_IN' ? 'SUBSIDY' : 'RESIDENCY_FEE', part)),
    ...subsidy(ground).map((part) => line('SUBSIDY', part)),
  ];
}

const OF_BEARER: Readonly<Record<CostKind, (ground: CostGround) => Omit<Part, 'body'>>> = {
  WAGE: ({ terms }) => ({
    article: terms.workForm === 'SUPERVISED_EMPLOYMENT' ? 'Wsw art. 7' : 'Wsw art. 2',
    rule: terms.workForm === 'SUPERVISED_EMPLOYMENT'
      ? 'De gewone werkgever betaalt het loon; het college draagt bij met de subsidie.'
      : `Loon en werkgeverslasten volgens de cao${terms.wagePercentage === null ? '' : `, ${dutchNumber(terms.wagePercentage)} % van het contractloon`}; het bedrag staat in de loonadministratie van de werkgever.`,
  }),
  SUPERVISION: ({ terms: { supervisionHoursPerWeek: hours } }) => ({ rule: hours === null ? 'Begeleiding zonder afgesproken aantal uren.' : `${dutchNumber(hours)} uur begeleiding per week; over een tarief is hier niets afgesproken.` }),
  TRANSPORT: ({ terms, weeksPerYear }) => {
    const cost = terms.transport?.costPerWeek ?? null;
    return cost === null ? { rule: 'Vervoer zonder afgesproken bedrag.' } : { amountPerYear: new Big(cost).times(weeksPerYear).toFixed(2, Big.roundHalfUp), rule: `€ ${euros(cost)} per week, ${dutchNumber(weeksPerYear)} weken.` };
  },
};

/** The hirer is no body of the federation: the line stands with who lends. */
function secondmentFee({ terms, facts, weeksPerYear }: CostGround): Part[] {
  const { secondmentFeePerHour: fee, hoursPerWeek } = terms;
  if (fee === null) return [];
  const amountPerYear = new Big(fee).times(hoursPerWeek).times(weeksPerYear).toFixed(2, Big.roundHalfUp);
  return [{ body: facts.employment.placingBody, direction: 'RECEIVES', amountPerYear, article: 'Wsw art. 5', rule: `Inleenvergoeding van ten hoogste € ${euros(fee)} × ${dutchNumber(hoursPerWeek)} uur × ${dutchNumber(weeksPerYear)} weken; niet gewerkte uren gaan eraf.` }];
}

/** What stands against these labour years in the grant: as much is clawed back when they are missing from the minimum. */
function stateGrant({ terms, finance, residency, labourYears }: CostGround): Part[] {
  const year = Number(terms.from.slice(0, 4));
  const grant = residency.outcome === 'HUMAN' || terms.workForm === 'NEW_SHELTERED' ? null : grantOf(finance.municipalities, residency.countsFor.slice(3), year);
  if (!grant || grant.year !== year) return [];
  const amountPerYear = residencyFee(grant.stateGrant, grant.minimumLabourYears, labourYears);
  return [{ body: residency.countsFor, direction: 'RECEIVES', amountPerYear, article: 'Wsw art. 8 en art. 9 lid 1', rule: 'Het deel van de rijksbijdrage dat bij deze arbeidsjaren hoort; ontbreken zij aan het minimum, dan wordt zoveel teruggevorderd.' }];
}

function afterMove({ outcome, payer, receiver, from, feePerYear }: Residency): Part[] {
  if (payer === null || receiver === null || from === null) return [];
  const toldOf = { body: payer, counterparty: receiver, from, until: null };
  switch (outcome) {
    case 'FEE':
      return [{ ...toldOf, amountPerYear: feePerYear, article: 'Wsw art. 10 leden 2 tot en met 4', rule: `Vergoeding na verhuizing over de hele dienstbetrekking, vanaf ${dutchDate(from)}, in maandelijkse voorschotten.` }];
    case 'STEPS_IN':
      return [{ ...toldOf, article: 'Wsw art. 10 lid 1', rule: `De nieuwe woongemeente treedt vanaf ${dutchDate(from)} in de plaats van het college dat de subsidie geeft.` }];
    case 'UNKNOWN_GRANT':
      return [{ ...toldOf, article: 'Wsw art. 10 leden 2 tot en met 4', rule: 'Vergoeding na verhuizing; de rijksbijdrage en het minimum van de nieuwe woongemeente zijn hier niet geleverd.' }];
    default:
      return outcome === 'BY_AGREEMENT' ? [{ ...toldOf, rule: `Vanaf ${dutchDate(from)} regelt geen wet een vergoeding na verhuizing; verrekend wordt alleen wat de gemeenten afspraken.` }] : [];
  }
}

function subsidy({ terms, residency }: CostGround): Part[] {
  if (terms.subsidy === null) return [];
  const [article, rule] = terms.subsidy === 'WSW_ARTICLE_7'
    ? ['Wsw art. 7', 'Subsidie aan de werkgever voor begeleid werken, ten hoogste wat de wet per arbeidsjaar toelaat.']
    : ['Participatiewet art. 10d', 'Loonkostensubsidie aan de werkgever, volgens de vastgestelde loonwaarde.'];
  return [{ body: residency.countsFor, article: article!, rule: rule! }];
}

function perMonth(amountPerYear: string): string {
  return new Big(amountPerYear).div(12).toFixed(2, Big.roundHalfUp);
}

function euros(amount: string): string {
  return new Big(amount).toFixed(2).replace('.', ',');
}
