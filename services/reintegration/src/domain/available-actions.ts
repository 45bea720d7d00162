// Guarantees: a button is shown exactly when the function that would refuse does not refuse for reasons of who, state or turn.
// Architecture section 5; contract: availableActions is "computed by the functions that refuse".
import type { Agreement } from './agreement.js';
import { mayAmend, type LiveAmendment } from './amendment.js';
import { mayAccept, mayCounter, mayReject, mayWithdraw } from './negotiation.js';
import type { Refused } from './refusals.js';
import type { Actor } from './standing.js';
import { mayResume, maySuspend } from './suspension.js';
import { mayEnd, mayInform, mayRecordDecision } from './worker-steps.js';

export const AGREEMENT_ACTIONS = ['COUNTER', 'ACCEPT', 'REJECT', 'WITHDRAW', 'INFORM_WORKER', 'RECORD_WORKER_DECISION', 'SUSPEND', 'RESUME', 'AMEND', 'END'] as const;
export type AgreementAction = (typeof AGREEMENT_ACTIONS)[number];

const MAY: Readonly<Record<AgreementAction, (agreement: Agreement, actor: Actor, live: LiveAmendment | null) => Refused | null>> = {
  COUNTER: mayCounter,
  ACCEPT: mayAccept,
  REJECT: mayReject,
  WITHDRAW: mayWithdraw,
  INFORM_WORKER: mayInform,
  RECORD_WORKER_DECISION: mayRecordDecision,
  SUSPEND: maySuspend,
  RESUME: mayResume,
  AMEND: (agreement, actor, live) => mayAmend(agreement, live, actor),
  END: (agreement, actor, live) => mayEnd(agreement, live, actor),
};

/** `live`: the amendment of it that is under way. */
export function availableActions(agreement: Agreement, actor: Actor, live: LiveAmendment | null): AgreementAction[] {
  return AGREEMENT_ACTIONS.filter((action) => MAY[action](agreement, actor, live) === null);
}
