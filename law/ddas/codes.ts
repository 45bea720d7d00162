/** DDAS v1.0: the closed lists of the model, and our own words for them. Wgs art. 4a (decision), art. 5 (moratorium). */

export const SEXES = ['Man', 'Vrouw', 'Onbekend', 'Leeg'] as const;
export const CREDITOR_KINDS = { CARE: 'Zorg', PUBLIC: 'Publiek', UTILITIES: 'Nuts', OTHER: 'Overig' } as const;
export const DECISIONS = { ADMITTED: 'Toelatingsbeschikking', REFUSED: 'Afwijzingsbeschikking' } as const;
export const SOLUTIONS = {
  PAYMENT_ARRANGEMENT: 'Betalingsregeling',
  REFINANCING: 'Herfinanciering',
  RESTRUCTURING_LOAN: 'Saneringskrediet',
  MEDIATION: 'Schuldbemiddeling',
  /** Called a settlement without means since; the model still has the old word. */
  ZERO_OFFER: '0%-aanbod',
} as const;
export const OUTFLOWS = {
  DECEASED: 'Overleden',
  MOVED: 'Verhuisd',
  DID_NOT_APPEAR: 'Nietverschenen',
  WITHDRAWN: 'Ingetrokken',
  NOT_FITTING: 'Niet passend',
  OTHER: 'Overig',
  DOES_NOT_COMPLY: 'Voldoet niet',
  COMPLETED: 'Afgerond',
  SELF: 'Zelf',
} as const;
export const GUIDANCE = {
  BUDGET_COACHING: 'Budgetcoaching',
  BUDGET_MANAGEMENT: 'Budgetbeheer',
  PROTECTIVE_ADMINISTRATION: 'Beschermingsbewind',
  LONG_TERM: 'Lange Termijn Begeleiding (DFD)',
  BUDGET_GUIDANCE: 'Budgetbegeleiding',
} as const;
/** Phases that are a period by themselves, in their order; the settlement between stabilisation and solution is known by its own days. */
export const PHASES = { REGISTRATION: 'aanmelding', INTAKE: 'intake', STABILISATION: 'stabilisatie', SOLUTION: 'oplossing', AFTERCARE: 'nazorg' } as const;
/** Measures beside the phases, each as often as it was taken. */
export const MEASURES = { CRISIS_INTERVENTION: 'crisisinterventies', MORATORIUM: 'moratoria', PROVISIONAL_MEASURE: 'voorlopigeVoorzieningen' } as const;

export type CreditorKind = keyof typeof CREDITOR_KINDS;
export type DebtHelpDecision = keyof typeof DECISIONS;
export type SolutionKind = keyof typeof SOLUTIONS;
export type OutflowReason = keyof typeof OUTFLOWS;
export type GuidanceKind = keyof typeof GUIDANCE;
export type PhaseKind = keyof typeof PHASES;
export type MeasureKind = keyof typeof MEASURES;
/** Everything that lasts from a day to a day. */
export const PERIOD_KINDS = [...keysOf(PHASES), 'INFORMATION', ...keysOf(GUIDANCE), ...keysOf(MEASURES)] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export function keysOf<K extends string>(codes: Readonly<Record<K, string>>): K[] {
  return Object.keys(codes) as K[];
}
