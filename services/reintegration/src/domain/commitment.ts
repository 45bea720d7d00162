// Guarantees: the steps that no person takes (hold, verify, decide, sign, begin, end, lapse) are decided here; before the decision all can be undone, after it nothing.
// Architecture decision 10; security-and-reliability section 3, steps 1 to 6 and invariants I2, I3 and I9.
import type { Agreement, AgreementEvent } from './agreement.js';
import { dueDatesOf } from './due-dates.js';
import { isReminder, REMINDER_TEXT } from './reminder.js';
import { isDue, openParties } from './standing.js';

export type HoldAnswer = { readonly held: true } | { readonly held: false; readonly reason: string };

/** While RESERVING: held makes it AGREED, not held reopens the negotiation and voids the acceptances. Otherwise the answer came too late. */
export function afterHold(agreement: Agreement, answer: HoldAnswer): readonly AgreementEvent[] {
  if (!isDue('HOLD', agreement)) return [];
  return answer.held ? [{ type: 'WORKPLACE_HELD', termsVersion: agreement.current.number }] : [{ type: 'WORKPLACE_TAKEN', reason: answer.reason }];
}

/** While COMMITTING and not decided: the hold must still stand. */
export function afterRenewal(agreement: Agreement, answer: HoldAnswer): readonly AgreementEvent[] {
  if (!awaitsDecision(agreement) || answer.held) return [];
  return [{ type: 'WORKPLACE_TAKEN', reason: answer.reason }];
}

export function awaitsDecision(agreement: Agreement): boolean {
  return isDue('DECIDE', agreement) && !agreement.decided;
}

/** A representative who left before the signature has not decided; the worker is asked again, with the one who stands by him now (domain brief 8.4 row 22). */
function representativeIsGone(agreement: Agreement, on: string): boolean {
  const until = agreement.worker?.representativeUntil ?? null;
  return awaitsDecision(agreement) && until !== null && until < on;
}

/** The commit point. `genuine`: every signature was verified over this version and hash. */
export function decide(agreement: Agreement, genuine: boolean): readonly AgreementEvent[] {
  if (!awaitsDecision(agreement)) return [];
  const complete = openParties(agreement).length === 0 && agreement.acceptances.every((one) => one.termsVersion === agreement.current.number);
  return genuine && complete ? [{ type: 'DECIDED' }] : [{ type: 'ACCEPTANCES_VOID', reason: 'SIGNATURE_INVALID' }];
}

/** Both companies have confirmed. */
export function afterConfirmation(agreement: Agreement): readonly AgreementEvent[] {
  return isDue('SIGN', agreement) && agreement.decided ? [{ type: 'SIGNED' }] : [];
}

/** What the calendar does; `on` is the business date, which may have passed several dates at once. A change of state makes its reminders idle. */
export function onDate(agreement: Agreement, on: string): readonly AgreementEvent[] {
  const moved = movedBy(agreement, on);
  return moved.length > 0 ? moved : remindedBy(agreement, on);
}

function movedBy(agreement: Agreement, on: string): readonly AgreementEvent[] {
  const { from, until } = agreement.current.terms;
  switch (agreement.state) {
    case 'PROPOSED':
    case 'RESERVING':
      return agreement.expiresOn < on ? [{ type: 'LAPSED' }] : [];
    case 'AGREED':
    case 'WORKER_INFORMED':
      return from < on ? [{ type: 'LAPSED' }] : [];
    case 'COMMITTING':
      return representativeIsGone(agreement, on) ? [{ type: 'WORKER_DECISION_VOID', reason: 'De vertegenwoordiger die meebesliste, vertegenwoordigt de werknemer niet meer.' }] : [];
    case 'SIGNED':
      return from <= on ? [{ type: 'ACTIVATED' }] : [];
    case 'ACTIVE':
    case 'SUSPENDED':
      return until !== null && until < on ? [{ type: 'ENDING_STARTED', endsOn: until, reason: 'De afgesproken periode is voorbij.' }, { type: 'ENDED' }] : [];
    case 'ENDING':
      return agreement.endsOn !== null && agreement.endsOn < on ? [{ type: 'ENDED' }] : [];
    default:
      return [];
  }
}

/** Every date that has come and was not told yet, in their order. */
function remindedBy(agreement: Agreement, on: string): readonly AgreementEvent[] {
  const reached = dueDatesOf(agreement).filter(isReminder).filter(({ dueOn }) => dueOn <= on);
  return reached.map(({ kind, dueOn }) => ({ type: 'REMINDED', of: kind, dueOn, reason: REMINDER_TEXT[kind] }));
}

/** Nothing for the coordinator to do but wait for a date or a person. */
export function isSettled(agreement: Agreement): boolean {
  return agreement.state !== 'RESERVING' && agreement.state !== 'COMMITTING';
}
