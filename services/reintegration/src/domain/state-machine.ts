// Guarantees: which command may be given in which state, by whom, and where it leads stands here and nowhere else; database, documents and tests are compared with it.
// Architecture section 5 (states); security-and-reliability I7: a terminal state stays.
import type { PartyRole } from './party.js';
import type { RefusalCode } from './refusals.js';

export const AGREEMENT_STATES = [
  'PROPOSED', 'RESERVING', 'AGREED', 'WORKER_INFORMED', 'WORKER_AGREED', 'COMMITTING', 'SIGNED', 'ACTIVE', 'SUSPENDED',
  'ENDING', 'ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export type Office = 'CASE_WORKER' | 'PLACEMENT_OFFICER';
/** The roles that the authority register gives; the others of an agreement lie outside the network. */
export const SIGNING_ROLES = ['RESIDENCE_AUTHORITY', 'FORMAL_EMPLOYER', 'PLACING_COMPANY', 'RECEIVING_COMPANY'] as const satisfies readonly PartyRole[];
export type SigningRole = (typeof SIGNING_ROLES)[number];

/** Who speaks for a party. A formal employer is a college or an sw company, so either office may be its own. */
export const OFFICES: Readonly<Record<SigningRole, readonly Office[]>> = {
  RESIDENCE_AUTHORITY: ['CASE_WORKER'],
  FORMAL_EMPLOYER: ['CASE_WORKER', 'PLACEMENT_OFFICER'],
  PLACING_COMPANY: ['PLACEMENT_OFFICER'],
  RECEIVING_COMPANY: ['PLACEMENT_OFFICER'],
};

export interface Step {
  /** Empty: the agreement begins by it. */
  readonly from: readonly AgreementState[];
  /** Where the agreement may be when the transaction of the step is over. */
  readonly to: readonly AgreementState[];
  /** The parties for which it may be given; empty: no person gives it, the coordinator takes it. */
  readonly parties: readonly SigningRole[];
  readonly refusals: readonly RefusalCode[];
}

const ALL: readonly SigningRole[] = ['RESIDENCE_AUTHORITY', 'FORMAL_EMPLOYER', 'PLACING_COMPANY', 'RECEIVING_COMPANY'];
/** They know the worker and the work from day to day. */
const AT_WORK: readonly SigningRole[] = ['RESIDENCE_AUTHORITY', 'PLACING_COMPANY', 'RECEIVING_COMPANY'];
const RESIDENCE: readonly SigningRole[] = ['RESIDENCE_AUTHORITY'];
const BEFORE_SIGNING: readonly AgreementState[] = ['PROPOSED', 'RESERVING', 'AGREED', 'WORKER_INFORMED', 'WORKER_AGREED'];

const ALWAYS: readonly RefusalCode[] = ['NOT_A_PARTY', 'NO_AUTHORITY', 'STALE_VERSION', 'WRONG_STATE'];
const OF_TERMS: readonly RefusalCode[] = [
  'WORKPLACE_TAKEN', 'HOURS_OUT_OF_BOUNDS', 'WORKPLACE_UNSUITABLE', 'INDICATION_EXPIRES', 'SUBSIDY_CONFLICT', 'PERIOD_OVERLAPS', 'FEE_BELOW_FLOOR', 'LEAD_TIME_TOO_SHORT', 'BODY_UNAVAILABLE',
];

/** Given by a person, each a command of the contract; the worker's answer is one command with two outcomes. */
export const PARTY_STEPS = {
  PROPOSE: { from: [], to: ['PROPOSED'], parties: RESIDENCE, refusals: ['NO_AUTHORITY', 'WRONG_STATE', 'NO_WORKER_CHOICE', 'OFFER_EXPIRED', ...OF_TERMS] },
  COUNTER: { from: ['PROPOSED'], to: ['PROPOSED'], parties: ALL, refusals: [...ALWAYS, 'OFFER_EXPIRED', 'NOT_YOUR_TURN', ...OF_TERMS] },
  ACCEPT: { from: ['PROPOSED'], to: ['PROPOSED', 'RESERVING'], parties: ALL, refusals: [...ALWAYS, 'OFFER_EXPIRED', 'ALREADY_ACCEPTED', 'STALE_TERMS', ...OF_TERMS] },
  REJECT: { from: ['PROPOSED'], to: ['REJECTED'], parties: ALL, refusals: [...ALWAYS, 'OFFER_EXPIRED', 'NOT_YOUR_TURN'] },
  WITHDRAW: { from: BEFORE_SIGNING, to: ['WITHDRAWN'], parties: ALL, refusals: [...ALWAYS, 'NOT_YOUR_TURN'] },
  INFORM_WORKER: { from: ['AGREED'], to: ['WORKER_INFORMED'], parties: RESIDENCE, refusals: [...ALWAYS, 'LEAD_TIME_TOO_SHORT'] },
  RECORD_WORKER_YES: {
    from: ['WORKER_INFORMED'], to: ['WORKER_AGREED', 'COMMITTING'], parties: RESIDENCE,
    refusals: [...ALWAYS, 'LEAD_TIME_TOO_SHORT', 'WORKPLACE_UNSUITABLE', 'REPRESENTATIVE_REQUIRED', 'INDICATION_EXPIRES', 'BODY_UNAVAILABLE'],
  },
  RECORD_WORKER_NO: { from: [...BEFORE_SIGNING, 'COMMITTING', 'SIGNED'], to: ['DECLINED'], parties: RESIDENCE, refusals: ALWAYS },
  SUSPEND: { from: ['ACTIVE'], to: ['SUSPENDED'], parties: AT_WORK, refusals: ALWAYS },
  RESUME: { from: ['SUSPENDED'], to: ['ACTIVE'], parties: AT_WORK, refusals: [...ALWAYS, 'PERIOD_OVERLAPS', 'INDICATION_EXPIRES'] },
  AMEND: { from: ['ACTIVE'], to: ['ACTIVE'], parties: ALL, refusals: [...ALWAYS, ...OF_TERMS] },
  END: { from: ['ACTIVE', 'SUSPENDED'], to: ['ENDING'], parties: ALL, refusals: [...ALWAYS, 'LEAD_TIME_TOO_SHORT', 'PERIOD_OVERLAPS'] },
} as const satisfies Record<string, Step>;

/** Taken by the coordinator: the commitment protocol and the calendar. They are not refused; out of their state they do nothing. */
export const COORDINATOR_STEPS = {
  HOLD: { from: ['RESERVING'], to: ['AGREED'], parties: [], refusals: [] },
  PLACE_TAKEN: { from: ['RESERVING', 'COMMITTING'], to: ['PROPOSED'], parties: [], refusals: [] },
  COMMIT: { from: ['WORKER_AGREED'], to: ['COMMITTING'], parties: [], refusals: [] },
  VOID: { from: ['COMMITTING'], to: ['PROPOSED'], parties: [], refusals: [] },
  ASK_WORKER_AGAIN: { from: ['COMMITTING'], to: ['WORKER_INFORMED'], parties: [], refusals: [] },
  DECIDE: { from: ['COMMITTING'], to: ['COMMITTING'], parties: [], refusals: [] },
  SIGN: { from: ['COMMITTING'], to: ['SIGNED'], parties: [], refusals: [] },
  ACTIVATE: { from: ['SIGNED'], to: ['ACTIVE'], parties: [], refusals: [] },
  LAPSE: { from: ['PROPOSED', 'RESERVING', 'AGREED', 'WORKER_INFORMED'], to: ['LAPSED'], parties: [], refusals: [] },
  REPLACE: { from: ['ACTIVE', 'SUSPENDED', 'ENDING'], to: ['ENDED'], parties: [], refusals: [] },
  END_DUE: { from: ['ACTIVE', 'SUSPENDED', 'ENDING'], to: ['ENDED'], parties: [], refusals: [] },
} as const satisfies Record<string, Step>;

export type PartyStep = keyof typeof PARTY_STEPS;
export type CoordinatorStep = keyof typeof COORDINATOR_STEPS;

export const STATE_MACHINE: Readonly<Record<PartyStep | CoordinatorStep, Step>> = { ...PARTY_STEPS, ...COORDINATOR_STEPS };

/** No step leads out of them. */
export const TERMINAL_STATES: readonly AgreementState[] = AGREEMENT_STATES.filter((state) => Object.values(STATE_MACHINE).every(({ from }) => !from.includes(state)));
/** In these the worker's hours are promised to the agreement. */
export const PROMISED_STATES: readonly AgreementState[] = AGREEMENT_STATES.filter((state) => state !== 'PROPOSED' && !TERMINAL_STATES.includes(state));
/** The worker's yes still stands when bodies did not agree or the work is over; his no closes the offer. */
export const OFFER_IS_FREE: readonly AgreementState[] = TERMINAL_STATES.filter((state) => state !== 'DECLINED');

/** Whether one transaction may lead from a state to another. What lives may also stay where it is; what is terminal is never written again (I7). */
export function mayFollow(before: AgreementState, after: AgreementState): boolean {
  if (before === after) return !TERMINAL_STATES.includes(before);
  return Object.values(STATE_MACHINE).some(({ from, to }) => from.includes(before) && to.includes(after));
}
