// Guarantees: one list of the roles in which a body can be part of an agreement. Domain brief 8.1.

export const PARTY_ROLES = ['RESIDENCE_AUTHORITY', 'FORMAL_EMPLOYER', 'PLACING_COMPANY', 'RECEIVING_COMPANY', 'HIRER', 'SUPERVISING_ORGANISATION'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** A body of the network whose acceptance the terms need, and on what basis it acts. */
export interface Party {
  readonly role: PartyRole;
  readonly actingBody: string;
  readonly onBehalfOf: string;
  readonly basis: string;
  /** Last day of the authority, or null. */
  readonly authorityUntil: string | null;
}

/** What an acceptance says of a party: in which role, for whom, on what basis. */
export type SignedParty = Pick<Party, 'role' | 'onBehalfOf' | 'basis'>;

/** The rows in which a body acts, as its signature names them. */
export function signedParties(parties: readonly Party[], body: string): SignedParty[] {
  return parties.filter((party) => party.actingBody === body).map(({ role, onBehalfOf, basis }) => ({ role, onBehalfOf, basis }));
}
