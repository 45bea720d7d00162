// On whose behalf a body carries out the Wsw, and on what basis: from the effective-dated authority register (Wsw art. 1; Awb art. 10:3).

/** One row of the register: `actingBody` may act in `role` for `principal`, both days inclusive. */
export interface AuthorityRule {
  readonly role: string;
  readonly principal: string;
  readonly actingBody: string;
  readonly basis: string;
  readonly from: string;
  readonly until: string | null;
}

/** CBS codes of the municipalities whose college `body` acts for (itself included) on `date`. */
export function municipalitiesOf(rules: readonly AuthorityRule[], body: string, date: string): string[] {
  const inForce = rules.filter((rule) => rule.role === 'RESIDENCE_AUTHORITY' && rule.actingBody === body && isOn(rule, date));
  return inForce.map((rule) => rule.principal.replace(/^gm-/, ''));
}

/** The basis on which `body` acts in `role` for `principal` on `date`; null when the register gives none. */
export function basisOf(rules: readonly AuthorityRule[], body: string, role: string, principal: string, date: string): string | null {
  return rules.find((rule) => rule.role === role && rule.principal === principal && rule.actingBody === body && isOn(rule, date))?.basis ?? null;
}

function isOn(rule: AuthorityRule, date: string): boolean {
  return rule.from <= date && (rule.until === null || rule.until >= date);
}
