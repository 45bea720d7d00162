/** A reason is part of the record that all parties read. Domain brief 8.3 invariant 10. */
import { badInput } from '#kernel/faults.js';
import type { AgreementInput } from './in-agreement.js';

export interface ReasonInput extends AgreementInput {
  readonly reason: string;
}

const MAX_LENGTH = 500;

export function checkReason(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > MAX_LENGTH) throw badInput(`Geef een reden van ten hoogste ${MAX_LENGTH} tekens.`);
  return reason;
}
