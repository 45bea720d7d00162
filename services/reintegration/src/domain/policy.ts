// Guarantees: which agreements and offers a viewer may read follows from his body's part in them, or from being the worker, and from a named purpose.
// Wsw art. 15 lid 1 (necessity); domain brief 2.10; architecture decision 9: the scope is applied where rows are read.
import type { Viewer } from '#kernel/viewer.js';
import type { Agreement } from './agreement.js';
import type { PartyRole } from './party.js';

/** A row needs one of the grounds; both null: no row is visible. */
export interface AgreementScope {
  /** Body id: agreements in which it acts for a party, offers that it recorded. */
  readonly actingBody: string | null;
  /** Person id: what is about the viewer himself. */
  readonly self: string | null;
}

export function agreementScope(viewer: Viewer): AgreementScope {
  if (viewer.purpose === null) return { actingBody: null, self: null };
  const official = viewer.roles.includes('CASE_WORKER') || viewer.roles.includes('PLACEMENT_OFFICER');
  return { actingBody: official ? viewer.body : null, self: viewer.roles.includes('WORKER') ? viewer.subject : null };
}

/** Offers name places before any firm negotiates: only the body that spoke with the worker, and he himself. */
export function offerScope(viewer: Viewer): AgreementScope {
  const scope = agreementScope(viewer);
  return { ...scope, actingBody: viewer.roles.includes('CASE_WORKER') ? scope.actingBody : null };
}

export function isNobody(scope: AgreementScope): boolean {
  return scope.actingBody === null && scope.self === null;
}

/** The worker himself and his residence authority: they alone read what he said and who stands by him. */
export function isInConfidence(agreement: Agreement, viewer: Viewer): boolean {
  if (viewer.roles.includes('WORKER')) return viewer.subject === agreement.person;
  return agreement.parties.some((party) => party.role === 'RESIDENCE_AUTHORITY' && party.actingBody === viewer.body);
}

const FINANCE_ROLES: readonly PartyRole[] = ['RESIDENCE_AUTHORITY', 'FORMAL_EMPLOYER', 'PLACING_COMPANY'];

/** Labour years tell the category, which is for who pays or employs and for the worker himself; a receiving company has its fee and costs in the terms. */
export function isFinanceParty(agreement: Agreement, viewer: Viewer): boolean {
  if (viewer.roles.includes('WORKER')) return viewer.subject === agreement.person;
  return agreement.parties.some(({ role, actingBody }) => actingBody === viewer.body && FINANCE_ROLES.includes(role));
}

const NOTE_ON_NO =
  'Weigeren van passend, aangepast werk kan leiden tot intrekking van de indicatie (Wsw art. 12 lid 3). Dat besluit alleen het college, na de werknemer te hebben gehoord; uit dit nee volgt niets vanzelf.';

/** After a no, for the official who answers for the indication and for nobody else, the worker included (domain brief 8.4 row 1). */
export function noteOnNo(agreement: Agreement, viewer: Viewer): string | null {
  const responsible = viewer.roles.includes('CASE_WORKER') && !viewer.roles.includes('WORKER') && isInConfidence(agreement, viewer);
  return agreement.state === 'DECLINED' && responsible ? NOTE_ON_NO : null;
}

/** The pseudonym joins files, so a receiving company gets the profile id only; name and adaptations reach it through the employment. */
export function maySeePerson(agreement: Agreement, viewer: Viewer): boolean {
  const places = viewer.body === agreement.current.terms.placingBody && !viewer.roles.includes('WORKER');
  return places || isInConfidence(agreement, viewer);
}
