/** The viewer's grounds as SQL. Every read of agreements and offers carries one of these conditions; no ground gives `false`. */
import type { AgreementScope } from '../domain/policy.js';

export interface ScopeCondition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Agreements: a party of any terms version, for whom the viewer's body acts; or the worker himself. */
export function agreementCondition(scope: AgreementScope, alias: string): ScopeCondition {
  return anyOf(scope, {
    actingBody: `exists (select 1 from agreement_party sp where sp.agreement = ${alias}.id and sp.acting_body = :scopeBody)`,
    self: `${alias}.person = :scopeSelf`,
  });
}

/**
 * Whose person the viewer reads (maySeePerson in domain/policy) as SQL, with the parameters of agreementCondition: who knows an agreement by
 * its profile only may not try persons on it either.
 */
export const READS_PERSON = `(a.placing_body = :scopeBody or a.person = :scopeSelf or exists (select 1 from agreement_party rp
  where rp.agreement = a.id and rp.terms_version = a.terms_version and rp.role = 'RESIDENCE_AUTHORITY' and rp.acting_body = :scopeBody))`;

export function offerCondition(scope: AgreementScope, alias: string): ScopeCondition {
  return anyOf(scope, { actingBody: `${alias}.recorded_by = :scopeBody`, self: `${alias}.person = :scopeSelf` });
}

function anyOf(scope: AgreementScope, grounds: { actingBody: string; self: string }): ScopeCondition {
  const conditions = [scope.actingBody === null ? null : grounds.actingBody, scope.self === null ? null : grounds.self].filter((one) => one !== null);
  return {
    sql: conditions.length > 0 ? `(${conditions.join(' or ')})` : 'false',
    parameters: { scopeBody: scope.actingBody, scopeSelf: scope.self },
  };
}
