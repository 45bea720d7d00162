/** From the domain's agreement to the parts that the graph shows. */
import { Temporal } from 'temporal-polyfill';
import type { BodyType } from '#shell/value-types.js';
import type { Agreement } from '../domain/agreement.js';
import type { HistoryRecord } from '../domain/agreement-reads.js';
import { authorityEnds, type AuthorityRule } from '../domain/parties.js';
import { earliestStart } from '../domain/terms-checks.js';
import type { AgreementEvent, AgreementParty, WorkerStep } from './agreement.type.js';
import type { DirectoryRegisters } from './directory.context.js';

/** `until`: as the authority register has it on `on`, not as it was when the terms were written. */
export function partiesView(agreement: Agreement, registers: DirectoryRegisters, matrix: readonly AuthorityRule[], on: string): AgreementParty[] {
  return agreement.parties.map((party) => {
    const { role, actingBody, onBehalfOf, basis } = party;
    const accepted = agreement.acceptances.find((one) => one.role === role && one.actingBody === actingBody);
    return {
      role,
      basis,
      until: authorityEnds(party, matrix, on),
      actingBody: registered(registers, actingBody),
      onBehalfOf: registered(registers, onBehalfOf),
      acceptedTermsVersion: accepted?.termsVersion ?? null,
      acceptedAt: accepted?.at ?? null,
      signature: accepted?.signature ?? null,
    };
  });
}

/** `inConfidence`: what the worker said and who stands by him is between him and his own case worker. */
export function workerView({ worker }: Agreement, registers: DirectoryRegisters, inConfidence: boolean, note: string | null): WorkerStep | null {
  if (worker === null) return null;
  const { informedOn, recordedBy, representative, alsoDecided = [] } = worker;
  return {
    ...worker,
    note,
    recordedBy: recordedBy === null ? null : registers.body(recordedBy),
    evidence: inConfidence ? worker.evidence : null,
    representative: inConfidence && representative !== null ? { id: representative } : null,
    alsoDecided: inConfidence ? alsoDecided.map((id) => ({ id })) : null,
    earliestStart: informedOn === null ? null : earliestStart(informedOn),
  };
}

/** A proposal holds to the end of its last day, as the clock runs in the Netherlands; what was accepted by all does not expire by it. */
export function expiryOf({ state, expiresOn }: Agreement): string | null {
  return state === 'PROPOSED' || state === 'RESERVING' ? endOfDay(expiresOn) : null;
}

function endOfDay(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime('Europe/Amsterdam').toInstant().toString();
}

export function eventView({ revision, event, at, actorBody }: HistoryRecord, registers: DirectoryRegisters): AgreementEvent {
  return { revision, at, kind: event.type, body: actorBody === null ? null : registers.body(actorBody), termsVersion: termsVersionOf(event), reason: 'reason' in event ? event.reason : null, amendedBy: 'by' in event ? event.by : null };
}

function termsVersionOf(event: HistoryRecord['event']): number | null {
  if ('terms' in event) return event.terms.number;
  if ('termsVersion' in event) return event.termsVersion;
  return 'acceptances' in event ? (event.acceptances[0]?.termsVersion ?? null) : null;
}

function registered(registers: DirectoryRegisters, id: string): BodyType {
  const body = registers.body(id);
  if (!body) throw new Error('a party of an agreement is not in the partner register');
  return body;
}
