/** Which debt trajectories of a municipality ran in a period? Asked of the register of this same body, for the delivery to the CBS alone; no company is ever asked or answered about debts (Wgs art. 8). */
import { z } from 'zod';
import { unavailable } from '#kernel/faults.js';
import { CREDITOR_KINDS, DECISIONS, keysOf, OUTFLOWS, PERIOD_KINDS, SOLUTIONS } from '#law/ddas/codes.js';
import type { DebtHelpFacts } from '#law/ddas/facts.js';
import type { PartyClient } from '#shell/party-client.js';
import type { Asking } from './ask-company.js';

const REGISTER = 'benefits';
export const DEBT_HELP_PAGE = 200;

const QUERY = `query DebtHelp($municipality: String!, $from: Date!, $until: Date!, $first: Int!, $after: String) {
  debtHelp(municipality: $municipality, from: $from, until: $until, first: $first, after: $after) {
    number municipality appliedOn threatened until decidedOn decision planOn settlementFiledOn settlementGrantedOn settlementRefusedOn settlementWithdrawnOn
    forcedSettlement forcedSettlementAskedOn solution freeAmount outflowOn outflowReason totalDebt clients { person bsn birthDate }
    periods { kind from until askedOn approvedOn } debts { amount assessedOn kind business privateCreditor creditorName creditorChamberNumber } } }`;

const day = z.iso.date();
const maybeDay = day.nullable();
const amount = z.string().regex(/^\d+(\.\d+)?$/);
const period = z.object({ kind: z.enum(PERIOD_KINDS), from: maybeDay, until: maybeDay, askedOn: maybeDay, approvedOn: maybeDay });
const debt = z.object({
  amount, assessedOn: maybeDay, kind: z.enum(keysOf(CREDITOR_KINDS)), business: z.boolean(), privateCreditor: z.boolean(), creditorName: z.string().nullable(), creditorChamberNumber: z.string().nullable(),
});
const trajectory = z.object({
  number: z.string(), municipality: z.string(), appliedOn: day, threatened: z.boolean(), until: maybeDay, decidedOn: maybeDay, decision: z.enum(keysOf(DECISIONS)).nullable(), planOn: maybeDay,
  settlementFiledOn: maybeDay, settlementGrantedOn: maybeDay, settlementRefusedOn: maybeDay, settlementWithdrawnOn: maybeDay, forcedSettlement: z.boolean().nullable(), forcedSettlementAskedOn: maybeDay,
  solution: z.enum(keysOf(SOLUTIONS)).nullable(), freeAmount: amount.nullable(), outflowOn: maybeDay, outflowReason: z.enum(keysOf(OUTFLOWS)).nullable(), totalDebt: amount.nullable(),
  clients: z.array(z.object({ person: z.string(), bsn: z.string(), birthDate: day })), periods: z.array(period), debts: z.array(debt),
});
const answerShape = z.object({ debtHelp: z.array(trajectory) });

export type AnsweredDebtHelp = z.infer<typeof trajectory> & DebtHelpFacts;

export interface DebtHelpQuestion {
  readonly municipality: string;
  readonly from: string;
  readonly until: string;
}

/** Those whose number comes after `after`, a page at most. UNAVAILABLE when the register does not answer, or not understandably: what it said is never repeated. */
export async function askDebtHelp(parties: PartyClient, asking: Asking, question: DebtHelpQuestion, after: string | null): Promise<readonly AnsweredDebtHelp[]> {
  const answer = await parties.ask<object>(REGISTER, { query: QUERY, variables: { ...question, first: DEBT_HELP_PAGE, after }, ...asking });
  const parsed = answerShape.safeParse(answer);
  if (!parsed.success) throw unavailable(REGISTER);
  return parsed.data.debtHelp;
}
