/** The code lists of domain/codes as GraphQL enums. */
import { registerEnumType } from 'type-graphql';
import { APPLICATION_KINDS, BENEFIT_SCHEMES, BENEFIT_STATUSES, DEBT_PHASES, DECISIONS, REPRESENTATIVE_KINDS } from '../domain/codes.js';

function enumOf<T extends string>(name: string, values: readonly T[], description?: string): Readonly<Record<T, T>> {
  const type = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(type, { name, ...(description ? { description } : {}) });
  return type;
}

export const RepresentativeKindEnum = enumOf('RepresentativeKind', REPRESENTATIVE_KINDS, 'Curator, mentor, bewindvoerder, gemachtigde.');
export const ApplicationKindEnum = enumOf('ApplicationKind', APPLICATION_KINDS);
export type ApplicationDue = keyof typeof ApplicationDueEnum;
export const ApplicationDueEnum = enumOf('ApplicationDue', ['SOON', 'LATE'], 'SOON: within the days of warning that the joint service set. LATE: the last day has passed.');
export const DecisionEnum = enumOf('Decision', DECISIONS, 'NOT_TREATED: Awb art. 4:5.');
export const BenefitSchemeEnum = enumOf('BenefitScheme', BENEFIT_SCHEMES);
export const BenefitStatusEnum = enumOf('BenefitStatus', BENEFIT_STATUSES);
export const DebtPhaseEnum = enumOf('DebtPhase', DEBT_PHASES);
export const ApplicationDimensionEnum = enumOf('ApplicationDimension', ['MUNICIPALITY', 'QUARTER', 'KIND', 'DECISION']);
