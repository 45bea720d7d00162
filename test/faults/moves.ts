/** What a negotiator does next with what he sees: the chances per state, so that agreements go all ways and people come free again. */
import type { Random } from './random.js';
import type { Verb } from './recorder.js';
import type { AgreementSeen } from './words.js';

export interface Move {
  readonly verb: Exclude<Verb, 'offer' | 'choice' | 'propose' | 'reuse'>;
  /** Expects a version that is gone. */
  readonly late?: boolean;
  readonly wrongHash?: boolean;
  /** The worker's answer. */
  readonly yes?: boolean;
}

type Name = 'accept' | 'acceptLate' | 'acceptWrong' | 'counter' | 'reject' | 'withdraw' | 'inform' | 'yes' | 'yesLate' | 'no' | 'end' | 'suspend' | 'resume' | 'wait';

const MOVES: Readonly<Record<Name, Move | null>> = {
  accept: { verb: 'accept' }, acceptLate: { verb: 'accept', late: true }, acceptWrong: { verb: 'accept', wrongHash: true },
  counter: { verb: 'counter' }, reject: { verb: 'reject' }, withdraw: { verb: 'withdraw' }, inform: { verb: 'inform' },
  yes: { verb: 'decide', yes: true }, yesLate: { verb: 'decide', yes: true, late: true }, no: { verb: 'decide', yes: false },
  end: { verb: 'end' }, suspend: { verb: 'suspend' }, resume: { verb: 'resume' }, wait: null,
};

type Chances = Readonly<Partial<Record<Name, number>>>;

const ON_THE_TABLE: Chances = { accept: 80, acceptLate: 3, acceptWrong: 3, counter: 6, reject: 3, withdraw: 2, wait: 3 };
const WAITING_FOR_OTHERS: Chances = { wait: 94, withdraw: 2, accept: 2, no: 2 };

/** Of the case worker, who alone speaks with the worker. */
const CASE_WORKER: Readonly<Record<string, Chances>> = {
  RESERVING: { wait: 85, withdraw: 10, no: 5 },
  AGREED: { inform: 88, withdraw: 4, no: 4, wait: 4 },
  WORKER_INFORMED: { yes: 82, yesLate: 4, no: 7, withdraw: 4, wait: 3 },
  COMMITTING: { wait: 85, no: 15 },
  SIGNED: { wait: 80, no: 20 },
  ACTIVE: { wait: 60, end: 40 },
  SUSPENDED: { resume: 60, wait: 40 },
};
const OFFICER: Readonly<Record<string, Chances>> = {
  AGREED: { wait: 97, withdraw: 3 },
  WORKER_INFORMED: { wait: 97, withdraw: 3 },
  ACTIVE: { wait: 85, end: 15 },
};

/** Null: leaves it alone. */
export function chooseMove(seen: AgreementSeen, isCaseWorker: boolean, random: Random): Move | null {
  return MOVES[random.weighted<Name>(chancesIn(seen, isCaseWorker))];
}

function chancesIn({ state, availableActions }: AgreementSeen, isCaseWorker: boolean): Chances {
  if (state === 'PROPOSED') return availableActions.includes('ACCEPT') ? ON_THE_TABLE : WAITING_FOR_OTHERS;
  const chances = (isCaseWorker ? CASE_WORKER : OFFICER)[state] ?? { wait: 1 };
  return state === 'ACTIVE' && availableActions.includes('SUSPEND') ? { ...chances, suspend: 20 } : chances;
}
