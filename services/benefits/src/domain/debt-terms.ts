/** The terms of one debt trajectory: law/terms/debt-help with what this register knows, the ordinance of the responsible municipality included. Wgs arts 4 and 4a. */
import { debtDecisionTerm, type DebtDecisionTerm, firstConversationTerm, type FirstConversationTerm } from '#law/terms/debt-help.js';
import { equatedDays } from '#law/terms/holidays.js';
import type { Parameter } from '#law/parameters.js';
import { type DebtTrajectoryFacts, inForce, type PolicyFacts } from './facts.js';

/** The policy parameter by which a council sets the term for debt help. */
export const DEBT_TERM_PARAMETER = 'debt-help-decision-term';
const WEEKS = /^[1-9]\d?$/;

export function firstConversationOf({ appliedOn, threatened }: DebtTrajectoryFacts, parameters: readonly Parameter[]): FirstConversationTerm {
  return firstConversationTerm(appliedOn, threatened, equatedDays(parameters));
}

/** A trajectory begins with its first conversation. */
export function debtDecisionOf({ municipality, appliedOn, from }: DebtTrajectoryFacts, policies: readonly PolicyFacts[], parameters: readonly Parameter[]): DebtDecisionTerm {
  const ordinance = inForce(policies.filter((one) => one.parameter === DEBT_TERM_PARAMETER && one.municipality === municipality && one.unit === 'weeks'), appliedOn);
  const facts = { municipality, appliedOn, firstConversationOn: from, ordinanceWeeks: weeksOf(ordinance?.value ?? null) };
  return debtDecisionTerm(facts, parameters, equatedDays(parameters));
}

/** Null for what is no number of weeks: then the law's own term holds. */
export function weeksOf(value: string | null): number | null {
  return value !== null && WEEKS.test(value) ? Number(value) : null;
}
