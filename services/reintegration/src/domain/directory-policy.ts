// Guarantees: which persons' rows a viewer may read follows from his role, his body's authority on the business date and a named purpose, and nothing else.
// Wsw art. 15 lid 1 (necessity); product decision: no purpose, no rows.
import type { Role, Viewer } from '#kernel/viewer.js';

/** One line of the authority register that is in force on the business date. */
export interface AuthorityLine {
  readonly role: string;
  readonly principal: string;
  readonly actingBody: string;
}

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

/** Only who acts as authority of residence reads the register of residents: not who acts as employer, nor a college that gave its mandate away. */
const RESIDENCE = 'RESIDENCE_AUTHORITY';
const MUNICIPALITY_PREFIX = 'gm-';
const AGGREGATE_ROLES: readonly Role[] = ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL'];

export function personScope(viewer: Viewer, authority: readonly AuthorityLine[], on: string): PersonScope {
  const nothing: PersonScope = { municipalities: [], company: null, self: null, on };
  if (viewer.purpose === null) return nothing;
  return {
    ...nothing,
    municipalities: viewer.roles.includes('CASE_WORKER') ? municipalitiesOf(viewer.body, authority) : [],
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

/** The principals a body acts for, itself not counted, sorted; shown to the viewer as `onBehalfOf`. */
export function principalsOf(body: string, authority: readonly AuthorityLine[]): string[] {
  const principals = authority.filter((line) => line.actingBody === body && line.principal !== body).map((line) => line.principal);
  return [...new Set(principals)].sort();
}

function municipalitiesOf(body: string, authority: readonly AuthorityLine[]): string[] {
  const principals = authority.filter((line) => line.actingBody === body && line.role === RESIDENCE).map((line) => line.principal);
  const municipalities = principals.filter((id) => id.startsWith(MUNICIPALITY_PREFIX)).map((id) => id.slice(MUNICIPALITY_PREFIX.length));
  return [...new Set(municipalities)].sort();
}
