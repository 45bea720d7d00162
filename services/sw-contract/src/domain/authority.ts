// On whose behalf a body carries out the Wsw, and on what basis: from the effective-dated authority register (Wsw art. 1; Awb art. 10:3).
import { type AuthorityLine, inForce } from '#kernel/authority.js';

/** One row of the register: `actingBody` may act in `role` for `principal`, both days inclusive. */
export interface AuthorityRule extends AuthorityLine {
  readonly basis: string;
  readonly from: string;
  readonly until: string | null;
}

/** The basis on which `body` acts in `role` for `principal` on `date`; null when the register gives none. */
export function basisOf(rules: readonly AuthorityRule[], body: string, role: string, principal: string, date: string): string | null {
  return inForce(rules, date).find((rule) => rule.role === role && rule.principal === principal && rule.actingBody === body)?.basis ?? null;
}
