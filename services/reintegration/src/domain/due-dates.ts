// Guarantees: every date that an agreement waits for is known from its state and terms alone, before it comes; nothing else wakes it.
// Domain brief 8.4 rows 10 (reminders at 50 % and 80 %, then lapse) and 17 (BW art. 7:668 lid 1); architecture section 5 (lead time, start, end).
import { Temporal } from 'temporal-polyfill';
import type { Agreement } from './agreement.js';
import { dayOf } from './client-dates.js';
import { addDays, daysBetween } from '#law/terms/calendar.js';
import { parameterOn } from './parameters.js';
import type { ReminderKind } from './reminder.js';

export type DueKind = ReminderKind | 'EXPIRE' | 'START_MISSED' | 'ACTIVATE' | 'END';

/** `dueOn`: the first business date on which something is to be done about it. */
export interface DueDate {
  readonly kind: DueKind;
  readonly dueOn: string;
}

const HALF_PERCENT = 50;
const MOST_PERCENT = 80;
/** The employer tells in writing at the latest a month before the end whether the work goes on (BW art. 7:668 lid 1). */
export const NOTICE_BEFORE_END_MONTHS = 1;
/** The task of it appears this long before its last day, so that the parties can speak first. */
const NOTICE_TASK_MARGIN_DAYS = 28;

/** The dates that are still to come or to be worked off, earliest first; what was reminded of is not awaited again. */
export function dueDatesOf(agreement: Agreement): readonly DueDate[] {
  return datesOf(agreement).filter((date) => !isTold(agreement, date)).sort((a, b) => Number(a.dueOn > b.dueOn) - Number(a.dueOn < b.dueOn));
}

/** People were reminded of this date. */
export function isTold({ reminders }: Agreement, date: DueDate): boolean {
  return reminders.some((one) => one.of === date.kind && one.dueOn === date.dueOn);
}

/** All dates of the state that the agreement is in. */
export function datesOf(agreement: Agreement): readonly DueDate[] {
  const { from } = agreement.current.terms;
  const startMissed: DueDate = { kind: 'START_MISSED', dueOn: addDays(from, 1) };
  switch (agreement.state) {
    case 'PROPOSED':
      return [...acceptanceReminders(agreement), expiry(agreement)];
    case 'RESERVING':
      return [expiry(agreement)];
    case 'AGREED':
      return [{ kind: 'INFORM_BY', dueOn: lastDayToInform(agreement) }, startMissed];
    case 'WORKER_INFORMED':
      return [startMissed];
    case 'SIGNED':
      return [{ kind: 'ACTIVATE', dueOn: from }];
    case 'ACTIVE':
    case 'SUSPENDED':
      return workingDates(agreement);
    case 'ENDING':
      return agreement.endsOn === null ? [] : [{ kind: 'END', dueOn: addDays(agreement.endsOn, 1) }];
    default:
      return [];
  }
}

function expiry({ expiresOn }: Agreement): DueDate {
  return { kind: 'EXPIRE', dueOn: addDays(expiresOn, 1) };
}

/** Shares of the days from the proposal of the terms on the table to the last day; terms of that last day itself have no time to remind in. */
function acceptanceReminders({ current, expiresOn }: Agreement): DueDate[] {
  const proposedOn = dayOf(current.proposedAt);
  const validDays = daysBetween(proposedOn, expiresOn);
  if (validDays < 1) return [];
  const after = (percent: number): string => addDays(proposedOn, Math.round((validDays * percent) / 100));
  return [{ kind: 'REMIND_HALF', dueOn: after(HALF_PERCENT) }, { kind: 'REMIND_MOST', dueOn: after(MOST_PERCENT) }];
}

/** By the lead time that held when the terms were proposed: a later policy does not shorten what was agreed (8.4 row 19). */
function lastDayToInform({ current }: Agreement): string {
  return addDays(current.terms.from, -Number(parameterOn('LEAD_TIME_DAYS', dayOf(current.proposedAt))));
}

function workingDates({ current: { terms } }: Agreement): DueDate[] {
  const reviews = terms.reviewDates.map((dueOn): DueDate => ({ kind: 'REVIEW', dueOn }));
  if (terms.until === null) return reviews;
  return [...reviews, { kind: 'NOTICE_TASK', dueOn: addDays(noticeBy(terms.until), -NOTICE_TASK_MARGIN_DAYS) }, { kind: 'END', dueOn: addDays(terms.until, 1) }];
}

/** Last day for the notice about an end. */
function noticeBy(until: string): string {
  return Temporal.PlainDate.from(until).subtract({ months: NOTICE_BEFORE_END_MONTHS }).toString();
}
