// Guarantees: who must accept follows from the terms' facts and the dated authority matrix, never from who happens to be present.
// Wsw art. 1 lid 2 (a joint board replaces its colleges, except for arts 8, 9, 13 and 14 lid 1); domain brief 8.1; UWV never signs.
import { type AuthorityLine, inForce } from '#kernel/authority.js';
import type { Party, PartyRole } from './party.js';
import type { EmploymentFacts, ResidenceFacts, WorkplaceFacts } from './facts.js';
import { isRefused, refuse, type Refused } from './refusals.js';

/** A line of the authority register: `actingBody` acts in `role` for `principal`, both dates included. */
export interface AuthorityRule extends AuthorityLine {
  readonly basis: string;
  readonly from: string;
  readonly until: string | null;
}

export interface PartyFacts {
  readonly residence: Pick<ResidenceFacts, 'municipality'>;
  readonly employment: Pick<EmploymentFacts, 'placingBody' | 'formalEmployer' | 'payingMunicipality'>;
  readonly workplace: Pick<WorkplaceFacts, 'receivingBody'>;
}

const ROLE_TEXT = {
  RESIDENCE_AUTHORITY: 'college van de woongemeente',
  FORMAL_EMPLOYER: 'formele werkgever',
  PLACING_COMPANY: 'plaatsend sw-bedrijf',
  RECEIVING_COMPANY: 'ontvangend sw-bedrijf',
} as const;

/** The required parties in fixed order; hirer and supervising organisation lie outside the network and are recorded evidence only. */
export function requiredParties(facts: PartyFacts, matrix: readonly AuthorityRule[], on: string): readonly Party[] | Refused {
  const { residence, employment, workplace } = facts;
  const employer = employment.formalEmployer ?? `gm-${employment.payingMunicipality ?? residence.municipality}`;
  const answers = [
    partyFor('RESIDENCE_AUTHORITY', `gm-${residence.municipality}`, matrix, on),
    partyFor('FORMAL_EMPLOYER', employer, matrix, on),
    partyFor('PLACING_COMPANY', employment.placingBody, matrix, on),
    partyFor('RECEIVING_COMPANY', workplace.receivingBody, matrix, on),
  ];
  return answers.find(isRefused) ?? answers.flatMap((one) => (isRefused(one) ? [] : [one]));
}

/** The body that acts in a role for a principal on a date, with its basis. NO_AUTHORITY where the matrix is silent: nobody acts because he happens to be there. */
export function partyFor(role: keyof typeof ROLE_TEXT, principal: string, matrix: readonly AuthorityRule[], on: string): Party | Refused {
  const rule = inForce(matrix, on).find((one) => one.role === role && one.principal === principal);
  if (!rule) return refuse('NO_AUTHORITY', `Het bevoegdhedenregister wijst op deze dag niemand aan als ${ROLE_TEXT[role]}.`);
  return { role, actingBody: rule.actingBody, onBehalfOf: principal, basis: rule.basis, authorityUntil: rule.until };
}

/** The line of the register by which a party acts on a date, whatever it said when the terms were written; null when there is none (any more). */
export function authorityNow({ role, onBehalfOf, actingBody }: Party, matrix: readonly AuthorityRule[], on: string): AuthorityRule | null {
  return inForce(matrix, on).find((line) => line.role === role && line.principal === onBehalfOf && line.actingBody === actingBody) ?? null;
}

/** Last day on which a party may act, as the register has it now: of an authority that ended, the day on which it did. Null: no end is known. */
export function authorityEnds(party: Party, matrix: readonly AuthorityRule[], on: string): string | null {
  const { role, onBehalfOf, actingBody } = party;
  const began = matrix.filter((line) => line.role === role && line.principal === onBehalfOf && line.actingBody === actingBody && line.from <= on);
  const last = began.sort((a, b) => a.from.localeCompare(b.from)).at(-1);
  return last === undefined ? party.authorityUntil : last.until;
}

/** The distinct bodies that act, in order of their first role. */
export function actingBodies(parties: readonly Party[]): string[] {
  return [...new Set(parties.map((party) => party.actingBody))];
}

/** The roles in which a body acts. */
export function rolesOf(parties: readonly Party[], body: string): PartyRole[] {
  return parties.filter((party) => party.actingBody === body).map((party) => party.role);
}
