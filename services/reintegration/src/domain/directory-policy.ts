// Guarantees: which persons' rows a viewer may read follows from his role, his body's authority on the business date and a named purpose, and nothing else.
// Wsw art. 15 lid 1 (necessity); product decision: no purpose, no rows.
import { type AuthorityLine, municipalitiesOf } from '#kernel/authority.js';
import type { Role, Viewer } from '#kernel/viewer.js';
import type { AuthorityRule } from './parties.js';
import { OFFICES, SIGNING_ROLES, type SigningRole } from './state-machine.js';

/** The grounds on which rows are visible; a row needs one of them. All empty: no row is. */
export interface PersonScope {
  /** CBS codes, four digits. */
  readonly municipalities: readonly string[];
  /** Body id of the viewer's own sw company. */
  readonly company: string | null;
  /** Person id of the viewer himself. */
  readonly self: string | null;
  /** Business date, YYYY-MM-DD. */
  readonly on: string;
}

const AGGREGATE_ROLES: readonly Role[] = ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL'];

/** `authority`: the lines in force on the business date. Only who acts as authority of residence reads the register of residents. */
export function personScope(viewer: Viewer, authority: readonly AuthorityLine[], on: string): PersonScope {
  const nothing: PersonScope = { municipalities: [], company: null, self: null, on };
  if (viewer.purpose === null) return nothing;
  return {
    ...nothing,
    municipalities: viewer.roles.includes('CASE_WORKER') ? municipalitiesOf(authority, viewer.body) : [],
    company: viewer.roles.includes('PLACEMENT_OFFICER') ? viewer.body : null,
    self: viewer.roles.includes('WORKER') ? viewer.subject : null,
  };
}

/** True when the scope holds no ground at all, so that no store need be asked. */
export function isEmpty(scope: PersonScope): boolean {
  return scope.municipalities.length === 0 && scope.company === null && scope.self === null;
}

/** Aggregates are for those who make or judge policy; they see no person. */
export function maySeeAggregates(viewer: Viewer): boolean {
  return viewer.roles.some((role) => AGGREGATE_ROLES.includes(role));
}

/** The lines of the register by which the viewer himself may act: of his body, in a role for which his office speaks. `authority`: those in force. */
export function mandatesOf(viewer: Viewer, authority: readonly AuthorityRule[]): (AuthorityRule & { readonly role: SigningRole })[] {
  const own = authority.filter((line) => line.actingBody === viewer.body);
  return own.flatMap((line) => SIGNING_ROLES.filter((role) => role === line.role && OFFICES[role].some((office) => viewer.roles.includes(office))).map((role) => ({ ...line, role })));
}

/** The principals a body acts for, itself not counted, sorted; shown to the viewer as `onBehalfOf`. */
export function principalsOf(body: string, authority: readonly AuthorityLine[]): string[] {
  const principals = authority.filter((line) => line.actingBody === body && line.principal !== body).map((line) => line.principal);
  return [...new Set(principals)].sort();
}
