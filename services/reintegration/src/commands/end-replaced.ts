/**
 * What the calendar or the coordinator decided, and what follows from it for another agreement: an amendment that starts ends the one that it
 * replaces, in the same transaction, whoever finds that its day has come. On every day exactly one of the two is in force.
 */
import type { Agreement, AgreementEvent } from '../domain/agreement.js';
import { replacedBy } from '../domain/amendment.js';
import type { AgreementTransaction, Attribution } from '../domain/ports.js';
import { applyEvents } from './in-agreement.js';

export async function applyOwnSteps(tx: AgreementTransaction, before: Agreement, events: readonly AgreementEvent[], by: Attribution): Promise<Agreement> {
  const after = await applyEvents(tx, before, events, by);
  await endReplaced(tx, after, events, by);
  return after;
}

async function endReplaced(tx: AgreementTransaction, started: Agreement, events: readonly AgreementEvent[], by: Attribution): Promise<void> {
  if (started.amends === null || !events.some(({ type }) => type === 'ACTIVATED')) return;
  const amended = await tx.load(started.amends);
  const replaced = amended ? replacedBy(amended, started) : [];
  if (amended && replaced.length > 0) await applyEvents(tx, amended, replaced, by);
}
