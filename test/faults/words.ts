/** The commands and the one question of the negotiators, in the words of the public graph; and what an answer means. */
import type { Told, Verb } from './recorder.js';

export interface GraphAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const FIELDS: Readonly<Record<Exclude<Verb, 'reuse'>, readonly [field: string, input: string]>> = {
  offer: ['recordOffer', 'RecordOfferInput'],
  choice: ['recordWorkerChoice', 'RecordWorkerChoiceInput'],
  propose: ['proposeAgreement', 'ProposeAgreementInput'],
  counter: ['counterAgreement', 'CounterAgreementInput'],
  accept: ['acceptAgreement', 'AcceptAgreementInput'],
  reject: ['rejectAgreement', 'AgreementReasonInput'],
  withdraw: ['withdrawAgreement', 'AgreementReasonInput'],
  inform: ['informWorker', 'InformWorkerInput'],
  decide: ['recordWorkerDecision', 'WorkerDecisionInput'],
  end: ['endAgreement', 'EndAgreementInput'],
  suspend: ['suspendAgreement', 'AgreementReasonInput'],
  resume: ['resumeAgreement', 'AgreementReasonInput'],
};

/** A command given again under its id with another content is a withdrawal, whatever the first was. */
export function mutationOf(verb: Verb): string {
  const [field, input] = FIELDS[verb === 'reuse' ? 'withdraw' : verb];
  const answer = field === 'recordOffer' || field === 'recordWorkerChoice' ? '... on Offer { id }' : '... on Agreement { id version state }';
  return `mutation M($input: ${input}!) { answer: ${field}(input: $input) { __typename ${answer} ... on Refusal { code agreement { id } } } }`;
}

interface Answer {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly code: string;
  readonly agreement: { readonly id: string } | null;
}

/** Null when the answer does not say what became of the command. */
export function toldBy(answer: GraphAnswer<Record<string, unknown>>): Told | null {
  const given = answer.data?.['answer'] as Answer | null | undefined;
  if (given) return toldOf(given);
  const code = answer.errors?.[0]?.extensions?.code;
  return code === undefined ? null : { kind: 'FAULT', code };
}

function toldOf({ __typename, id, version, state, code, agreement }: Answer): Told {
  if (__typename === 'Offer') return { kind: 'OFFER', id };
  return __typename === 'Agreement' ? { kind: 'AGREEMENT', id, version, state } : { kind: 'REFUSAL', code, agreement: agreement?.id ?? null };
}

export interface AgreementSeen {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly terms: { readonly hash: string };
  readonly availableActions: readonly string[];
}

export const SEE = 'query See($id: ID!) { agreement(id: $id) { id version state terms { hash } availableActions } }';
