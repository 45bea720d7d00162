/** The enums of agreements as the graph names them; the lists are the domain's own. */
import { AGREEMENT_STATES } from '../domain/state-machine.js';
import { PARTY_ROLES } from '../domain/party.js';
import { AGREEMENT_ACTIONS } from '../domain/available-actions.js';
import { AGREEMENT_DIMENSIONS } from '../domain/agreement-reads.js';
import { REFUSAL_CODES } from '../domain/refusals.js';
import { enumOf } from './enum-of.js';

export const AgreementStateEnum = enumOf('AgreementState', AGREEMENT_STATES);
export const AgreementActionEnum = enumOf('AgreementAction', AGREEMENT_ACTIONS);
export const AgreementDimensionEnum = enumOf('AgreementDimension', AGREEMENT_DIMENSIONS);
export const PartyRoleEnum = enumOf('PartyRole', PARTY_ROLES);
export const RefusalCodeEnum = enumOf('RefusalCode', REFUSAL_CODES);
export const WorkerChoiceEnum = enumOf('WorkerChoice', ['YES', 'NO', 'TALK_TO_ME'] as const);
export const WorkerDecisionEnum = enumOf('WorkerDecision', ['AGREED', 'DECLINED'] as const);
export const InformChannelEnum = enumOf('InformChannel', ['CONVERSATION', 'LETTER', 'HOME_VISIT'] as const);
export const SubsidyKindEnum = enumOf('SubsidyKind', ['WSW_ARTICLE_7', 'WAGE_COST'] as const);
export const CostKindEnum = enumOf('CostKind', ['WAGE', 'SUPERVISION', 'TRANSPORT'] as const);
export const AgreementEventKindEnum = enumOf('AgreementEventKind', [
  'PROPOSED', 'COUNTERED', 'ACCEPTED', 'RESERVATION_STARTED', 'WORKPLACE_HELD', 'WORKPLACE_TAKEN', 'ACCEPTANCES_VOID', 'REJECTED', 'WITHDRAWN',
  'WORKER_INFORMED', 'WORKER_DECIDED', 'WORKER_DECISION_VOID', 'COMMITMENT_STARTED', 'DECIDED', 'SIGNED', 'ACTIVATED', 'SUSPENDED', 'RESUMED', 'ENDING_STARTED', 'ENDED', 'LAPSED', 'REMINDED', 'AMENDED', 'REPLACED',
] as const);
