/** What this register holds, as the rules and the graph see it. Dates are YYYY-MM-DD; `until` is the last day, null when open. */
import type { ApplicationKind, BenefitScheme, BenefitStatus, DebtPhase, Decision, RepresentativeKind } from './codes.js';

export interface Period {
  readonly from: string;
  readonly until: string | null;
}

export interface MunicipalityFacts {
  readonly code: string;
  readonly name: string;
}

export interface RegionMembership extends Period {
  readonly municipality: string;
  readonly regionCode: string;
  readonly regionName: string;
}

export interface PolicyFacts extends Period {
  readonly municipality: string;
  readonly parameter: string;
  readonly value: string;
  readonly unit: string | null;
  readonly councilDecision: string | null;
}

export interface PersonFacts {
  readonly id: string;
  readonly bsn: string;
  readonly name: string;
  readonly birthDate: string;
}

export interface Residence extends Period {
  readonly person: string;
  readonly municipality: string;
}

export interface RepresentativeFacts extends Period {
  readonly number: string;
  readonly person: string;
  readonly kind: RepresentativeKind;
  readonly name: string;
}

export interface ApplicationFacts {
  readonly number: string;
  readonly person: string;
  readonly kind: ApplicationKind;
  readonly municipality: string;
  readonly receivedOn: string;
  readonly decidedOn: string | null;
  readonly decision: Decision | null;
  /** Weeks of the municipality's ordinance; null: Awb art. 4:13 lid 2. */
  readonly termWeeks: number | null;
  /** Awb art. 4:14: told that the decision is late, and until when it may be expected. */
  readonly newTermToldOn: string | null;
  readonly newTermUntil: string | null;
  /** Awb art. 4:17 lid 3: the written notice of default was received. */
  readonly defaultNoticeOn: string | null;
}

/** `until` is the first day on which the term runs again (Awb 4:15: "tot de dag waarop"). */
export interface SuspensionFacts extends Period {
  readonly application: string;
  readonly reason: string;
  readonly legalGround: string;
}

export interface BenefitFacts extends Period {
  readonly number: string;
  readonly person: string;
  readonly scheme: BenefitScheme;
  readonly status: BenefitStatus;
  /** Euros, exact; null where the system holds none. */
  readonly monthlyAmount: string | null;
}

export interface DebtTrajectoryFacts {
  readonly number: string;
  readonly person: string;
  readonly municipality: string;
  readonly appliedOn: string;
  readonly threatened: boolean;
  readonly phase: DebtPhase;
  readonly from: string | null;
  readonly until: string | null;
  readonly outcome: string | null;
}

/** The one in force on a day; where two are, the one that began last. */
export function inForce<T extends Period>(periods: readonly T[], on: string): T | null {
  const current = allInForce(periods, on).toSorted((one, other) => (one.from < other.from ? 1 : -1));
  return current[0] ?? null;
}

export function allInForce<T extends Period>(periods: readonly T[], on: string): T[] {
  return periods.filter(({ from, until }) => from <= on && (until === null || until >= on));
}
