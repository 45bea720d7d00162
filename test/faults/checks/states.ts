/** The states of an agreement as the promises of docs/reliability.md speak of them; written down here a second time on purpose. */
import type { HistoryKept } from '../bodies.js';

export const LEFT: readonly string[] = ['REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED'];
export const TERMINAL: readonly string[] = [...LEFT, 'ENDED'];
/** The commit point is passed and both companies have confirmed. */
export const SIGNED: readonly string[] = ['SIGNED', 'ACTIVE', 'SUSPENDED', 'ENDING'];
/** All parties have agreed and the place is kept. */
export const PLACE_KEPT: readonly string[] = ['AGREED', 'WORKER_INFORMED', 'WORKER_AGREED', 'COMMITTING', ...SIGNED];
/** Somebody must do something now. */
export const UNSETTLED: readonly string[] = ['RESERVING', 'WORKER_AGREED', 'COMMITTING'];

const AFTER: Readonly<Record<string, string>> = {
  PROPOSED: 'PROPOSED', COUNTERED: 'PROPOSED', RESERVATION_STARTED: 'RESERVING', WORKPLACE_HELD: 'AGREED', WORKPLACE_TAKEN: 'PROPOSED', ACCEPTANCES_VOID: 'PROPOSED',
  REJECTED: 'REJECTED', WITHDRAWN: 'WITHDRAWN', LAPSED: 'LAPSED', WORKER_INFORMED: 'WORKER_INFORMED', COMMITMENT_STARTED: 'COMMITTING', SIGNED: 'SIGNED',
  ACTIVATED: 'ACTIVE', SUSPENDED: 'SUSPENDED', RESUMED: 'ACTIVE', ENDING_STARTED: 'ENDING', ENDED: 'ENDED', REPLACED: 'ENDED',
};

/** The state after an event; one that says nothing of the state leaves it. */
export function stateAfter(before: string, { type, decision }: HistoryKept): string {
  if (type === 'WORKER_DECIDED') return decision === 'DECLINED' ? 'DECLINED' : 'WORKER_AGREED';
  return AFTER[type] ?? before;
}

export function historiesOf(history: readonly HistoryKept[]): Map<string, HistoryKept[]> {
  const byAgreement = new Map<string, HistoryKept[]>();
  for (const entry of history) {
    const known = byAgreement.get(entry.agreement);
    if (known) known.push(entry);
    else byAgreement.set(entry.agreement, [entry]);
  }
  return byAgreement;
}
