// Guarantees: one pure function applies an event, so that the stored row, the fold of the history and the tests agree.
// Architecture section 5 (states); security-and-reliability section 3, step 0: a counter voids older acceptances.
import type { Agreement, AgreementEvent, HistoryEntry, ProposedEvent, WorkerStep } from './agreement.js';

const NO_STEP: WorkerStep = { informedOn: null, channel: null, decision: null, decidedOn: null, recordedBy: null, evidence: null, representative: null };
/** The agreement as it stands when negotiation is open again; a place that is held stays held until the agreement leaves. */
const REOPENED = { state: 'PROPOSED', acceptances: [], worker: null } as const;

export function begin(event: ProposedEvent): Agreement {
  const { id, person, profile, offer, parties, acceptances, expiresOn, amends = null } = event;
  return {
    id, person, profile, offer, parties, acceptances, expiresOn, amends,
    version: 1, revision: 1, state: 'PROPOSED', current: event.terms, worker: null, endsOn: null, holding: false, decided: false, reminders: [],
  };
}

/** The agreement after the event; version and revision are the history's business (see fold). */
export function evolve(agreement: Agreement, event: AgreementEvent): Agreement {
  return { ...agreement, ...changeBy(agreement, event) };
}

function changeBy(agreement: Agreement, event: AgreementEvent): Partial<Agreement> {
  switch (event.type) {
    case 'PROPOSED':
      throw new Error('an agreement begins once');
    case 'COUNTERED':
      return { ...REOPENED, current: event.terms, parties: event.parties, acceptances: event.acceptances };
    case 'ACCEPTED':
      return { acceptances: [...agreement.acceptances, ...event.acceptances] };
    case 'RESERVATION_STARTED':
      return { state: 'RESERVING', holding: true };
    case 'WORKPLACE_HELD':
      return { state: 'AGREED' };
    case 'WORKPLACE_TAKEN':
      return { ...REOPENED, holding: false };
    case 'ACCEPTANCES_VOID':
      return REOPENED;
    case 'WORKER_INFORMED':
      return { state: 'WORKER_INFORMED', worker: { ...NO_STEP, informedOn: event.informedOn, channel: event.channel, recordedBy: event.recordedBy } };
    case 'WORKER_DECIDED':
      return workerDecided(agreement, event);
    case 'REMINDED':
      return { reminders: [...agreement.reminders, { of: event.of, dueOn: event.dueOn }] };
    case 'WORKER_DECISION_VOID':
      return { state: 'WORKER_INFORMED', worker: { ...informingOf(agreement), decision: null, decidedOn: null, evidence: null, representative: null, representativeUntil: null } };
    default:
      return laterChange(event);
  }
}

type LaterEvent = Extract<AgreementEvent, { type: 'REJECTED' | 'WITHDRAWN' | 'LAPSED' | 'COMMITMENT_STARTED' | 'DECIDED' | 'SIGNED' | 'ACTIVATED' | 'SUSPENDED' | 'RESUMED' | 'ENDING_STARTED' | 'ENDED' | 'AMENDED' | 'REPLACED' }>;

function laterChange(event: LaterEvent): Partial<Agreement> {
  switch (event.type) {
    case 'REJECTED':
    case 'WITHDRAWN':
    case 'LAPSED':
      return { state: event.type, holding: false };
    case 'COMMITMENT_STARTED':
      return { state: 'COMMITTING' };
    case 'DECIDED':
      return { decided: true };
    case 'SIGNED':
      return { state: 'SIGNED' };
    case 'ACTIVATED':
    case 'RESUMED':
      return { state: 'ACTIVE' };
    case 'SUSPENDED':
      return { state: 'SUSPENDED' };
    case 'ENDING_STARTED':
      return { state: 'ENDING', endsOn: event.endsOn };
    case 'ENDED':
      return { state: 'ENDED', holding: false };
    case 'AMENDED':
      return {};
    case 'REPLACED':
      return { state: 'ENDED', endsOn: event.endsOn, holding: false };
  }
}

/** What is known of informing him, without an answer given before. */
function informingOf({ worker }: Agreement): WorkerStep {
  const { alsoDecided: _former, ...step } = worker ?? NO_STEP;
  return step;
}

function workerDecided(agreement: Agreement, event: Extract<AgreementEvent, { type: 'WORKER_DECIDED' }>): Partial<Agreement> {
  const { decision, decidedOn, recordedBy, evidence, representative, alsoDecided, representativeUntil = null } = event;
  const worker = { ...informingOf(agreement), decision, decidedOn, recordedBy, evidence, representative, representativeUntil, ...(alsoDecided ? { alsoDecided } : {}) };
  return decision === 'AGREED' ? { state: 'WORKER_AGREED', worker } : { state: 'DECLINED', worker, holding: false };
}

/** The agreement that a whole history describes; equal to the stored row, which a test demands of every history. */
export function fold(history: readonly HistoryEntry[]): Agreement {
  const [first, ...rest] = history;
  if (first?.event.type !== 'PROPOSED') throw new Error('a history begins with a proposal');
  return rest.reduce((agreement, entry) => ({ ...evolve(agreement, entry.event), revision: entry.revision, version: entry.version }), begin(first.event));
}

/** Numbers the events of one change; a client command raises the version once, a step of the coordinator not at all. */
export function historyOf(before: Agreement | null, events: readonly AgreementEvent[], by: 'CLIENT' | 'COORDINATOR'): HistoryEntry[] {
  const revision = before?.revision ?? 0;
  const version = (before?.version ?? 0) + (by === 'CLIENT' ? 1 : 0);
  return events.map((event, index) => ({ revision: revision + index + 1, version, event }));
}
