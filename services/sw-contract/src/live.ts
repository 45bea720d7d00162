/** The freshness of a system that is asked itself: its rows are as of the moment of asking, on the business clock. */
import { instantOn } from '#kernel/business-date.js';
import type { Freshness } from './model.js';

export function liveFreshness(businessDate: string): Freshness {
  return { asOf: instantOn(businessDate, new Date().toISOString()), fresh: true };
}
