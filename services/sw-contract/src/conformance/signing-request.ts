// A request for a signature as the directory sends it after the officer said yes at the gateway.
import { randomUUID } from 'node:crypto';
import { contentHash } from '#kernel/canonical.js';
import { sealTicket, type TicketClaims } from '#kernel/ticket.js';
import type { CompanyBench } from './bench.js';

export const TERMS = { workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-04-01', hoursPerWeek: '18' };

/** The company itself as the placing one, on the basis of the register. */
export function placing(bench: CompanyBench) {
  const { body, registers } = bench.parts;
  const rule = registers.authority.find((one) => one.role === 'PLACING_COMPANY' && one.principal === body);
  if (!rule) throw new Error('the register does not know the company');
  return { role: rule.role, onBehalfOf: body, basis: rule.basis };
}

interface Changes {
  readonly termsVersion?: number;
  readonly terms?: object;
  readonly termsHash?: string;
  readonly parties?: object[];
  readonly given?: object;
}

export function requestOf(bench: CompanyBench, claims: Partial<TicketClaims>, changes: Changes = {}) {
  const agreement = randomUUID();
  const termsHash = contentHash(TERMS);
  const ticket = { viewer: bench.officer(), action: 'accept' as const, commandId: randomUUID(), object: agreement, contentHash: termsHash, ...claims };
  return {
    ticket: sealTicket(ticket, bench.parts.settings.SCHAKEL_ENVELOPE_KEY),
    agreement, termsVersion: 1, terms: TERMS, termsHash, parties: [placing(bench)] as object[], ...changes,
  };
}

export async function signed(bench: CompanyBench, agreement: string): Promise<number> {
  const rows = await bench.parts.dataSource.query<unknown[]>('select from acceptance where agreement = $1', [agreement]);
  return rows.length;
}

/** The company's officer accepts a version of these terms; answers their hash. */
export async function acceptedBy(bench: CompanyBench, agreement: string, terms: object, termsVersion = 1): Promise<string> {
  const termsHash = contentHash(terms);
  await bench.command('sign-acceptance', { ...requestOf(bench, { object: agreement, contentHash: termsHash }, { terms, termsHash, termsVersion }), agreement });
  return termsHash;
}
