/** DDAS v1.0, Wgs art. 4 to 5: what a system of debt help knows of one trajectory, in our own words. Dates YYYY-MM-DD, the last day included, null where none is known. */
import type { CreditorKind, DebtHelpDecision, OutflowReason, PeriodKind, SolutionKind } from './codes.js';

export interface DebtHelpPeriod {
  readonly kind: PeriodKind;
  readonly from: string | null;
  readonly until: string | null;
  /** Of a moratorium, which a court is asked for. */
  readonly askedOn: string | null;
  readonly approvedOn: string | null;
}

export interface DebtFacts {
  /** Euros, decimal. */
  readonly amount: string;
  readonly assessedOn: string | null;
  readonly kind: CreditorKind;
  readonly business: boolean;
  /** A person, of whom the delivery says no more. */
  readonly privateCreditor: boolean;
  readonly creditorName: string | null;
  readonly creditorChamberNumber: string | null;
}

export interface DebtHelpClient {
  readonly bsn: string;
  readonly birthDate: string;
}

export interface DebtHelpFacts {
  /** The source's own number; stays out of the delivery. */
  readonly number: string;
  /** CBS code of the municipality that is responsible, which is not always where the client lives. */
  readonly municipality: string;
  readonly clients: readonly DebtHelpClient[];
  readonly appliedOn: string;
  readonly threatened: boolean;
  readonly until: string | null;
  readonly periods: readonly DebtHelpPeriod[];
  readonly decidedOn: string | null;
  readonly decision: DebtHelpDecision | null;
  readonly planOn: string | null;
  readonly settlementFiledOn: string | null;
  readonly settlementGrantedOn: string | null;
  readonly settlementRefusedOn: string | null;
  readonly settlementWithdrawnOn: string | null;
  readonly forcedSettlement: boolean | null;
  readonly forcedSettlementAskedOn: string | null;
  readonly solution: SolutionKind | null;
  /** What the client may keep, euros per month, decimal. */
  readonly freeAmount: string | null;
  readonly outflowOn: string | null;
  readonly outflowReason: OutflowReason | null;
  readonly totalDebt: string | null;
  readonly debts: readonly DebtFacts[];
}
