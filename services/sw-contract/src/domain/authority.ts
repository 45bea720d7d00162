// For which municipalities a body carries out the Wsw: from the effective-dated authority register (Wsw art. 1; Awb art. 10:3).

/** One row of the register: `actingBody` may act in `role` for `principal`, both days inclusive. */
export interface AuthorityRule {
  readonly role: string;
  readonly principal: string;
  readonly actingBody: string;
  readonly from: string;
  readonly until: string | null;
}

/** CBS codes of the municipalities whose college `body` acts for (itself included) on `date`. */
export function municipalitiesOf(rules: readonly AuthorityRule[], body: string, date: string): string[] {
  const inForce = rules.filter((rule) => rule.role === 'RESIDENCE_AUTHORITY' && rule.actingBody === body && isOn(rule, date));
  return inForce.map((rule) => rule.principal.replace(/^gm-/, ''));
}

/** True when the register lets `body` act in `role` on `date`, for whomever. */
export function mayActAs(rules: readonly AuthorityRule[], body: string, role: string, date: string): boolean {
  return rules.some((rule) => rule.role === role && rule.actingBody === body && isOn(rule, date));
}

function isOn(rule: AuthorityRule, date: string): boolean {
  return rule.from <= date && (rule.until === null || rule.until >= date);
}
