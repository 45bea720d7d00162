/** I2: what is signed was accepted by every party, in the version and with the hash that is signed; at the companies in their own records. */
import type { AgreementKept, Bodies } from '../bodies.js';
import type { Run, Violation } from '../violation.js';
import { SIGNED } from './states.js';

export function signedByAll({ bodies }: Run): Violation[] {
  const open = new Map<string, string[]>();
  for (const party of bodies.parties) if (!party.accepted) open.set(party.agreement, [...(open.get(party.agreement) ?? []), `${party.role} (${party.body})`]);
  return bodies.agreements.filter((one) => SIGNED.includes(one.state) || one.decided && one.state === 'COMMITTING').flatMap((one) => [
    ...(open.get(one.id) ?? []).map((party) => ({ invariant: 'I2' as const, subject: one.id, evidence: `${one.state} without the acceptance of ${party}` })),
    ...[one.placing, one.receiving].flatMap((service) => unsignedAt(bodies, one, service)),
  ]);
}

function unsignedAt(bodies: Bodies, { id, state, termsVersion, termsHash }: AgreementKept, service: string): Violation[] {
  const signed = bodies.companies.find((one) => one.service === service)?.signed.find((one) => one.agreement === id && one.termsVersion === termsVersion);
  if (signed?.termsHash === termsHash) return [];
  return [{ invariant: 'I2', subject: id, evidence: `${state} on terms ${termsVersion}, and ${service} signed ${signed ? 'other terms under that number' : 'no such terms'}` }];
}
