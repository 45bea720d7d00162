/**
 * Where a delivered file and what the federation agreed tell different stories. Guarantees that the file never overwrites a
 * hold, an agreement's placement or a person: the difference becomes a task for a human (architecture, section 4).
 */

export type DiscrepancyKind = 'WORKPLACE' | 'EMPLOYMENT' | 'ROSTER_LINE' | 'PLACEMENT';

export type DiscrepancyDetail =
  | 'HELD_BUT_TAKEN' | 'HELD_BUT_CLOSED' | 'HELD_BUT_MISSING' | 'TAKEN_BUT_OPEN' | 'TAKEN_BUT_CLOSED' | 'TAKEN_BUT_MISSING'
  | 'NOT_IN_STATISTICS' | 'NOT_IN_ROSTER' | 'PLACEMENT_NOT_IN_ROSTER' | 'WORKER_NOT_IN_STATISTICS' | 'HIRER_DIFFERS' | 'HOURS_DIFFER';

export interface Discrepancy {
  readonly kind: DiscrepancyKind;
  /** Local id of the workplace, employment or placement, or the personnel number of a roster line. */
  readonly subject: string;
  readonly detail: DiscrepancyDetail;
}

/** A running hold beside what the file says of its place; `delivered` null: the file does not name it. */
export interface HeldPlace {
  readonly workplace: string;
  readonly state: 'HELD' | 'TAKEN';
  readonly from: string;
  readonly delivered: 'OPEN' | 'TAKEN' | 'CLOSED' | null;
}

/** An agreement's placement of an own worker beside that worker's line in the roster; `line` null: no line. */
export interface AgreedPlace {
  readonly placement: string;
  readonly hirer: string | null;
  readonly hoursPerWeek: string;
  readonly line: { readonly hirer: string | null; readonly hoursPerWeek: string | null } | null;
}

/**
 * That the file calls a held place open is as it should be: the company cannot know of the hold. A place taken by a signed
 * agreement may be called open until the agreement starts.
 */
export function workplaceDiscrepancies(places: readonly HeldPlace[], fileDate: string): Discrepancy[] {
  return places.flatMap((place) => {
    const detail = place.state === 'HELD' ? heldDetail(place) : takenDetail(place, fileDate);
    return detail === null ? [] : [{ kind: 'WORKPLACE' as const, subject: place.workplace, detail }];
  });
}

export function placementDiscrepancies(places: readonly AgreedPlace[]): Discrepancy[] {
  return places.flatMap((place) => {
    const detail = placementDetail(place);
    return detail === null ? [] : [{ kind: 'PLACEMENT' as const, subject: place.placement, detail }];
  });
}

function heldDetail({ delivered }: HeldPlace): DiscrepancyDetail | null {
  if (delivered === null) return 'HELD_BUT_MISSING';
  if (delivered === 'TAKEN') return 'HELD_BUT_TAKEN';
  return delivered === 'CLOSED' ? 'HELD_BUT_CLOSED' : null;
}

function takenDetail({ delivered, from }: HeldPlace, fileDate: string): DiscrepancyDetail | null {
  if (delivered === null) return 'TAKEN_BUT_MISSING';
  if (delivered === 'CLOSED') return 'TAKEN_BUT_CLOSED';
  return delivered === 'OPEN' && from <= fileDate ? 'TAKEN_BUT_OPEN' : null;
}

function placementDetail({ hirer, hoursPerWeek, line }: AgreedPlace): DiscrepancyDetail | null {
  if (line === null) return 'PLACEMENT_NOT_IN_ROSTER';
  if (line.hirer !== hirer) return 'HIRER_DIFFERS';
  return line.hoursPerWeek !== null && Number(line.hoursPerWeek) !== Number(hoursPerWeek) ? 'HOURS_DIFFER' : null;
}
