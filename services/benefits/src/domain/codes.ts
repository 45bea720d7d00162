/** The closed code lists of this register; the same words in the delivered files, the tables and the graph. */

/** Who acts for a person: curatele BW 1:381, mentorschap 1:450, beschermingsbewind 1:438, volmacht Awb 2:1. */
export const REPRESENTATIVE_KINDS = ['CURATOR', 'MENTOR', 'BENEFITS_ADMINISTRATOR', 'AUTHORISED'] as const;
export type RepresentativeKind = (typeof REPRESENTATIVE_KINDS)[number];

export const APPLICATION_KINDS = ['WELFARE_BENEFIT', 'SPECIAL_ASSISTANCE', 'INCOME_SUPPLEMENT', 'REINTEGRATION', 'DEBT_HELP'] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

/** NOT_TREATED: Awb 4:5. */
export const DECISIONS = ['GRANTED', 'PARTLY_GRANTED', 'REFUSED', 'NOT_TREATED', 'WITHDRAWN'] as const;
export type Decision = (typeof DECISIONS)[number];

export const BENEFIT_SCHEMES = ['WWB', 'IOAW', 'IOAZ', 'BBZ'] as const;
export type BenefitScheme = (typeof BENEFIT_SCHEMES)[number];

export const BENEFIT_STATUSES = ['ACTIVE', 'SUSPENDED', 'ENDED'] as const;
export type BenefitStatus = (typeof BENEFIT_STATUSES)[number];

/** The order of the phases in DDAS. */
export const DEBT_PHASES = ['REGISTRATION', 'INTAKE', 'STABILISATION', 'DEBT_SETTLEMENT', 'SOLUTION', 'AFTERCARE'] as const;
export type DebtPhase = (typeof DEBT_PHASES)[number];
