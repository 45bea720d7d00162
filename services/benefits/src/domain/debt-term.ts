/**
 * When the first conversation about debts is due at the latest.
 * Wgs art. 4(1): within four weeks after the application; art. 4(2): within three working days when a necessity of life is threatened.
 */
import { addDays, addWorkingDays, rollForward } from '#law/terms/calendar.js';

const FIRST_CONVERSATION_DAYS = 28;
const THREATENED_WORKING_DAYS = 3;

/** `threatened`: forced eviction, end of gas, electricity, water or heating, or of the health insurance. */
export function firstConversationDueOn(appliedOn: string, threatened: boolean): string {
  if (threatened) return addWorkingDays(appliedOn, THREATENED_WORKING_DAYS);
  return rollForward(addDays(appliedOn, FIRST_CONVERSATION_DAYS));
}
