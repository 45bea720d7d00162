/** The viewer's grounds as SQL. Every read of rows about persons carries one of these conditions; no ground gives `false`. */
import type { PersonScope } from '../domain/directory-policy.js';

export interface ScopeCondition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const CURRENT_POINTER = `p.from_date <= :scopeOn and (p.until_date is null or p.until_date >= :scopeOn)`;

/** Indications: the college of residence, the company that employs the person now, the person himself. */
export function indicationScope(scope: PersonScope, alias: string): ScopeCondition {
  const employed = `exists (select 1 from employment_pointer p where p.person = ${alias}.person and p.company = :scopeCompany and ${CURRENT_POINTER})`;
  return anyOf(scope, { municipalities: `${alias}.municipality = any(:scopeMunicipalities)`, company: employed, self: `${alias}.person = :scopeSelf` });
}

/** Trajectories are no business of a company. */
export function trajectoryScope(scope: PersonScope, alias: string): ScopeCondition {
  return anyOf(scope, { municipalities: `${alias}.municipality = any(:scopeMunicipalities)`, company: null, self: `${alias}.person = :scopeSelf` });
}

/** A pointer is visible with an indication of the same person, to its own company, and to the person himself. */
export function pointerScope(scope: PersonScope, alias: string): ScopeCondition {
  const resident = `exists (select 1 from indication i where i.person = ${alias}.person and i.municipality = any(:scopeMunicipalities))`;
  return anyOf(scope, { municipalities: resident, company: `${alias}.company = :scopeCompany`, self: `${alias}.person = :scopeSelf` });
}

/** Moves: both colleges, and those of a worker's other moves, the company that employs the person now, the person himself. */
export function moveScope(scope: PersonScope, alias: string): ScopeCondition {
  const employed = `exists (select 1 from employment_pointer p where p.person = ${alias}.person and p.company = :scopeCompany and ${CURRENT_POINTER})`;
  const colleges = `(${alias}.from_municipality = any(:scopeMunicipalities) or ${alias}.to_municipality = any(:scopeMunicipalities)
    or schakel_passed_mine(${alias}.person))`;
  return anyOf(scope, { municipalities: colleges, company: employed, self: `${alias}.person = :scopeSelf` });
}

function anyOf(scope: PersonScope, grounds: { municipalities: string; company: string | null; self: string }): ScopeCondition {
  const conditions = [
    scope.municipalities.length > 0 ? grounds.municipalities : null,
    scope.company !== null ? grounds.company : null,
    scope.self !== null ? grounds.self : null,
  ].filter((one) => one !== null);
  return {
    sql: conditions.length > 0 ? `(${conditions.join(' or ')})` : 'false',
    parameters: { scopeMunicipalities: scope.municipalities, scopeCompany: scope.company, scopeSelf: scope.self, scopeOn: scope.on },
  };
}
