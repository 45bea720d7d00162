/** Which service holds the signing key of a body (architecture, section 3): the body's own; of two, the one that keeps the agreements. */
import type { Party } from '#kernel/registers.js';

/** `coordinator`: the service that is asked to propose, counter or accept. Null for a body without a service: it signs nothing. */
export function signingService(parties: readonly Party[], body: string, coordinator: string): string | null {
  const own = parties.filter((party) => party.body === body).map(({ service }) => service);
  return own.includes(coordinator) ? coordinator : (own[0] ?? null);
}
