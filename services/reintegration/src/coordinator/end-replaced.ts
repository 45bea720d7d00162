/** An amendment that starts ends the agreement that it replaces, in the same transaction: on every day exactly one of the two is in force. */
import { applyEvents } from '../commands/in-agreement.js';
import type { Agreement, AgreementEvent } from '../domain/agreement.js';
import { replacedBy } from '../domain/amendment.js';
import type { AgreementTransaction, Attribution } from '../domain/ports.js';

export async function endReplaced(tx: AgreementTransaction, started: Agreement, events: readonly AgreementEvent[], by: Attribution): Promise<void> {
  if (started.amends === null || !events.some(({ type }) => type === 'ACTIVATED')) return;
  const amended = await tx.load(started.amends);
  const replaced = amended ? replacedBy(amended, started) : [];
  if (amended && replaced.length > 0) await applyEvents(tx, amended, replaced, by);
}
