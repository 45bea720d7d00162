// Guarantees: which event may come in which state, so that a history that was put together by hand shows. Architecture section 5; domain/state-machine.ts
// says which state may follow which; here stands what a state alone does not tell: which event may do it, and that after the decision there is only forward.
import type { Agreement, AgreementEvent, AgreementEventType } from '../domain/agreement.js';
import { mayFollow, type AgreementState } from '../domain/state-machine.js';

const ONLY_IN: Readonly<Partial<Record<AgreementEventType, readonly AgreementState[]>>> = {
  COUNTERED: ['PROPOSED'],
  ACCEPTED: ['PROPOSED'],
  WORKPLACE_HELD: ['RESERVING'],
  WORKER_INFORMED: ['AGREED'],
  COMMITMENT_STARTED: ['WORKER_AGREED'],
  DECIDED: ['COMMITTING'],
  SIGNED: ['COMMITTING'],
};

/** `before` null: nothing has happened yet. */
export function mayCome(before: Agreement | null, event: AgreementEvent, after: Agreement): boolean {
  if (before === null) return event.type === 'PROPOSED';
  const { state, decided } = before;
  if (!mayFollow(state, after.state) || ONLY_IN[event.type]?.includes(state) === false) return false;
  if (event.type === 'SIGNED') return decided;
  return state !== 'COMMITTING' || !decided || (after.state === state && event.type !== 'DECIDED');
}
