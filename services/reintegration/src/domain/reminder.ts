// Guarantees: a date of which people must be told is told once, and the history says when and of what.
// Domain brief 8.4 rows 10 (50 % and 80 % of a proposal's validity) and 17 (BW art. 7:668); the other two are arrangements of the parties.

export const REMINDER_KINDS = ['REMIND_HALF', 'REMIND_MOST', 'INFORM_BY', 'NOTICE_TASK', 'REVIEW'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** A date that was told: one of the same kind on another day is another reminder. */
export interface Reminder {
  readonly of: ReminderKind;
  readonly dueOn: string;
}

/** For the history that every party reads; Dutch. */
export const REMINDER_TEXT: Readonly<Record<ReminderKind, string>> = {
  REMIND_HALF: 'De helft (50 %) van de geldigheid van dit voorstel is voorbij.',
  REMIND_MOST: 'Van de geldigheid van dit voorstel is 80 % voorbij.',
  INFORM_BY: 'Dit is de laatste dag waarop de werknemer op tijd voor de begindatum kan worden geïnformeerd.',
  NOTICE_TASK: 'De afspraak loopt af; zeg op tijd aan of zij wordt voortgezet.',
  REVIEW: 'De afgesproken evaluatie is aan de beurt.',
};

export function isReminder<D extends { readonly kind: string }>(date: D): date is D & { readonly kind: ReminderKind } {
  return REMINDER_KINDS.some((kind) => kind === date.kind);
}
