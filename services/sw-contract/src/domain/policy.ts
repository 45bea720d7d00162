// Who may see which person-level rows of one sw company, and how much of each. Wsw art. 15 lid 1 en 2 (only what the task
// needs), domain brief 2.10 (minimum-data rule). Pure: the same rule feeds the SQL scope and the fields.
import { hasRole, type Viewer } from '#kernel/viewer.js';
import type { Employment } from '../model.js';
import type { RowScope } from '../port.js';

export interface Asker {
  readonly viewer: Viewer;
  /** 'gateway', or the service of another body that asks on behalf of the viewer. */
  readonly from: string;
}

export interface CompanyFacts {
  /** Body id of this company. */
  readonly body: string;
  /** Name of the directory service, which may read the pseudonymous profile of any employment for its viewer. */
  readonly directory: string;
}

/** FULL: every field. SHARED: no person id, but the name. PROFILE: neither (hours, work form, period and parties only). */
export type Level = 'FULL' | 'SHARED' | 'PROFILE';

export interface EmploymentAccess {
  readonly scope: RowScope;
  levelOf(employment: Employment): Level;
}

export const NO_ROWS: RowScope = { everything: false, persons: [], payingMunicipalities: [], employments: [] };

/** True when sharing can widen what this viewer sees, so that the list of shares must be read first. */
export function readsShares(asker: Asker, company: CompanyFacts): boolean {
  return mayReadPersons(asker.viewer) && asker.viewer.body !== company.body && hasRole(asker.viewer, 'PLACEMENT_OFFICER', 'CASE_WORKER');
}

/**
 * The rows about workers that the asker may see.
 * @param municipalities CBS codes of the municipalities that the viewer's body acts for on the business date
 * @param shared local ids of the employments shared with the viewer's body
 */
export function employmentAccess(asker: Asker, company: CompanyFacts, municipalities: readonly string[], shared: readonly string[]): EmploymentAccess {
  const own = ownScope(asker.viewer, company, municipalities);
  const scope: RowScope = {
    ...own,
    everything: own.everything || isDirectoryQuestion(asker, company),
    employments: readsShares(asker, company) ? shared : [],
  };
  return {
    scope,
    levelOf: (row) => (sees(own, row) ? 'FULL' : scope.employments.includes(row.id) ? 'SHARED' : 'PROFILE'),
  };
}

/** Placements: as employments, but never by sharing and never for the directory; the other side is read through the agreement. */
export function placementScope(asker: Asker, company: CompanyFacts, municipalities: readonly string[]): RowScope {
  return ownScope(asker.viewer, company, municipalities);
}

/** True when the asker may read unsuppressed statistics cells: only another service, which suppresses after summing. */
export function mayReadCells(asker: Asker): boolean {
  return asker.from !== 'gateway';
}

/** The half-yearly delivery that the Regeling uitvoering sw en begeleid werken asks of a municipality. */
export const STATISTICS_PURPOSE = 'levering-statistiek-wsw';

/**
 * All rows, for the directory alone and only while it makes the half-yearly delivery for a case worker: it names the persons, who are
 * those of whom the viewer's municipalities answer for the indication, whoever pays (Wsw art. 15 lid 1; annex to art. 11 of the Regeling).
 */
export function statisticsScope(asker: Asker, company: CompanyFacts): RowScope | null {
  const isDelivery = asker.viewer.purpose === STATISTICS_PURPOSE && hasRole(asker.viewer, 'CASE_WORKER');
  return asker.from === company.directory && isDelivery ? { ...NO_ROWS, everything: true } : null;
}

/** True when the asker may read exact month-end positions: only the directory, for who answers for the minimum of labour years (Wsw art. 8 and 9). */
export function mayReadPositions(asker: Asker, company: CompanyFacts): boolean {
  return asker.from === company.directory && hasRole(asker.viewer, 'CASE_WORKER', 'POLICY_OFFICER');
}

/** How exact labour years are told: from one month to the next a sum to the hundredth gives away one worker's hours and category. */
export type Exactness = 'ALL' | 'OWN_MUNICIPALITIES' | 'ROUNDED';

/** Exact are, for the company's own officer, all sums; for a case worker those of the municipalities his body acts for; else none. */
export function exactnessFor(viewer: Viewer, company: CompanyFacts): Exactness {
  if (isOwnOfficer(viewer, company)) return 'ALL';
  return hasRole(viewer, 'CASE_WORKER') ? 'OWN_MUNICIPALITIES' : 'ROUNDED';
}

/** Labour years per municipality: the company's own officer sees all, others the municipalities their body acts for. */
export function maySeeMunicipality(viewer: Viewer, company: CompanyFacts, municipalities: readonly string[], code: string): boolean {
  return isOwnOfficer(viewer, company) || municipalities.includes(code);
}

function ownScope(viewer: Viewer, company: CompanyFacts, municipalities: readonly string[]): RowScope {
  if (!mayReadPersons(viewer)) return NO_ROWS;
  return {
    everything: isOwnOfficer(viewer, company),
    persons: hasRole(viewer, 'WORKER') ? [viewer.subject] : [],
    payingMunicipalities: hasRole(viewer, 'CASE_WORKER') ? municipalities : [],
    employments: [],
  };
}

function isDirectoryQuestion(asker: Asker, company: CompanyFacts): boolean {
  return asker.from === company.directory && mayReadPersons(asker.viewer) && hasRole(asker.viewer, 'PLACEMENT_OFFICER', 'CASE_WORKER');
}

function isOwnOfficer(viewer: Viewer, company: CompanyFacts): boolean {
  return viewer.body === company.body && hasRole(viewer, 'PLACEMENT_OFFICER');
}

/** Doelbinding: without a named purpose nobody reads personal data. */
export function mayReadPersons(viewer: Viewer): boolean {
  return viewer.purpose !== null;
}

function sees(scope: RowScope, row: Employment): boolean {
  return scope.everything || scope.persons.includes(row.person) || scope.payingMunicipalities.includes(row.payingMunicipality);
}
