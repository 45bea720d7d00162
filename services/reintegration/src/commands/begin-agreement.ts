/** The first entry of a new agreement, with what other bodies must be told of it: the common part of proposing and amending. */
import type { ProposedEvent } from '../domain/agreement.js';
import { begin } from '../domain/evolve.js';
import { outgoingCommands } from '../domain/outgoing.js';
import type { AgreementTransaction } from '../domain/ports.js';
import type { Actor } from '../domain/standing.js';

export async function beginAgreement(tx: AgreementTransaction, event: ProposedEvent, actor: Actor): Promise<void> {
  const agreement = begin(event);
  await tx.insert(agreement, [{ revision: 1, version: 1, event }], { viewer: actor.viewer, at: actor.at, on: actor.on });
  for (const command of outgoingCommands(null, agreement, event, actor.on)) await tx.enqueue(command, actor.on);
}
