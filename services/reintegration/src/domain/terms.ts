// Guarantees: the same agreed content gives the same object, key by key, so that every body computes the same hash (RFC 8785, SHA-256).
// Domain brief 8.2 and 8.3 invariant 1: changing any term makes a new version and voids the signatures on the old one.
import { Big } from 'big.js';
import { Temporal } from 'temporal-polyfill';
import type { PartyRole } from './party.js';
import type { HirerFacts, TermsFacts } from './facts.js';
import type { WorkForm } from './matching.js';
import { parameterOn } from './parameters.js';

export type SubsidyKind = 'WSW_ARTICLE_7' | 'WAGE_COST';
export type CostKind = 'WAGE' | 'SUPERVISION' | 'TRANSPORT';

/** What a negotiator fills in; decimals are strings, dates YYYY-MM-DD. */
export interface TermsProposal {
  readonly workForm: WorkForm;
  readonly from: string;
  readonly until: string | null;
  readonly hoursPerWeek: string;
  /** Null: the workplace's own employer. */
  readonly hirer: HirerFacts | null;
  readonly function: string | null;
  readonly location: string | null;
  readonly adaptations: readonly string[] | null;
  readonly supervisionHoursPerWeek: string | null;
  readonly secondmentFeePerHour: string | null;
  readonly wagePercentage: string | null;
  readonly noticeMonths: number | null;
  readonly trialUntil: string | null;
  readonly returnGuarantee: boolean | null;
  readonly transportArrangedBy: PartyRole | null;
  readonly transportCostPerWeek: string | null;
  readonly subsidy: SubsidyKind | null;
}

export interface CostBearer {
  readonly cost: CostKind;
  /** Body id. */
  readonly body: string;
}

/** The hashed object: plain JSON, decimals without superfluous zeros, lists sorted, nothing optional left out. No personal data. */
export interface CanonicalTerms {
  readonly employment: string;
  readonly workplace: string;
  readonly placingBody: string;
  readonly receivingBody: string;
  readonly workForm: WorkForm;
  readonly from: string;
  readonly until: string | null;
  readonly hoursPerWeek: string;
  readonly hirer: HirerFacts | null;
  readonly function: string;
  readonly location: string;
  readonly adaptations: readonly string[];
  readonly supervisionHoursPerWeek: string | null;
  readonly secondmentFeePerHour: string | null;
  readonly wagePercentage: string | null;
  readonly costBearers: readonly CostBearer[];
  readonly trialUntil: string | null;
  readonly noticeMonths: number;
  readonly reviewDates: readonly string[];
  readonly returnGuarantee: boolean;
  readonly transport: { readonly arrangedBy: PartyRole | null; readonly costPerWeek: string | null } | null;
  readonly subsidy: SubsidyKind | null;
}

const DEFAULT_NOTICE_MONTHS = 1;

/** '28.50' and '28.5' are one number and must be one text. */
export function canonicalDecimal(text: string): string {
  return new Big(text).toFixed();
}

const decimalOrNull = (text: string | null) => (text === null ? null : canonicalDecimal(text));

/** Fills what the proposal leaves open from the facts; `onDate` chooses the policy parameters. */
export function canonicalTerms(proposal: TermsProposal, facts: TermsFacts, onDate: string): CanonicalTerms {
  const { employment, workplace, indication } = facts;
  return {
    employment: employment.id,
    workplace: workplace.id,
    placingBody: employment.placingBody,
    receivingBody: workplace.receivingBody,
    workForm: proposal.workForm,
    from: proposal.from,
    until: proposal.until,
    hoursPerWeek: canonicalDecimal(proposal.hoursPerWeek),
    hirer: proposal.hirer ?? workplace.employer,
    function: proposal.function ?? workplace.function ?? 'Nader te bepalen',
    location: proposal.location ?? workplace.postcodeArea ?? 'Nader te bepalen',
    adaptations: [...new Set(proposal.adaptations ?? indication?.adaptations ?? [])].sort(),
    supervisionHoursPerWeek: decimalOrNull(proposal.supervisionHoursPerWeek),
    secondmentFeePerHour: decimalOrNull(proposal.secondmentFeePerHour),
    wagePercentage: decimalOrNull(proposal.wagePercentage),
    costBearers: costBearers(proposal, facts),
    trialUntil: proposal.trialUntil,
    noticeMonths: proposal.noticeMonths ?? DEFAULT_NOTICE_MONTHS,
    reviewDates: reviewDates(proposal, onDate),
    returnGuarantee: proposal.returnGuarantee ?? true,
    transport: transportOf(proposal),
    subsidy: proposal.subsidy,
  };
}

function transportOf(proposal: TermsProposal): CanonicalTerms['transport'] {
  if (proposal.transportArrangedBy === null && proposal.transportCostPerWeek === null) return null;
  return { arrangedBy: proposal.transportArrangedBy, costPerWeek: decimalOrNull(proposal.transportCostPerWeek) };
}

/** Wage follows the paying municipality (Wsw art. 10), supervision the placing company, transport whoever arranges it. */
function costBearers(proposal: TermsProposal, facts: TermsFacts): CostBearer[] {
  const { employment, residence, workplace } = facts;
  const paying = `gm-${employment.payingMunicipality ?? residence.municipality}`;
  const bearers: CostBearer[] = [
    { cost: 'SUPERVISION', body: employment.placingBody },
    { cost: 'WAGE', body: paying },
  ];
  if (proposal.transportArrangedBy === null) return bearers;
  const arranger: Partial<Record<PartyRole, string>> = {
    PLACING_COMPANY: employment.placingBody,
    RECEIVING_COMPANY: workplace.receivingBody,
    FORMAL_EMPLOYER: employment.formalEmployer ?? paying,
    RESIDENCE_AUTHORITY: `gm-${residence.municipality}`,
  };
  const body = arranger[proposal.transportArrangedBy];
  return body === undefined ? bearers : [...bearers.slice(0, 1), { cost: 'TRANSPORT', body }, ...bearers.slice(1)];
}

function reviewDates(proposal: TermsProposal, onDate: string): string[] {
  const months = Number(parameterOn('REVIEW_AFTER_MONTHS', onDate));
  const first = Temporal.PlainDate.from(proposal.from).add({ months }).toString();
  return proposal.until === null || first < proposal.until ? [first] : [];
}
