// Guarantees: who must accept follows from the terms' facts and the dated authority matrix, never from who happens to be present.
// Wsw art. 1 lid 2 (a joint board replaces its colleges, except for arts 8, 9, 13 and 14 lid 1); domain brief 8.1; UWV never signs.
import type { Party, PartyRole } from './party.js';
import type { EmploymentFacts, ResidenceFacts, WorkplaceFacts } from './facts.js';

/** A line of the authority register: `actingBody` acts in `role` for `principal`, both dates included. */
export interface AuthorityRule {
  readonly role: string;
  readonly principal: string;
  readonly actingBody: string;
  readonly basis: string;
  readonly from: string;
  readonly until: string | null;
}

export interface PartyFacts {
  readonly residence: Pick<ResidenceFacts, 'municipality'>;
  readonly employment: Pick<EmploymentFacts, 'placingBody' | 'formalEmployer' | 'payingMunicipality'>;
  readonly workplace: Pick<WorkplaceFacts, 'receivingBody'>;
}

const OWN_AUTHORITY: Record<'RESIDENCE_AUTHORITY' | 'FORMAL_EMPLOYER' | 'PLACING_COMPANY' | 'RECEIVING_COMPANY', string> = {
  RESIDENCE_AUTHORITY: 'Eigen bevoegdheid: Wsw art. 8 en 9',
  FORMAL_EMPLOYER: 'Eigen bevoegdheid: werkgever, Wsw art. 2',
  PLACING_COMPANY: 'Eigen bevoegdheid: plaatsend sw-bedrijf',
  RECEIVING_COMPANY: 'Eigen bevoegdheid: ontvangend sw-bedrijf',
};

/** The required parties in fixed order; hirer and supervising organisation lie outside the network and are recorded evidence only. */
export function requiredParties(facts: PartyFacts, matrix: readonly AuthorityRule[], on: string): Party[] {
  const { residence, employment, workplace } = facts;
  const employer = employment.formalEmployer ?? `gm-${employment.payingMunicipality ?? residence.municipality}`;
  return [
    partyFor('RESIDENCE_AUTHORITY', `gm-${residence.municipality}`, matrix, on),
    partyFor('FORMAL_EMPLOYER', employer, matrix, on),
    partyFor('PLACING_COMPANY', employment.placingBody, matrix, on),
    partyFor('RECEIVING_COMPANY', workplace.receivingBody, matrix, on),
  ];
}

/** The body that acts in a role for a principal on a date, with its basis; the principal itself where the matrix is silent. */
export function partyFor(role: keyof typeof OWN_AUTHORITY, principal: string, matrix: readonly AuthorityRule[], on: string): Party {
  const rule = matrix.find((one) => one.role === role && one.principal === principal && inForce(one, on));
  if (!rule) return { role, actingBody: principal, onBehalfOf: principal, basis: OWN_AUTHORITY[role], authorityUntil: null };
  return { role, actingBody: rule.actingBody, onBehalfOf: principal, basis: rule.basis, authorityUntil: rule.until };
}

function inForce(rule: AuthorityRule, on: string): boolean {
  return rule.from <= on && (rule.until === null || on <= rule.until);
}

/** The distinct bodies that act, in order of their first role. */
export function actingBodies(parties: readonly Party[]): string[] {
  return [...new Set(parties.map((party) => party.actingBody))];
}

/** The roles in which a body acts. */
export function rolesOf(parties: readonly Party[], body: string): PartyRole[] {
  return parties.filter((party) => party.actingBody === body).map((party) => party.role);
}
