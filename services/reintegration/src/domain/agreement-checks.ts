// Guarantees: what law and policy say of the terms on the table is told with its article, and what stops them here is what a command would be refused for.
// Waadi arts 8 to 11; Besluit uitvoering sw, annex ad 10; Participatiewet arts 8a and 10d; BW arts 7:655, 7:668 and 7:672; domain brief 2.12, 8.3, 8.4 rows 14 and 17.
import type { LabourDispute } from '#law/agreement/labour-dispute.js';
import type { RepresentationRule } from '#law/agreement/representation.js';
import type { Parameter } from '#law/parameters.js';
import type { Agreement } from './agreement.js';
import { type Check, CHECK_LEVELS } from './check.js';
import { dayOf } from './client-dates.js';
import { contractChecks } from './contract-checks.js';
import { atOwnPlace } from './negotiation.js';
import { refusalMessage } from './refusals.js';
import { representationCheck } from './representation.js';
import { secondmentChecks } from './secondment-checks.js';
import { PROMISED_STATES } from './state-machine.js';
import { TERMS_RULES, type TermsQuestion } from './terms-checks.js';

export interface CheckGround {
  readonly disputes: readonly LabourDispute[];
  readonly representation: readonly RepresentationRule[];
  readonly parameters: readonly Parameter[];
  /** Business date. */
  readonly on: string;
}

const SIGNED_STATES = PROMISED_STATES.filter((state) => !['RESERVING', 'AGREED', 'WORKER_INFORMED', 'WORKER_AGREED', 'COMMITTING'].includes(state));

/** What stops the terms first, then what wants attention, then what must be known. */
export function checksOf(agreement: Agreement, ground: CheckGround): readonly Check[] {
  const question = questionOf(agreement, ground);
  const checks = [
    ...stops(question),
    ...secondmentChecks(question, ground),
    ...contractChecks(question, ground),
    representationCheck(question.terms, ground.representation, question.on),
  ];
  return CHECK_LEVELS.flatMap((level) => checks.filter((one) => one.level === level));
}

/**
 * The question that accepting would ask now. Signed terms keep the policy of the day on which they were proposed (domain brief 8.4 row 19). Other agreements
 * of the worker are not among the kept facts: whether their hours fit is asked by the commands alone.
 */
export function questionOf({ current, state, worker }: Agreement, { disputes, on }: Pick<CheckGround, 'disputes' | 'on'>): TermsQuestion {
  const { terms, facts, proposedAt } = current;
  const asked = SIGNED_STATES.includes(state) ? dayOf(proposedAt) : on;
  return { terms, facts: atOwnPlace(facts), overlapping: [], disputes, on: asked, informedOn: worker?.informedOn ?? null };
}

function stops(question: TermsQuestion): Check[] {
  return TERMS_RULES.flatMap((rule): Check[] => {
    const refused = rule.broken(question);
    if (refused === null) return [];
    return [{ code: rule.code, article: rule.article, kind: rule.kind, level: 'REFUSAL', text: refusalMessage(refused), refusal: refused.refused }];
  });
}
