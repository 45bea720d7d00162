/**
 * Which subsidy goes with which form of work. Participatiewet art. 10d(3) and (9), BWBR0015703 (2025-02): no wage-cost subsidy for work by Wsw
 * arts 2 and 7, none beside another wage subsidy; Wsw art. 7(2), BWBR0008903 (2013): its subsidy is for supervised employment alone.
 */

export type Subsidy = 'WSW_ARTICLE_7' | 'WAGE_COST';
export type WorkFormUnderLaw = 'INTERNAL' | 'SECONDMENT_INDIVIDUAL' | 'SECONDMENT_GROUP' | 'SUPERVISED_EMPLOYMENT' | 'NEW_SHELTERED';

/** Why a subsidy cannot be; the last: the Participation Act did not have it yet. */
export type SubsidyFault = 'ARTICLE_7_IS_FOR_SUPERVISED_EMPLOYMENT' | 'NOT_FOR_WSW_WORK' | 'BEFORE_PARTICIPATION_ACT';

const WAGE_COST_SINCE = '2015-01-01';

export function subsidyFault(subsidy: Subsidy | null, workForm: WorkFormUnderLaw, from: string): SubsidyFault | null {
  if (subsidy === 'WSW_ARTICLE_7') return workForm === 'SUPERVISED_EMPLOYMENT' ? null : 'ARTICLE_7_IS_FOR_SUPERVISED_EMPLOYMENT';
  if (subsidy === null) return null;
  if (workForm !== 'NEW_SHELTERED') return 'NOT_FOR_WSW_WORK';
  return from < WAGE_COST_SINCE ? 'BEFORE_PARTICIPATION_ACT' : null;
}
