/**
 * What lender and hirer owe a worker who is supplied, whatever the terms say; what they declare of it is judged by supply-order.ts.
 * Waadi arts 7a, 8, 8a, 8b, 9, 9a and 11, BWBR0009616; Arbowet art. 5(5). The duties of 8a and 8b, and the registration, are younger than the act;
 * their first days are rows of the parameters.
 */

export type DutyCode = 'EQUAL_TREATMENT' | 'SAME_FACILITIES' | 'VACANCIES_TOLD' | 'NO_FEE_FROM_WORKER' | 'NO_BAR_TO_EMPLOYMENT' | 'RISKS_TOLD' | 'LENDER_REGISTERED';

export interface Duty {
  readonly code: DutyCode;
  /** In Dutch, as one cites it. */
  readonly article: string;
  readonly on: 'LENDER' | 'HIRER';
}

const DUTIES: readonly Duty[] = [
  { code: 'EQUAL_TREATMENT', article: 'Waadi art. 8', on: 'LENDER' },
  { code: 'SAME_FACILITIES', article: 'Waadi art. 8a', on: 'HIRER' },
  { code: 'VACANCIES_TOLD', article: 'Waadi art. 8b', on: 'HIRER' },
  { code: 'NO_FEE_FROM_WORKER', article: 'Waadi art. 9', on: 'LENDER' },
  { code: 'NO_BAR_TO_EMPLOYMENT', article: 'Waadi art. 9a', on: 'LENDER' },
  { code: 'RISKS_TOLD', article: 'Waadi art. 11; Arbowet art. 5 lid 5', on: 'LENDER' },
  { code: 'LENDER_REGISTERED', article: 'Waadi art. 7a', on: 'LENDER' },
];
const YOUNGER: readonly DutyCode[] = ['SAME_FACILITIES', 'VACANCIES_TOLD', 'NO_BAR_TO_EMPLOYMENT'];

export interface DutiesSince {
  /** First day of the duties of the hirer and of the ban of 9a (WAADI_HIRER_DUTIES_SINCE). */
  readonly hirerDuties: string;
  /** First day on which a lender must stand in the trade register as such (WAADI_REGISTRATION_SINCE). */
  readonly registration: string;
}

/** On a day of the work. */
export function secondmentDuties(on: string, since: DutiesSince): readonly Duty[] {
  return DUTIES.filter(({ code }) => {
    if (code === 'LENDER_REGISTERED') return since.registration <= on;
    return !YOUNGER.includes(code) || since.hirerDuties <= on;
  });
}
